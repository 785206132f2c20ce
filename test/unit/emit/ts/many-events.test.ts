import { expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import { loadGenerated } from "../../../support/load-generated.js";
import { memoryHost } from "../../../support/memory-host.js";

const path = "example.feat.yaml";
const spec = `featc: 1
name: example
as_of: at
input: { customer: id, at: timestamp }
events:
  payments:
    key: customer
    time: paid_at
    retention: 400d
    fields:
      customer: id
      paid_at: { type: timestamp, from: epoch_ms }
      amount: { type: int, range: [0, 1000] }
features:
  all: { formula: count(payments), range: [0, 5e9] }
  paid: { formula: sum(payments.amount within 30d), range: [0, 5e12] }
  usual: { formula: median(payments.amount), range: [0, 1000], impute: 0 }
  kinds: { formula: count_distinct(payments.amount), range: [0, 1001] }
  newest: { formula: last(payments.amount), range: [0, 1000], impute: 0 }
  above: { formula: count(payments where payments.amount > (mean(payments.amount) ?? 0)), range: [0, 5e9] }
  spread: { formula: stddev_pop(payments.amount), range: [0, 1000], impute: 0 }
`;

interface Generated {
  readonly parseInput: (value: unknown) => unknown;
  readonly parsePayments: (value: unknown) => readonly unknown[];
  readonly computeFeatures: (sources: unknown) => unknown;
}

it("takes a million events of one row, in no order", async () => {
  const { files, diagnostics } = await compile(path, memoryHost({ [path]: spec }));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const { parseInput, parsePayments, computeFeatures } = await loadGenerated<Generated>(
    files,
    "index.ts",
  );
  const many = 1_000_000;
  const asOf = Date.parse("2024-03-01T00:00:00Z");
  const minute = 60_000;
  // A permutation: 7919 and a million have no common factor. Amounts go from 0 to 999 and round again.
  const records = Array.from({ length: many }, (_, i) => {
    const place = (i * 7919) % many;
    return {
      customer: "c",
      paid_at: asOf - minute / 2 - place * (minute / 2),
      amount: place % 1000,
    };
  });
  const inWindow = 30 * 24 * 120;
  const input = parseInput({ customer: "c", at: "2024-03-01T00:00:00Z" });
  const features = computeFeatures({ input, payments: parsePayments(records) });
  expect(features).toEqual({
    all: many,
    // 86 times 0 to 999, and 0 to 399 once more.
    paid: Math.floor(inWindow / 1000) * 499_500 + (399 * 400) / 2,
    usual: 499.5,
    kinds: 1000,
    newest: 0,
    above: many / 2,
    spread: Math.sqrt((1000 ** 2 - 1) / 12),
  });
}, 60_000);

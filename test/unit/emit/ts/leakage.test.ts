import { describe, expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import { loadGenerated } from "../../../support/load-generated.js";
import { memoryHost } from "../../../support/memory-host.js";
import { Random } from "../../../support/random.js";

const path = "example.feat.yaml";
const asOf = Date.parse("2024-03-01T12:00:00Z");
const day = 86_400_000;

/** Every kind of window, also ends that depend on the row and may lie after the prediction. */
const windows = [
  "",
  " within 1d",
  " within 30d",
  " during [as_of - 7d, as_of)",
  " during (as_of - 37d, as_of - 7d]",
  " during [since, as_of)",
  " during [since, since + 60d]",
  " during [since, later]",
];
const aggregates = [
  (window: string) => `count(payments${window})`,
  (window: string) => `sum(payments.amount where payments.amount > 1${window}) ?? 0`,
  (window: string) => `last(payments.amount${window}) ?? 0`,
  (window: string) => `mean(payments.amount${window} latest 3) ?? 0`,
  (window: string) => `median(payments.amount${window}) ?? 0`,
  (window: string) => `seconds_since_last(payments${window}) ?? -1`,
  (window: string) =>
    `count(payments where payments.amount > (mean(payments.amount) ?? 0)${window})`,
];

const features = windows.flatMap((window, i) =>
  aggregates.map((make, j) => `  f_${i}_${j}:\n    formula: |\n      ${make(window)}\n`),
);
const spec = `featc: 1
name: example
as_of: at
input: { customer: id, at: timestamp, since: timestamp, later: timestamp }
events:
  payments:
    key: customer
    time: paid_at
    known: known_at
    retention: 365d
    fields: { customer: id, paid_at: timestamp, known_at: timestamp, amount: { type: number, range: [0, 1000] } }
features:
${features.join("")}`;

interface Event {
  readonly customer: string;
  readonly paid_at: number;
  readonly known_at: number;
  readonly amount: number;
}

interface Generated {
  readonly computeFeatures: (sources: unknown) => Readonly<Record<string, number>>;
}

async function generated(): Promise<Generated["computeFeatures"]> {
  const { files, diagnostics } = await compile(path, memoryHost({ [path]: spec }));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return (await loadGenerated<Generated>(files, "index.ts")).computeFeatures;
}

describe("what is not known at the moment of the prediction", () => {
  it("changes no feature, wherever windows end", async () => {
    const compute = await generated();
    const random = new Random(20_240_301);
    const input = { customer: "c", at: asOf, since: asOf - 20 * day, later: asOf + 20 * day };
    const event = (paid_at: number, known_at: number): Event => ({
      customer: "c",
      paid_at,
      known_at,
      amount: random.int(0, 4000) / 4,
    });
    for (let round = 0; round < 300; round += 1) {
      const past = Array.from({ length: random.int(0, 6) }, () => {
        const known = asOf - random.int(1, 60 * day);
        return event(known - random.int(0, day), known);
      });
      const before = compute({ input, payments: past });
      const future = Array.from({ length: random.int(1, 4) }, () => {
        const paid = random.pick([asOf, asOf + 1, asOf + random.int(0, 40 * day)]);
        return random.chance(0.5)
          ? event(paid, paid)
          : event(asOf - random.int(1, 40 * day), random.pick([asOf, asOf + day]));
      });
      const mixed = [...past, ...future].sort(() => random.unit() - 0.5);
      expect(compute({ input, payments: mixed })).toEqual(before);
    }
  });

  it("begins to count one millisecond later", async () => {
    const compute = await generated();
    const payments = [{ customer: "c", paid_at: asOf, known_at: asOf, amount: 5 }];
    const at = (moment: number): number | undefined =>
      compute({
        input: { customer: "c", at: moment, since: moment - day, later: moment + day },
        payments,
      })["f_1_0"];
    expect([at(asOf - 1), at(asOf), at(asOf + 1), at(asOf + day), at(asOf + day + 1)]).toEqual([
      0, 0, 1, 1, 0,
    ]);
  });
});

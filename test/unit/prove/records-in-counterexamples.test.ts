import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";

function mistakesIn(features: string): readonly string[] {
  const text = `featc: 1
name: example
input:
  customer: { type: id }
  applied_at: { type: timestamp }
as_of: applied_at
events:
  payments:
    key: customer
    time: paid_at
    max_count: 1000
    fields:
      customer: { type: id }
      paid_at: { type: timestamp }
      amount: { type: number, range: [1, 1000] }
tables:
  account:
    key: customer
    fields:
      customer: { type: id }
      opened_at: { type: timestamp }
      limit: { type: number, range: [0, 5000] }
features:
  ${features}
`;
  const { diagnostics } = check("example.feat.yaml", { readFile: () => text });
  return diagnostics.map(({ code, example }) =>
    [code, ...example.map(({ name, value }) => `${name} ${value}`)].join(" | "),
  );
}

const moment = 'applied_at "2024-01-15T12:00:00Z"';

describe("a counterexample with records", () => {
  it("gives the one event by which a divisor is zero", () => {
    expect(
      mistakesIn(
        "a: { formula: 1 / (sum(payments.amount within 30d) - 50), range: [-1000, 1000], outside: clamp }",
      ),
    ).toEqual([
      `missing/possible-missing | ${moment} | payments [{"paid_at":"2024-01-15T11:00:00Z","amount":50}]`,
    ]);
  });

  it("gives as many events as a count needs to leave its range", () => {
    expect(mistakesIn("a: { formula: count(payments within 30d), range: [0, 1] }")).toEqual([
      `range/possible-outside | ${moment} | payments [{"paid_at":"2024-01-15T11:00:00Z"},{"paid_at":"2024-01-15T11:00:00Z"}]`,
    ]);
  });

  it("gives the record of a table", () => {
    expect(mistakesIn("a: { formula: account.limit, range: [0, 4000], impute: 0 }")).toEqual([
      `range/possible-outside | account {"limit":5000}`,
    ]);
  });

  it("says that a table has no record", () => {
    expect(mistakesIn("a: { formula: account.limit, range: [0, 5000] }")).toEqual([
      "missing/possible-missing | account null",
    ]);
  });

  it("says that there are no events where none are needed", () => {
    expect(
      mistakesIn("a: { formula: mean(payments.amount within 30d), range: [0, 1001] }"),
    ).toEqual([`missing/possible-missing | ${moment} | payments []`]);
  });
});

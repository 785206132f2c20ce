import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";

function codesOf(formula: string, range: string): readonly string[] {
  const text = `featc: 1
name: example
input:
  customer: { type: id }
  applied_at: { type: timestamp }
  threshold: { type: number, range: [0, 1000] }
  scores: { type: list<number>, items: { range: [0, 100] }, length: [0, 20] }
as_of: applied_at
events:
  payments:
    key: customer
    time: paid_at
    max_count: 1000
    fields:
      customer: { type: id }
      paid_at: { type: timestamp }
      known_at: { type: timestamp }
      amount: { type: number, range: [0, 1000] }
      refund: { type: number, range: [-100, 100] }
      tip: { type: number?, range: [0, 50] }
      shop: { type: id }
features:
  a:
    formula: |
      ${formula}
    range: ${range}
`;
  const { diagnostics } = check("example.feat.yaml", { readFile: () => text });
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

/** The share of the one in the other, where the other is there at all. */
const share = (part: string, whole: string): string =>
  `(if ((${whole}) > 0) ?? false then (${part}) / (${whole}) else 0) ?? 0`;

describe("what one window holds, a wider one holds too", () => {
  it.each([
    ["count(payments within 7d)", "count(payments within 30d)"],
    ["count(payments where payments.amount > threshold within 30d)", "count(payments within 30d)"],
    [
      "count(payments where payments.amount > threshold and (payments.tip ?? 0) > 1 within 7d)",
      "count(payments where payments.amount > threshold within 30d)",
    ],
    ["count(payments within 30d latest 3)", "count(payments within 30d latest 5)"],
    ["count(payments within 7d latest 3)", "count(payments within 30d latest 5)"],
    ["count_distinct(payments.shop within 7d)", "count_distinct(payments.shop within 30d)"],
    ["count_distinct(payments.shop within 30d)", "count(payments within 30d)"],
    ["count(payments.tip within 30d skip missing)", "count(payments within 30d)"],
    ["sum(payments.amount within 7d)", "sum(payments.amount within 30d)"],
    ["sum(payments.tip within 7d skip missing)", "sum(payments.tip within 30d skip missing)"],
    ["max(payments.amount within 7d)", "max(payments.amount within 30d)"],
    ["min(payments.amount within 30d)", "min(payments.amount within 7d)"],
    ["last(payments.amount within 7d)", "max(payments.amount within 30d)"],
    ["sum(scores where scores > threshold)", "sum(scores)"],
  ])("%s of %s", (part, whole) => {
    expect(codesOf(share(part, whole), "[0, 1]")).toEqual([]);
  });
});

describe("no order is taken where there is none", () => {
  it.each([
    ["count(payments within 30d)", "count(payments within 7d)"],
    ["count(payments within 30d)", "count(payments where payments.amount > threshold within 30d)"],
    [
      "count(payments where payments.amount > 3 within 7d)",
      "count(payments where payments.amount > threshold within 30d)",
    ],
    ["count(payments within 30d latest 5)", "count(payments within 30d latest 3)"],
    [
      "sum(payments.amount within 30d latest 3)",
      "sum(payments.amount where payments.amount > threshold within 30d latest 3)",
    ],
    ["count(payments within 30d)", "count(payments.tip within 30d skip missing)"],
    ["count(payments within 7d)", "count_distinct(payments.shop within 30d)"],
    ["sum(payments.amount within 7d)", "sum(payments.tip within 30d skip missing)"],
    ["max(payments.amount within 30d)", "max(payments.amount within 7d)"],
    ["min(payments.amount within 7d)", "min(payments.amount within 30d)"],
    ["first(payments.amount within 7d)", "last(payments.amount within 30d)"],
  ])("%s of %s", (part, whole) => {
    expect(codesOf(share(part, whole), "[0, 1]")).toContain("range/possible-outside");
  });

  it("between sums of what may be negative", () => {
    const difference = "sum(payments.refund within 30d) - sum(payments.refund within 7d)";
    expect(codesOf(difference, "[0, 1000000]")).toContain("range/possible-outside");
  });
});

import { describe, expect, it } from "vitest";
import { check } from "../../compiler/src/compile.js";
import { renderDiagnostics } from "../../compiler/src/diagnostics/render-text.js";
import { expectGolden, readSample } from "../support/goldens.js";
import { memoryHost } from "../support/memory-host.js";

/** Each mistake: its code and the line of the spec that it is found on. */
const mistakes: readonly string[] = [
  "spec/unknown-key: late_payments: { type: int, rnage: [0, 100] }",
  "yaml/duplicate-key: debt: { type: number, range: [0, 1e6], unit: usd }",
  "name/unknown: monthly_debt: dept / 12",
  'type/not-exhaustive: wage_class: match employment { "salaried" => 2, "self_employed" => 1 }',
  "missing/possible-missing: debt_to_income: { formula: debt / income, range: [0, 5], outside: clamp }",
  "range/possible-outside: share_of_limit: { formula: debt / 50000, range: [0, 1] }",
  "formula/wrong-operator: formula: debt > 1000 && age < 25",
  'type/unknown-enum-value: formula: employment == "self-employed"',
  "type/operands: formula: age - employment",
  "type/column: columns: [share_of_limit, job]",
];

describe("a spec with ten mistakes", () => {
  const path = "loan_default.feat.yaml";
  const text = readSample("ten-mistakes/input.feat.yaml");
  const lineOf = (offset: number): string =>
    text.slice(text.lastIndexOf("\n", offset - 1) + 1, text.indexOf("\n", offset));
  const { diagnostics } = check(path, memoryHost({ [path]: text }));

  it("yields one diagnostic for each, in one run, on its line", () => {
    expect(diagnostics.map(({ code, span }) => `${code}: ${lineOf(span.start).trim()}`)).toEqual(
      mistakes,
    );
  });

  it("is rendered as expected", () => {
    const lines = renderDiagnostics(diagnostics, { colour: false }).trimEnd();
    expectGolden("ten-mistakes/expected.txt", `${lines}\n`);
  });
});

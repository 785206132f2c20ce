import fc from "fast-check";
import { expect, test } from "vitest";
import { equalFormulas } from "../../../compiler/src/formula/equal-formulas.js";
import { parseFormulaText } from "../../../compiler/src/formula/parse.js";
import { printFormula } from "../../../compiler/src/formula/print.js";
import { arbitraryFormula } from "./arbitrary-formula.js";

test("a printed formula is read as what it was, and printed the same again", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(arbitraryFormula, (ast) => {
      kinds.add(ast.kind);
      const text = printFormula(ast);
      const parsed = parseFormulaText(text);
      expect(parsed.diagnostics).toEqual([]);
      expect(equalFormulas(parsed.ast, ast)).toBe(true);
      expect(printFormula(parsed.ast)).toBe(text);
    }),
    { numRuns: 4000 },
  );
  expect(kinds.size).toBe(21);
});

test("formulas that differ in anything but their place are not equal", () => {
  const texts = ["a", "b", "1", "1.0", '"a"', "a + b", "a - b", "b + a", "a ?? b", "[a]", "[a, b]"];
  texts.push("f(a)", "f(n: a)", "f(a skip missing)", "a.b", "a[b]", "a is missing", "a is present");
  const parsed = texts.map((text) => parseFormulaText(text).ast);
  parsed.forEach((left, i) =>
    parsed.forEach((right, j) => expect(equalFormulas(left, right)).toBe(i === j)),
  );
  const spaced = parseFormulaText("  ( a )+b ").ast;
  expect(equalFormulas(spaced, parseFormulaText("a + b").ast)).toBe(true);
});

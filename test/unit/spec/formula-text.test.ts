import { describe, expect, test } from "vitest";
import { found, slice, specOf, withFeatures } from "./spec-text.js";
import type { FormulaText } from "../../../compiler/src/spec/ast.js";

function formulaOf(text: string): FormulaText {
  const formula = specOf(text).features[0]?.formula;
  if (formula === undefined) throw new Error("no formula");
  return formula;
}

/** The source that each character of the formula is said to come from. */
function characters(formula: FormulaText): readonly string[] {
  return Array.from(formula.text, (_, i) => slice(formula.at(i, i + 1)));
}

describe.each([
  ["plain", "  a: debt + 1", "debt + 1", "debt + 1"],
  ["plain with a comment", "  a: debt + 1  # one more", "debt + 1", "debt + 1"],
  ["plain in braces", "  a: { formula: debt + 1 , range: [0, 1] }", "debt + 1", "debt + 1"],
  ["single quotes", "  a: 'max(debt, 1)'", "max(debt, 1)", "max(debt, 1)"],
  ["double quotes", '  a: "max(debt, 1)"', "max(debt, 1)", "max(debt, 1)"],
  ["a block", "  a: |\n    debt\n    + 1", "debt\n+ 1", "debt\n    + 1"],
  ["a stripped block", "  a: |-\n    debt\n\n    + 1\n", "debt\n\n+ 1", "debt\n\n    + 1"],
  [
    "a block with deeper lines",
    "  a: |\n    if x\n      then 1\n    else 2\n",
    "if x\n  then 1\nelse 2",
    "if x\n      then 1\n    else 2",
  ],
  [
    "a block with its own indentation",
    "  a: |2\n      debt\n     + 1\n",
    "  debt\n + 1",
    "debt\n     + 1",
  ],
  ["a block with a comment at its head", "  a: | # why\n    debt\n", "debt", "debt"],
  ["a kept block", "  a: |+\n    debt\n\n\n", "debt", "debt"],
  ["a block with blank lines first", "  a: |\n\n    debt\n", "\ndebt", "debt"],
  [
    "a block with trailing spaces",
    "  a: |\n    debt  \n    + 1  \n",
    "debt  \n+ 1",
    "debt  \n    + 1",
  ],
  [
    "a block of a long form",
    "  a:\n    formula: |\n      debt\n      + 1\n    range: [0, 1]",
    "debt\n+ 1",
    "debt\n      + 1",
  ],
])("%s", (_, entry, text, marked) => {
  test.each([
    ["\n", "\n"],
    ["\r\n", "\n"],
  ])("line ends %j", (lineEnd) => {
    const source = withFeatures(`${entry}\n`).replaceAll("\n", lineEnd);
    expect(found(source)).toEqual([]);
    const formula = formulaOf(source);
    expect(formula.text).toBe(text);
    expect(slice(formula.span)).toBe(marked.replaceAll("\n", lineEnd));
    const expected = Array.from(text);
    expect(characters(formula).map((c) => (c === "\r" ? "\n" : c))).toEqual(expected);
  });
});

test("two characters of the source for one", () => {
  const single = formulaOf(withFeatures("  a: 'x == ''it'' + y'\n"));
  expect(single.text).toBe("x == 'it' + y");
  expect(characters(single)).toEqual(
    Array.from("x == ").concat("''", "i", "t", "''", Array.from(" + y")),
  );
  const double = formulaOf(withFeatures('  a: "x == \\"it\\" + y"\n'));
  expect(double.text).toBe('x == "it" + y');
  expect(slice(double.at(5, 9))).toBe('\\"it\\"');
  expect(slice(double.at(10, 13))).toBe("+ y");
});

test("a place over several lines of a block", () => {
  const formula = formulaOf(withFeatures("  a: |\n    debt\n    + 1\n"));
  expect(slice(formula.at(2, 6))).toBe("bt\n    +");
  expect(slice(formula.at(0, 5))).toBe("debt\n");
  expect(slice(formula.at(8, 8))).toBe("");
});

test.each([
  ["  a: >\n    debt\n    + 1\n", ">\n    debt\n    + 1"],
  ["  a: debt\n    + 1\n", "debt\n    + 1"],
  ["  a: 'debt\n    + 1'\n", "'debt\n    + 1'"],
  ['  a: "debt\\n+ 1"\n', '"debt\\n+ 1"'],
])("places are lost: %j", (entry, marked) => {
  const source = withFeatures(entry);
  expect(found(source)).toEqual([`yaml/unmappable-scalar: ${marked}`]);
  expect(slice(formulaOf(source).at(0, 1))).toBe(marked);
});

test("an imputed constant is a formula", () => {
  const [step] = specOf(withFeatures("  a: { formula: debt, impute: -1.50 }\n")).features;
  expect([step?.impute?.text, slice(step!.impute!.span)]).toEqual(["-1.50", "-1.50"]);
});

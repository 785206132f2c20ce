import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFormulaText } from "../../../compiler/src/formula/parse.js";
import { printFormula } from "../../../compiler/src/formula/print.js";
import { operatorTypos } from "../../../compiler/src/formula/typos.table.js";

/** Any text is answered: by a formula that can be printed and read again, or by diagnostics inside it. */
function answers(text: string): void {
  const { ast, diagnostics } = parseFormulaText(text);
  for (const { span, message } of diagnostics) {
    expect(message).not.toContain("[object");
    expect(Number.isInteger(span.start) && Number.isInteger(span.end)).toBe(true);
    expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
  }
  if (diagnostics.length === 0) {
    expect(parseFormulaText(printFormula(ast)).diagnostics).toEqual([]);
  } else {
    printFormula(ast);
  }
}

const pieces = [
  ..."a b x_1 1 2.5 30d 3months .5 5. 007 1_ if then else elif match in not and or is missing present true".split(
    " ",
  ),
  ..."where within during latest skip ( ) [ ] { } , . : ? | => == != < <= > >= + - * / // ^ .. ?? _ null NaN Foo".split(
    " ",
  ),
  '"s"',
  "'t'",
  '"',
  "'",
  "`",
  "“",
  'd"2020-01-01"',
  'd"x"',
  't"2020-01-01T00:00:00Z"',
  "\\",
  "#",
  "@",
  "\u0000",
  "\u00a0",
  "\u202e",
  "\ud800",
  "é",
  "😀",
  "\n",
  "\t",
  ...Object.keys(operatorTypos),
];

test("sequences of tokens", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 25 }),
      fc.constantFrom(" ", ""),
      (parts, glue) => answers(parts.join(glue)),
    ),
    { numRuns: 5000 },
  );
});

test("any characters", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), answers), { numRuns: 2000 });
});

test("any UTF-16, halves of pairs included", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff), { maxLength: 40 }), (units) =>
      answers(String.fromCharCode(...units)),
    ),
    { numRuns: 2000 },
  );
});

test("formulas with something cut out or put in", () => {
  const formula =
    'if a in [1, -2] and b is present then match c { "x" | < 3 => f(d, n: 1) } else sum(p.x where p.y within 3d during (a, b] skip missing) ^ 2';
  fc.assert(
    fc.property(
      fc.nat(formula.length),
      fc.nat(6),
      fc.constantFrom("", ...pieces),
      (at, length, piece) => answers(formula.slice(0, at) + piece + formula.slice(at + length)),
    ),
    { numRuns: 3000 },
  );
});

test.each([
  ["one character, long", "(".repeat(200_000)],
  ["operators", "+".repeat(100_000)],
  ["commas", ",".repeat(100_000)],
  ["chained comparisons", `a${" < b".repeat(900)}`],
  ["a long word", "a".repeat(1_000_000)],
  ["unknown characters", "@ ".repeat(2000)],
  ["quotes", '" '.repeat(50_000)],
  ["closing brackets", ")".repeat(2000)],
  ["calls of calls", `f${"()".repeat(5000)}`],
  ["powers", `a${" ^ 2".repeat(900)}`],
])("%s", (_, text) => answers(text));

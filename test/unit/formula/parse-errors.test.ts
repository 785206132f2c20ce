import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { formulaDiagnostics } from "../../../compiler/src/diagnostics/formula.table.js";
import type { DiagnosticDefinition } from "../../../compiler/src/diagnostics/define.js";
import { parseFormulaText } from "../../../compiler/src/formula/parse.js";
import { mistakes } from "./parse-errors.table.js";

/** `code @place: message // hint.`, the place as the text that it covers, `start-` where it is empty. */
function report(text: string): string[] {
  return parseFormulaText(text).diagnostics.map(({ code, span, message, hint }) => {
    const place = text.slice(span.start, span.end) || `${span.start}-`;
    return `${code.replace("formula/", "")} @${place}: ${message}${hint === undefined ? "" : ` // ${hint}`}`;
  });
}

describe("every mistake is told once, in these words, at this place", () => {
  test.each(mistakes.map((row) => [row[0], row.slice(1)] as const))("%s", (formula, expected) => {
    expect(report(formula)).toEqual(expected);
  });
});

describe("several mistakes", () => {
  test.each<readonly [string, readonly string[]]>([
    ["a + * b and c + / d", ["unexpected-token", "unexpected-token"]],
    ["f(a b, c d, -x^2)", ["unexpected-token", "unexpected-token", "negated-power"]],
    ["if a + then b % c else", ["unexpected-token", "wrong-operator", "unexpected-end"]],
    [
      "match x { 1 => , 2 => a b, 3 => c ** d }",
      ["unexpected-token", "unexpected-token", "wrong-operator"],
    ],
    [
      "(Total + 5m) * [1,] = null",
      ["name-style", "duration-unit", "trailing-comma", "compare-missing", "wrong-operator"],
    ],
    ["if (a then b else c", ["unclosed-bracket"]],
    ["'it's late'", ["unclosed-string"]],
    ["a && && b", ["wrong-operator", "wrong-operator"]],
    ["@", ["unknown-character"]],
  ])("%s", (formula, codes) => {
    expect(
      parseFormulaText(formula)
        .diagnostics.map(({ code }) => code.replace("formula/", ""))
        .sort(),
    ).toEqual([...codes].sort());
  });

  test("what is not part of a mistake is read", () => {
    const { ast } = parseFormulaText("f(a b, c + d)");
    expect(ast).toMatchObject({
      kind: "CallAst",
      args: [{ value: { kind: "InvalidAst" } }, { value: { kind: "BinaryAst" } }],
    });
  });
});

describe("limits", () => {
  const nested: readonly (readonly [string, (depth: number) => string])[] = [
    ["parentheses", (n) => "(".repeat(n) + "a" + ")".repeat(n)],
    ["lists", (n) => "[".repeat(n) + "a" + "]".repeat(n)],
    ["calls", (n) => "f(".repeat(n) + "a" + ")".repeat(n)],
    ["branches", (n) => "if a then ".repeat(n) + "b" + " else c".repeat(n)],
    ["matches", (n) => "match a { _ => ".repeat(n) + "b" + " }".repeat(n)],
  ];
  test.each(nested)("%s nest 64 deep, no deeper", (_, formula) => {
    expect(report(formula(64))).toEqual([]);
    expect(parseFormulaText(formula(65)).diagnostics.map(({ code }) => code)).toEqual([
      "formula/too-deep",
    ]);
    expect(parseFormulaText(formula(100_000)).diagnostics.map(({ code }) => code)).toEqual([
      "formula/too-deep",
    ]);
  });

  test.each(["-", "not ", "match "])("prefixes: %s", (prefix) => {
    expect(parseFormulaText(`${prefix.repeat(100_000)}a`).diagnostics).toMatchObject([
      { code: "formula/too-deep" },
    ]);
  });

  test("a chain of `else if` is not nested", () => {
    expect(report(`${"if a then b else ".repeat(300)}c`)).toEqual([]);
  });

  const long: readonly (readonly [string, (terms: number) => string])[] = [
    ["sums", (n) => `a${" + 1".repeat(n - 1)}`],
    ["coalescing", (n) => `a${" ?? b".repeat(n - 1)}`],
    ["members", (n) => `a${".b".repeat(n - 1)}`],
    ["empty lists", (n) => `[]${" + []".repeat(n - 1)}`],
    ["lists", (n) => `[a${", 1".repeat(n - 1)}]`],
  ];
  test.each(long)("%s have 1,000 terms, no more", (_, formula) => {
    expect(report(formula(1000))).toEqual([]);
    expect(report(formula(1001)).map((line) => line.split(": ").at(1))).toEqual([
      "the formula has 1001 terms; at most 1000 are allowed // name parts of it under `let`, or use a map under `maps`.",
    ]);
  });
});

describe("the specs that explain a code", () => {
  const table: Record<
    string,
    Pick<DiagnosticDefinition<never>, "bad" | "good" | "shownBy">
  > = formulaDiagnostics;
  const explained = Object.entries(table).filter(([, { shownBy }]) => shownBy === undefined);

  function formulaOf(spec: string | undefined): string {
    const parsed = parseYaml(spec ?? "") as { features: { result: string } };
    return parsed.features.result;
  }

  test.each(explained)("%s", (code, { bad, good }) => {
    expect(parseFormulaText(formulaOf(bad)).diagnostics.map((found) => found.code)).toEqual([code]);
    expect(parseFormulaText(formulaOf(good)).diagnostics).toEqual([]);
  });

  test("every code has its wording tested", () => {
    const tested = new Set(
      mistakes.flatMap(([formula]) => report(formula)).map((line) => line.split(" ")[0]),
    );
    const elsewhere = ["too-deep", "too-many-terms", "selection-order", "selection-place"];
    const codes = Object.keys(table).map((code) => code.replace("formula/", ""));
    expect(codes.filter((code) => !tested.has(code)).sort()).toEqual(elsewhere.sort());
  });
});

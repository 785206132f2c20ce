import { describe, expect, test } from "vitest";
import type { FormulaAst } from "../../../compiler/src/formula/ast.js";
import { parseFormula, parseFormulaText } from "../../../compiler/src/formula/parse.js";
import { showFormula } from "./show-formula.js";

function shown(text: string): string {
  const { ast, diagnostics } = parseFormulaText(text);
  expect(diagnostics).toEqual([]);
  return showFormula(ast);
}

describe("literals", () => {
  test.each([
    ["42", "42"],
    ["1_000", "1000"],
    ["1.5", "1.5f"],
    ["2.0", "2f"],
    ["1e-3", "0.001f"],
    ["1E+2", "100f"],
    ["1_0.2_5", "10.25f"],
    ["0", "0"],
    ["0.5", "0.5f"],
    ["9007199254740991", "9007199254740991"],
    ["true", "#true"],
    ["false", "#false"],
    ["missing", "#missing"],
    ['d"1970-01-02"', "(date 1)"],
    ["d'2000-02-29'", "(date 11016)"],
    ['d"0001-01-01"', "(date -719162)"],
    ['d"9999-12-31"', "(date 2932896)"],
    ['t"1970-01-01T00:00:01Z"', "(timestamp 1000)"],
    ['t"1970-01-01T01:00:00.5+01:00"', "(timestamp 500)"],
    ['t"1969-12-31T23:00:00.001-01:30"', "(timestamp 1800001)"],
    ["500ms", "(duration 500 ms 500)"],
    ["10s", "(duration 10 s 10000)"],
    ["15min", "(duration 15 min 900000)"],
    ["12h", "(duration 12 h 43200000)"],
    ["30d", "(duration 30 d 2592000000)"],
    ["2w", "(duration 2 w 1209600000)"],
    ["1_000d", "(duration 1000 d 86400000000)"],
    ["[]", "(list)"],
    ["[[0, 1], [2, 3]]", "(list (list 0 1) (list 2 3))"],
  ])("%s", (text, expected) => expect(shown(text)).toBe(expected));

  test.each([
    [`"a'b"`, "a'b"],
    [`'a"b'`, 'a"b'],
    [String.raw`"\" \' \\ \n \t"`, "\" ' \\ \n \t"],
    [String.raw`'\u{1F600}\u{e9}'`, "\u{1F600}\u{e9}"],
    [`"\u{1F600} é"`, "\u{1F600} é"],
    [`""`, ""],
    [String.raw`"\\"`, "\\"],
  ])("string %s", (text, value) => {
    expect(parseFormulaText(text)).toMatchObject({
      ast: { kind: "StringAst", value },
      diagnostics: [],
    });
  });

  test("a number keeps its text", () => {
    expect(parseFormulaText("1_000.50e2").ast).toMatchObject({
      kind: "NumberAst",
      text: "1_000.50e2",
      value: 100050,
      integral: false,
    });
  });
});

describe("precedence", () => {
  test.each([
    ["a + b * c", "(+ a (* b c))"],
    ["a * b + c", "(+ (* a b) c)"],
    ["a - b - c", "(- (- a b) c)"],
    ["a / b // c * d", "(* (// (/ a b) c) d)"],
    ["a ?? b ?? c", "(?? a (?? b c))"],
    ["a or b and c", "(or a (and b c))"],
    ["a and b or c", "(or (and a b) c)"],
    ["a ?? b or c", "(?? a (or b c))"],
    ["not a and b", "(and (not a) b)"],
    ["a and not b == c", "(and a (not (== b c)))"],
    ["not not a", "(not (not a))"],
    ["not a in [1]", "(not (in a 1))"],
    ["a + 1 < b * 2", "(< (+ a 1) (* b 2))"],
    ["-a * b", "(* (neg a) b)"],
    ["a * -b", "(* a (neg b))"],
    ["a - -b", "(- a (neg b))"],
    ["--a", "(neg (neg a))"],
    ["-(a ^ 2)", "(neg (^ a 2))"],
    ["(-a) ^ 2", "(^ (neg a) 2)"],
    ["-(a) * 2", "(* (neg a) 2)"],
    ["a ^ -2 * b", "(* (^ a -2) b)"],
    ["a ^ 1_6", "(^ a 16)"],
    ["a.b ^ 2", "(^ (member a b) 2)"],
    ["-a.b[c].d", "(neg (member (index (member a b) c) d))"],
    ["f(x).y", "(member (call f x) y)"],
    ["(a + b) * c", "(* (+ a b) c)"],
    ["a + b is missing", "(missing (+ a b))"],
    ["a is present and a > 3", "(and (present a) (> a 3))"],
    ["a in [1, 2] or b", "(or (in a 1 2) b)"],
    ["a in b + 1..c * 2 and d", "(and (in a (+ b 1) .. (* c 2)) d)"],
    ["a not in -5..-1", "(not-in a (neg 5) .. (neg 1))"],
    ["x in 18..65", "(in x 18 .. 65)"],
    ["x in 1.5..2.5", "(in x 1.5f .. 2.5f)"],
    ["x in 1d..2d", "(in x (duration 1 d 86400000) .. (duration 2 d 172800000))"],
    ["x in a..b", "(in x a .. b)"],
    ["a in []", "(in a )"],
    ["if a then b else c ?? d", "(if a b (?? c d))"],
    ["if a then b else if c then d else e", "(if a b (if c d e))"],
    ["if a then if b then c else d else e", "(if a (if b c d) e)"],
    ["if a ?? b then c or d else -e", "(if (?? a b) (or c d) (neg e))"],
    ["match a { _ => if b then c else d }", "(match a (_ => (if b c d)))"],
    ["match match a { _ => b } { _ => c }", "(match (match a (_ => b)) (_ => c))"],
    ["(match a { _ => b }) + 1", "(+ (match a (_ => b)) 1)"],
  ])("%s", (text, expected) => expect(shown(text)).toBe(expected));
});

describe("match", () => {
  test("every kind of pattern", () => {
    expect(
      shown(
        'match x { "a" | "b" => 1, < 3 => 2, 3..5 | -1 => 3, -2..-1 => 4, missing => 0, _ => 9 }',
      ),
    ).toBe(
      '(match x ("a" | "b" => 1) (< 3 => 2) (3 .. 5 | (neg 1) => 3) ' +
        "((neg 2) .. (neg 1) => 4) (#missing => 0) (_ => 9))",
    );
  });

  test("dates, durations, bools and every comparison", () => {
    expect(
      shown(
        'match x { d"1970-01-01".. d"1970-01-02" => 1, == true => 2, != 1s => 3, <= -1d => 4, > 1.5 => 5, >= 2 => 6 }',
      ),
    ).toBe(
      "(match x ((date 0) .. (date 1) => 1) (== #true => 2) (!= (duration 1 s 1000) => 3) " +
        "(<= (neg (duration 1 d 86400000)) => 4) (> 1.5f => 5) (>= 2 => 6))",
    );
  });

  test("over several lines", () => {
    expect(shown("match x {\n  1 =>\n    2,\r\n\t_ => 3\n}\n")).toBe("(match x (1 => 2) (_ => 3))");
  });
});

describe("spans", () => {
  function spans(ast: FormulaAst, text: string): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [key, value] of Object.entries(ast)) {
      if (!/span$/i.test(key)) continue;
      const { start, end } = value as { start: number; end: number };
      found[key] = text.slice(start, end);
    }
    return found;
  }

  test.each([
    ["  a + (b * c) ", { span: "a + (b * c)", operatorSpan: "+" }],
    [" (a) * (b) ", { span: "(a) * (b)" }],
    ["f( x ) ", { span: "f( x )", calleeSpan: "f" }],
    ["a . b", { span: "a . b", memberSpan: "b" }],
    ["(x) ^ - 2", { span: "(x) ^ - 2", exponentSpan: "- 2" }],
    ["x  is  present ", { span: "x  is  present" }],
    ["x in [ 1 ] ", { span: "x in [ 1 ]" }],
    ["x in 1 .. (2)", { span: "x in 1 .. (2)" }],
    ["not (a)", { span: "not (a)" }],
    ["match x { _ => 1 } ", { span: "match x { _ => 1 }" }],
    ["if a then b else (c)", { span: "if a then b else (c)" }],
  ])("%s", (text, expected) => {
    expect(spans(parseFormulaText(text).ast, text)).toMatchObject(expected);
  });

  test("the second branch of a chain begins at its own `if`", () => {
    const { ast } = parseFormulaText("if a then b else if c then d else e");
    expect(ast.kind === "IfAst" && ast.otherwise?.span).toMatchObject({ start: 17, end: 35 });
  });

  test("arguments, arms, patterns and selections", () => {
    const text = "f(x where (y), n: 2) + match z { 1 | < 2 => 3 }";
    const { ast } = parseFormulaText(text.replace("+ match", "+ (match") + ")");
    const inText = (span: { start: number; end: number }): string =>
      (text.replace("+ match", "+ (match") + ")").slice(span.start, span.end);
    if (ast.kind !== "BinaryAst" || ast.left.kind !== "CallAst" || ast.right.kind !== "MatchAst") {
      throw new Error("not read as a sum of a call and a match");
    }
    expect(ast.left.args.map((argument) => inText(argument.span))).toEqual(["x", "n: 2"]);
    expect(ast.left.selection && inText(ast.left.selection.span)).toBe("where (y)");
    const arm = ast.right.arms[0];
    expect(arm && inText(arm.span)).toBe("1 | < 2 => 3");
    expect(arm?.patterns.map((pattern) => inText(pattern.span))).toEqual(["1", "< 2"]);
  });

  test("are those that the formula's text gives", () => {
    const text = "a + b";
    const file = { path: "x.feat.yaml", text: `result: ${text}` };
    const { ast } = parseFormula({
      text,
      span: { file, start: 8, end: 13 },
      at: (start, end) => ({ file, start: start + 8, end: end + 8 }),
    });
    expect(ast.kind === "BinaryAst" && ast.right.span).toEqual({ file, start: 12, end: 13 });
  });
});

import { describe, expect, test } from "vitest";
import { parseFormulaText } from "../../../compiler/src/formula/parse.js";
import { printFormula } from "../../../compiler/src/formula/print.js";

function printed(text: string): string {
  const { ast, diagnostics } = parseFormulaText(text);
  expect(diagnostics).toEqual([]);
  return printFormula(ast);
}

describe("one spelling", () => {
  test.each([
    ["a+b*c", "a + b * c"],
    ["((a+b))*c", "(a + b) * c"],
    ["(a*b)+c", "a * b + c"],
    ["a-(b-c)", "a - (b - c)"],
    ["(a??b)??c", "(a ?? b) ?? c"],
    ["a??(b??c)", "a ?? b ?? c"],
    ["(a==b)==c", "(a == b) == c"],
    ["(not a) and b", "not a and b"],
    ["not(a and b)", "not (a and b)"],
    ["(not a)==b", "(not a) == b"],
    ["-(-a)", "-(-a)"],
    ["-(a^2)", "-(a ^ 2)"],
    ["(-a)^-2", "(-a) ^ -2"],
    ["'it\\'s \"x\"'", '"it\'s \\"x\\""'],
    ["'\\u{1f600}\\u{202e}\\u{d}'", '"\u{1F600}\\u{202E}\\u{D}"'],
    ["t'2020-01-31T10:00:00Z'", 't"2020-01-31T10:00:00Z"'],
    ["1_000d", "1000d"],
    ["1_000", "1_000"],
    ["[ a,[b ]]", "[a, [b]]"],
    ["x in  1 .. 2", "x in 1..2"],
    ["x in a+1..b", "x in a + 1 .. b"],
    ["x not  in[ 1 ]", "x not in [1]"],
    ["(a+b) is present", "a + b is present"],
    ["a+(if b then c else d)", "a + (if b then c else d)"],
    ["(if a then b else c)", "if a then b else c"],
    ["f( n : a ,b )", "f(n: a, b)"],
    ["sum(x skip missing,2)", "sum(x skip missing, 2)"],
    ["count(p during(a,b]latest 2)", "count(p during (a, b] latest 2)"],
    ["(5).x", "(5).x"],
    ["match x{1|-2=>a,_=>b}", "match x { 1 | -2 => a, _ => b }"],
  ])("%s", (text, expected) => {
    expect(printed(text)).toBe(expected);
    expect(printed(expected)).toBe(expected);
  });
});

describe("long formulas are broken over lines", () => {
  const long = "some_very_long_feature_name";

  test("if", () => {
    const text = `if ${long} > 1 then ${long} else if ${long} > 2 then ${long} * 2 else ${long} * 3`;
    const expected = [
      `if ${long} > 1 then`,
      `  ${long}`,
      `else if ${long} > 2 then`,
      `  ${long} * 2`,
      `else`,
      `  ${long} * 3`,
    ].join("\n");
    expect(printed(text)).toBe(expected);
    expect(printed(expected)).toBe(expected);
  });

  test("match, with an if that fits and one that does not", () => {
    const short = `if ${long} then 1 else 2`;
    const wide = `if ${long} > ${long} then ${long} + 1 else ${long} + 2`;
    const expected = [
      `match ${long} {`,
      `  < 1 => ${short},`,
      `  2..3 | missing => if ${long} > ${long} then`,
      `    ${long} + 1`,
      `  else`,
      `    ${long} + 2,`,
      `  _ => 0`,
      `}`,
    ].join("\n");
    expect(printed(`match ${long} { < 1 => ${short}, 2..3 | missing => ${wide}, _ => 0 }`)).toBe(
      expected,
    );
    expect(printed(expected)).toBe(expected);
  });

  test("100 columns fit on a line, 101 do not", () => {
    const fits = `if a then b else ${"c".repeat(83)}`;
    expect(fits).toHaveLength(100);
    expect(printed(fits)).toBe(fits);
    expect(printed(`${fits}c`)).toBe(`if a then\n  b\nelse\n  ${"c".repeat(84)}`);
  });
});

test("an `if` without `else` does not take that of another", () => {
  const { ast } = parseFormulaText("if a then (if b then c) else d");
  expect(printFormula(ast)).toBe("if a then (if b then c) else d");
});

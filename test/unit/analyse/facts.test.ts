import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";

const input = `
  a: { type: number, range: [0, 10] }
  b: { type: number, range: [1, 4] }
  c: { type: number?, range: [-2, 2] }
  n: { type: int, range: [-3, 8] }
  free: number
  word: { type: enum, values: [x, y, z] }
  maybe: { type: enum?, values: [x, y] }
  yes: bool?
  short: { type: string, length: [2, 5] }
  long: { type: string, length: [3, null] }
  day: date
  at: timestamp
`;

function factOf(formula: string): { missing: boolean; low?: number; high?: number } {
  const text = `featc: 1\nname: example\ninput:${input}features:\n  f:\n    type: number?\n    formula: |\n      ${formula}\n`;
  const { facts, diagnostics } = check("example.feat.yaml", { readFile: () => text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const fact = facts?.step("f").formula;
  if (fact === undefined) throw new Error("no fact");
  return fact.domain.kind === "number"
    ? { missing: fact.missing, low: fact.domain.low, high: fact.domain.high }
    : { missing: fact.missing };
}

const always = (low: number, high: number) => ({ missing: false, low, high });
const sometimes = (low: number, high: number) => ({ missing: true, low, high });

describe("what a formula can be", () => {
  it.each([
    ["a + b", always(1, 14)],
    ["a - b", always(-4, 9)],
    ["a * b", always(0, 40)],
    ["-a", always(-10, 0)],
    ["n * n", always(0, 64)],
    ["n * (n + 0)", always(-24, 64)],
    ["n ^ 2", always(0, 64)],
    ["a / b", always(0, 10)],
    ["c + 1", sometimes(-1, 3)],
    ["c ?? 7", always(-2, 7)],
    ["abs(n)", always(0, 8)],
    ["clip(free, 0, 1)", always(0, 1)],
    ["sqrt(a)", always(0, Math.sqrt(10))],
    ["floor(b)", always(1, 4)],
    ["bucketize(a, [1, 2])", always(0, 2)],
    ["hour(at)", always(0, 23)],
    ["month(day)", always(1, 12)],
    ['length("abc") * 0 + n', always(-3, 8)],
    ["length(short)", always(2, 5)],
    ["length(if b > 2 then short else word)", always(1, 5)],
    ['length(if b > 2 then short else "seven77")', always(2, 7)],
    ['length(if short != "ab" then short else "a")', always(0, 4294967296)],
  ])("%s", (formula, expected) => {
    expect(factOf(formula)).toEqual(expected);
  });

  it.each([
    ["b / a", "division by zero at a = 0"],
    ["1 / c", "c optional, and 0"],
    ["free * free", "overflow"],
    ["free + free", "overflow"],
    ["sqrt(n)", "below 0"],
    ["ln(a)", "at 0"],
    ["if a > 0 then c else 1", "one branch"],
  ])("%s may be missing (%s)", (formula) => {
    expect(factOf(formula).missing).toBe(true);
  });

  it.each([
    ["if a > 0 then b / a else 0"],
    ["if a != 0 then b / a else 0"],
    ["if not (a == 0) then b / a else 0"],
    ["if a <= 0 then 0 else 1 / a"],
    ["if c is present then c else 0"],
    ["if c is missing then 0 else c"],
    ["if c is present and c > 1 then c else 0"],
    ["if c is missing or c <= 0 then 1 else ln(c)"],
    ["if n in [1, 2] then 1 / n else 0"],
    ["match c { missing => 0, _ => c }"],
    ['match maybe { "x" => 1, "y" => 2, missing => 3 }'],
    ['match word { "x" => 1, "y" | "z" => 2 }'],
    ["match n { < 0 => -1, 0 => 0, _ => 1 / n }"],
    ["sqrt(a + 1)"],
    ["ln(b)"],
    ["ln(a + 1)"],
    ["log1p(a)"],
    ["1 / (a + 1)"],
    ["1 / (n - 10)"],
    ["exp(a)"],
    ["pow(b, 0.5)"],
    ["free / 2"],
    ["if free > 0 then a / free else 0"],
  ])("%s is never missing", (formula) => {
    expect(factOf(formula).missing).toBe(false);
  });

  it("keeps what both ways of an `or` have in common", () => {
    expect(factOf("if a < 2 or a > 9 then a else 5")).toEqual(always(0, 10));
    expect(factOf("if n < 0 or n == 0 then n else 1")).toEqual(always(-3, 1));
  });

  it("joins the branches of a chain", () => {
    expect(factOf("if a < 2 then a else if a < 5 then a + 10 else 3")).toEqual(always(0, 15));
  });

  it("knows that clamping gives a bound that the formula never does", () => {
    const text = `featc: 1
name: example
input:${input}
features:
  f: { formula: "if yes ?? false then -27 else 9007199254740991", range: [-5, 30000], outside: clamp }
`;
    const { facts } = check("example.feat.yaml", { readFile: () => text });
    expect(facts?.step("f").final).toMatchObject({
      missing: false,
      domain: { low: -5, high: 30000 },
    });
  });
});

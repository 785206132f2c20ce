import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import { givenText } from "../../../compiler/src/diagnostics/given-text.js";

const input = `
  age: { type: int, range: [0, 120] }
  day: { type: date, range: [2020-01-01, 2024-12-31] }
  job: { type: enum, values: [a, b, c] }
  x: { type: number, range: [0, 10] }
  maybe: { type: int?, range: [0, 9] }
  yes: bool
`;

/** Of the formula as a feature; each diagnostic as `code | row`. */
function found(formula: string, functions = ""): readonly string[] {
  const text = `featc: 1\nname: example\ninput:${input}${functions}features:\n  f:\n    type: int?\n    formula: |\n      ${formula}\n`;
  const { diagnostics } = check("example.feat.yaml", { readFile: () => text });
  return diagnostics
    .filter(({ code }) => code !== "missing/needless-optional")
    .map(({ code, example }) => `${code} | ${example.length > 0 ? givenText(example) : ""}`);
}

describe("a match that forgets a case shows a row of it", () => {
  it.each([
    ["match age { < 18 => 0, 19..64 => 1, > 64 => 2 }", "given: { age: 18 }"],
    ['match day { < d"2022-01-01" => 0, > d"2022-01-01" => 1 }', 'given: { day: "2022-01-01" }'],
    ['match job { "a" => 1, "b" => 2 }', 'given: { job: "c" }'],
    ["match x { < 1 => 0, > 1 => 1 }", "given: { x: 1 }"],
    ["match maybe { 0..9 => 1 }", "given: { maybe: null }"],
    ["match age + 1 { <= 20 => 0, > 21 => 1 }", "given: { age: 20 }"],
    ["match age { < 18 => match age { < 10 => 1, > 10 => 2 }, _ => 3 }", "given: { age: 10 }"],
  ])("%s: %s", (formula, row) => {
    expect(found(formula)).toEqual([`type/not-exhaustive | ${row}`]);
  });
});

describe("an arm that nothing reaches", () => {
  it.each([
    ["match age { < 18 => 0, 10..17 => 1, _ => 2 }", "given: { age: 17 }"],
    [
      'if job == "a" then 1 else if job == "a" and yes then 2 else 3',
      'given: { job: "a", yes: true }',
    ],
    ["if x >= 0 then 1 else 2", ""],
    ["if x > 10 then 1 else 2", ""],
    ["match age { > 120 => 0, _ => 1 }", ""],
  ])("%s: %s", (formula, row) => {
    expect(found(formula)).toEqual([`type/unreachable-arm | ${row}`]);
  });

  it("inside a function, with the arguments of the call", () => {
    const functions = "functions:\n  band(n): 'match n { < 18 => 0, 5..10 => 1, _ => 2 }'\n";
    expect(found("band(age)", functions)).toEqual(["type/unreachable-arm | given: { age: 5 }"]);
  });
});

describe("arms of a match that share a value", () => {
  it.each([
    ["match age { 0..18 => 0, 18..65 => 1, _ => 2 }", "given: { age: 18 }"],
    ["match age { < 18 => 0, 10..64 => 1, _ => 2 }", "given: { age: 17 }"],
    ["match x { < 6 => 0, > 5 => 1, _ => 2 }", "given: { x: 5.5 }"],
    ['match day { <= d"2022-01-01" => 0, >= d"2022-01-01" => 1 }', 'given: { day: "2022-01-01" }'],
    ["match age { 1 | 5 | 9 => 0, 5..7 => 1, _ => 2 }", "given: { age: 5 }"],
  ])("%s: %s", (formula, row) => {
    expect(found(formula)).toContain(`type/overlapping-arms | ${row}`);
  });

  it.each([
    "match age { < 18 => 0, < 65 => 1, _ => 2 }",
    "match age { 5 => 0, 0..10 => 1, _ => 2 }",
    "match age { 0..17 => 0, 18..65 => 1, _ => 2 }",
    'match job { "a" => 0, "b" | "c" => 1 }',
    "if age < 18 then 0 else if age > 10 and yes then 1 else 2",
  ])("%s: nothing", (formula) => {
    expect(found(formula)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import { saidOfFeature } from "../../support/mistakes.js";

describe("what may be missing", () => {
  it.each([
    ["income", "`impute: 0`", "`type: number?`"],
    ["{ formula: income + 1, range: [1, 1e8] }", "`impute: 1`", "`type: number?`"],
    ["member", "`impute: false`", "`type: bool?`"],
    ["city", `\`impute: '"unknown"'\``, "`type: string?`"],
    ['if city == "x" ?? false then job else missing', `\`impute: '"salaried"'\``, "`type: enum?`"],
    ["born + age * 1000", "`impute: 'd\"2020-01-31\"'`", "`type: date?`"],
    ["as_of + 1d", "`impute: 't\"2020-01-31T10:00:00Z\"'`", "`type: timestamp?`"],
  ])("%s is told a value and a type of its own", (yaml, impute, type) => {
    const said = saidOfFeature(yaml);
    expect(said.map(({ code }) => code)).toEqual(["missing/possible-missing"]);
    expect(said[0]?.hint).toContain(impute);
    expect(said[0]?.hint).toContain(type);
  });
});

describe("a `match` that forgets a case", () => {
  const leftOf = (yaml: string) =>
    saidOfFeature(yaml).map(({ code, label }) => (code === "type/not-exhaustive" ? label : code));

  it.each([
    ["match income { > 0 => 1, <= 0 => 2 }", "no arm for missing"],
    ["match income { > 5 => 1, < 5 => 2, missing => 0 }", "no arm for 5"],
    ["match age { < 30 => 1, > 30 => 2 }", "no arm for 30"],
    ['match job { "salaried" => 1 }', 'no arm for "retired"'],
    ["match member { true => 1 }", "no arm for false, missing"],
    ['match city { "x" => 1 }', "no arm for other values, missing"],
  ])("%s", (yaml, left) => {
    expect(leftOf(`'${yaml}'`)).toEqual([left]);
  });
});

describe("an example that the contract does not admit", () => {
  it.each([
    ["{ age: 3 }", "age is outside its range"],
    ["{ age: x }", "age is of another type"],
    ["{ job: boss }", "job is none of the values"],
  ])("%s", (given, label) => {
    const said = saidOfFeature(`{ formula: age, examples: [{ given: ${given}, expect: 3 }] }`);
    expect(said).toMatchObject([{ code: "example/rejected", label }]);
  });
});

describe("what may leave its range", () => {
  it("is not reported where a rule was meant and mistyped", () => {
    expect(saidOfFeature("{ formula: age, range: [0, 5], outside: clip }")).toMatchObject([
      { code: "spec/unknown-value", at: "clip" },
    ]);
  });

  it("is reported with the widest value that shows it", () => {
    expect(saidOfFeature("{ formula: age, range: [0, 100] }")).toMatchObject([
      { code: "range/possible-outside", label: "it can be from 18 to 120" },
    ]);
  });
});

describe("the row that shows a problem", () => {
  const specOf = (formula: string): string => `featc: 1
name: example
input: { a: number?, at: timestamp }
features:
  late: hour(as_of)
  f: { formula: ${formula}, range: [0, 1e9], outside: clamp }
`;
  const exampleOf = (formula: string) =>
    check("example.feat.yaml", { readFile: () => specOf(formula) }).diagnostics.map((diagnostic) =>
      diagnostic.example.map(({ name }) => name),
    );

  it("has as_of where the formula reads it, and not because another one does", () => {
    expect(exampleOf("a")).toEqual([["a"]]);
    expect(exampleOf("a * ((as_of - at) / 1d)")).toEqual([["a", "at", "as_of"]]);
  });
});

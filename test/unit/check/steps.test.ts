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

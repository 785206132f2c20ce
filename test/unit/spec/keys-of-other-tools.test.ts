import { expect, it } from "vitest";
import { saidOfFeature, saidOfField } from "../../support/mistakes.js";

it.each([
  ["x: { type: number, min: 0 }", "min", "range: [0, null]"],
  ["x: { type: number, maximum: 5 }", "maximum", "range: [null, 100]"],
  ["x: { type: number, optional: true }", "optional", "`type: number?`"],
  ["x: { type: number, nullable: true }", "nullable", "`type: number?`"],
  ["x: { type: number, required: true }", "required", "leave it out"],
  ["x: { type: number, default: 0 }", "default", "`x ?? 0`"],
  ["x: { type: number, __proto__: 0 }", "__proto__", "keys that can stand here"],
])("a field: %s", (yaml, key, hint) => {
  const said = saidOfField(yaml);
  expect(said.map(({ code, at }) => [code, at])).toEqual([["spec/unknown-key", key]]);
  expect(said[0]?.hint).toContain(hint);
});

it("a feature: default", () => {
  const said = saidOfFeature("{ formula: income, impute: 0, default: 0 }");
  expect(said.map(({ code, at }) => [code, at])).toEqual([["spec/unknown-key", "default"]]);
  expect(said[0]?.hint).toContain("impute: 0");
});

it("a reserved name of a field keeps the producer's key", () => {
  expect(saidOfField("class: int")[0]?.hint).toBe(
    'write `class_value`, and say what the producer calls it: `name: "class"`.',
  );
});

it("a key says which types it is for", () => {
  expect(saidOfField("x: { type: number, values: [a] }")[0]?.hint).toBe(
    "`values` is for the type enum.",
  );
  expect(saidOfField("x: { type: string, range: [0, 1] }")[0]?.hint).toBe(
    "`range` is for the types number, int, date, timestamp.",
  );
});

it("a comma too many", () => {
  expect(saidOfFeature("{ formula: age / 2,, range: [0, 60] }")).toEqual([
    { code: "yaml/extra-comma", at: ",", label: undefined, hint: "remove one of them." },
  ]);
});

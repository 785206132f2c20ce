import { expect, it } from "vitest";
import { NameScope, camelCase, pascalCase } from "../../../compiler/src/emit/names.js";

it("turns names of a spec into names of TypeScript", () => {
  expect(["model_input", "late_90d", "x"].map(camelCase)).toEqual(["modelInput", "late90d", "x"]);
  expect(["model_input", "late_90d", "x"].map(pascalCase)).toEqual(["ModelInput", "Late90d", "X"]);
});

it("gives each name once, and none that would hide another", () => {
  const scope = new NameScope(["row"]);
  expect(
    ["age", "age", "age", "row", "log1p", "class", "Math"].map((name) => scope.take(name)),
  ).toEqual(["age", "ageValue", "ageValue2", "rowValue", "log1pValue", "classValue", "MathValue"]);
  const inner = scope.inner();
  expect(inner.take("age")).toBe("ageValue3");
  expect(inner.take("debt")).toBe("debt");
  expect(scope.take("debt")).toBe("debt");
});

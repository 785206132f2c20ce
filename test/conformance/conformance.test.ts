import { describe, expect, it } from "vitest";
import { functionNames } from "../../compiler/src/functions/registry.js";
import { compareFunctions, generatedCode } from "./compare-functions.js";
import type { Compile } from "./differing-feature.js";

/** Takes every root above 1 for one more than it is. */
const wrongRoot: Compile = (program) => {
  const compute = generatedCode(program);
  return (input, options) => {
    const features = { ...compute(input, options) };
    const root = features["call_sqrt"];
    if (typeof root === "number" && root > 1) features["call_sqrt"] = root + 1;
    return features;
  };
};

describe("interpreter and generated TypeScript", () => {
  it("agree bit for bit on every function", () => {
    const outcome = compareFunctions(20_261_123, 20_000);
    expect(outcome.failure).toBeUndefined();
    expect(outcome.uncovered).toEqual([]);
    expect([...outcome.pairs.keys()].toSorted()).toEqual([...functionNames].toSorted());
    expect(outcome.total).toBeGreaterThanOrEqual(20_000);
  });

  it("compare the same for a seed, and something else for another", () => {
    const [first, again, other] = [3, 3, 4].map((seed) => compareFunctions(seed, 9_000).pairs);
    expect([...(again ?? [])]).toEqual([...(first ?? [])]);
    expect([...(other ?? [])]).not.toEqual([...(first ?? [])]);
  });

  it("show a difference by its smallest formula and row", () => {
    const { failure } = compareFunctions(1, 200_000, wrongRoot);
    const [formula = "", row = "", values = ""] = (failure ?? "").split("\n");
    expect(formula).toMatch(/^formula {3}sqrt\(/u);
    expect(row).toMatch(/^row {7}\{/u);
    const [, interpreted, generated] = /interpreted (\S+), generated (\S+)$/u.exec(values) ?? [];
    expect(Number(generated)).toBe(Number(interpreted) + 1);
  });
});

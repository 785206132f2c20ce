import { describe, expect, it } from "vitest";
import { aggregateNames } from "../../../compiler/src/functions/aggregates/aggregate.table.js";
import { functionNames } from "../../../compiler/src/functions/registry.js";
import { insteadOf } from "../../../compiler/src/lower/call-names.table.js";

const known = new Set<string>([...functionNames, ...aggregateNames, "one_hot", "multi_hot"]);

describe("names that people try", () => {
  it("are none of the language", () => {
    expect(Object.keys(insteadOf).filter((name) => known.has(name))).toEqual([]);
  });

  it("are sent to functions that exist", () => {
    const named = Object.values(insteadOf).flatMap((hint) =>
      [...(hint ?? "").matchAll(/\b([a-z][a-z0-9_]*)\(/g)].map(([, name]) => name ?? ""),
    );
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

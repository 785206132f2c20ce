import { describe, expect, it } from "vitest";
import { aggregateNames } from "../../compiler/src/functions/aggregates/aggregate.table.js";
import { compareAggregates } from "./compare-aggregates.js";

const covered = new Set<string>();

describe("aggregates in the interpreter and in generated code", () => {
  it.each(Array.from({ length: 14 }, (_, i) => i + 1))(
    "agree to the bit, within the facts (seed %i)",
    async (seed) => {
      const { pairs, failure } = await compareAggregates(seed, 100);
      expect(failure).toBeUndefined();
      for (const name of pairs.keys()) covered.add(name);
    },
  );

  it("have been compared, each of them", () => {
    expect(aggregateNames.filter((name) => !covered.has(name))).toEqual([]);
  });
});

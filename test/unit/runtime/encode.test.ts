import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketize, bucketizeRight, indexIn } from "../../../runtime/src/index.js";

describe("bucketize", () => {
  it("puts an edge into the bucket above it, bucketizeRight into the one below", () => {
    const edges = [0, 10, 100];
    const values = [-1, 0, 5, 10, 99, 100, 1e9];
    expect(values.map((x) => bucketize(x, edges))).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect(values.map((x) => bucketizeRight(x, edges))).toEqual([0, 0, 1, 1, 2, 2, 3]);
    expect([bucketize(1, []), bucketizeRight(1, [])]).toEqual([0, 0]);
  });

  it("counts edges", () => {
    const edge = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(fc.uniqueArray(edge), edge, (unsorted, x) => {
        const edges = Float64Array.from(unsorted).sort();
        expect(bucketize(x, edges)).toBe(unsorted.filter((e) => e <= x).length);
        expect(bucketizeRight(x, edges)).toBe(unsorted.filter((e) => e < x).length);
      }),
    );
  });
});

describe("indexIn", () => {
  it("is the position from 0, or the other number", () => {
    expect(["a", "b", "c"].map((s) => indexIn(s, ["a", "b"], -1))).toEqual([0, 1, -1]);
    expect(indexIn(-0, [0], 9)).toBe(0);
    expect(indexIn("toString", ["a"], 7)).toBe(7);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { niceRange } from "../../../../compiler/src/cli/infer/nice-range.js";

describe("niceRange", () => {
  it.each([
    [18, 90, 10, 100],
    [0.42, 80, 0, 90],
    [48.52, 49.19, 48.4, 49.3],
    [-87.9, -87.5, -88, -87.4],
    [0, 0, 0, 1],
    [5, 5, 5, 6],
    [-3, -1, -4, 0],
  ])("of %d to %d is %d to %d", (min, max, lo, hi) => {
    expect(niceRange(min, max)).toEqual([lo, hi]);
  });

  it("holds what was seen, is not empty, and does not pass 0 without need", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [min, max] = a < b ? [a, b] : [b, a];
        const [lo, hi] = niceRange(min, max);
        expect(lo <= min && max <= hi).toBe(true);
        expect(Number.isFinite(lo) && Number.isFinite(hi)).toBe(true);
        if (min >= 0) expect(lo).toBeGreaterThanOrEqual(0);
        if (max < 0) expect(hi).toBeLessThanOrEqual(0);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { scaleFor } from "../../../compiler/src/report/scale.js";

const round = (value: number): number => Math.round(value * 1000) / 1000;

describe("where values are drawn", () => {
  it("in proportion within a declared range that holds all of them", () => {
    const { place, note } = scaleFor({ low: 2, high: 8 }, { low: 0, high: 10 });
    expect([0, 5, 10].map(place).map(round)).toEqual([0.06, 0.5, 0.94]);
    expect(round(place(2))).toBe(round(0.06 + 0.2 * 0.88));
    expect(note).toBeNull();
  });

  it("pressed together beyond the range, so that the range stays readable", () => {
    const { place, note } = scaleFor({ low: 0, high: 1e100 }, { low: 0, high: 5 });
    expect([0, 5].map(place).map(round)).toEqual([0.06, 0.78]);
    expect(round(place(1e100))).toBe(0.94);
    expect(place(1e50)).toBeGreaterThan(place(5));
    expect(place(1e50)).toBeLessThan(place(1e100));
    expect(note).toBe("outside the range not in proportion");
  });

  it("on both sides of a range", () => {
    const { place } = scaleFor({ low: -10, high: 20 }, { low: 0, high: 10 });
    expect([-10, 0, 10, 20].map(place).map(round)).toEqual([0.06, 0.22, 0.78, 0.94]);
  });

  it("by size without a range where sizes differ very much", () => {
    const { place, note } = scaleFor({ low: 1, high: 1e6 }, null);
    expect([1, 1e6].map(place).map(round)).toEqual([0.06, 0.94]);
    expect(place(1e3)).toBeGreaterThan(0.4);
    expect(note).toBe("logarithmic scale");
  });

  it("at the edges where there is no bound", () => {
    const { place } = scaleFor({ low: -1.7e308, high: 1.7e308 }, null);
    expect([-1.7e308, 1.7e308].map(place)).toEqual([0, 1]);
  });

  it.each([
    [{ low: 3, high: 3 }, null],
    [
      { low: 3, high: 3 },
      { low: 3, high: 3 },
    ],
    [
      { low: 0, high: 0 },
      { low: 0, high: 1 },
    ],
  ])("inside the drawing for a single value %j in %j", (proved, declared) => {
    const place = scaleFor(proved, declared).place(proved.low);
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThanOrEqual(1);
  });
});

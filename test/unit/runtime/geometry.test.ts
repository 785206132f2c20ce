import { describe, expect, it } from "vitest";
import { degrees, haversineKm, interpolate, radians } from "../../../runtime/src/geometry.js";

describe("radians and degrees", () => {
  it("are those of the common angles", () => {
    expect(radians(180)).toBe(Math.PI);
    expect(radians(90)).toBe(Math.PI / 2);
    expect(degrees(Math.PI)).toBe(180);
    expect(degrees(1e308)).toBe(Infinity);
  });
});

describe("haversineKm", () => {
  it("is 0 for a point and itself, and half the equator for opposite points", () => {
    expect(haversineKm(48.2, 16.37, 48.2, 16.37)).toBe(0);
    expect(haversineKm(0, 0, 0, 180)).toBeCloseTo(6371 * Math.PI, 9);
    expect(haversineKm(90, 0, -90, 77)).toBeCloseTo(6371 * Math.PI, 9);
  });

  it("is a known distance: Vienna to Paris, by the law of cosines", () => {
    const [lat1, lon1, lat2, lon2] = [48.2082, 16.3738, 48.8566, 2.3522];
    const r = (x: number): number => (x * Math.PI) / 180;
    const cosine =
      Math.sin(r(lat1)) * Math.sin(r(lat2)) +
      Math.cos(r(lat1)) * Math.cos(r(lat2)) * Math.cos(r(lon2 - lon1));
    expect(haversineKm(lat1, lon1, lat2, lon2)).toBeCloseTo(6371 * Math.acos(cosine), 6);
  });

  it("is NaN for angles that the sine does not take", () => {
    expect(haversineKm(0, 0, 0, 1e9)).toBeNaN();
  });
});

describe("interpolate", () => {
  const xs = [0, 10, 20];
  const ys = [1, 3, -1];

  it("is linear between the points and level outside of them", () => {
    const at = (x: number): number => interpolate(x, xs, ys);
    expect([-5, 0, 5, 10, 15, 20, 25].map(at)).toEqual([1, 1, 2, 3, 1, -1, -1]);
  });

  it("never leaves the neighbours' interval by rounding", () => {
    for (let i = 0; i <= 1000; i += 1) {
      const y = interpolate(i / 1000, [0, 1], [0.1, 0.3]);
      expect(y).toBeGreaterThanOrEqual(0.1);
      expect(y).toBeLessThanOrEqual(0.3);
    }
  });
});

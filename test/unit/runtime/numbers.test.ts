import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clip,
  finite,
  float32,
  floorDivide,
  greatest,
  hypot,
  least,
  modFloat,
  modInt,
  powerInt,
  round,
  roundHalfEven,
  roundTo,
  safeInt,
  sign,
  toInt,
} from "../../../runtime/src/index.js";

const LARGEST = 9007199254740991;
const int = fc.maxSafeInteger();

describe("guards", () => {
  it("finite: all doubles but infinities and NaN", () => {
    expect([0, -1.5, Number.MAX_VALUE, 5e-324].map(finite)).toEqual([
      0, -1.5, 1.7976931348623157e308, 5e-324,
    ]);
    expect([Infinity, -Infinity, NaN].map(finite)).toEqual([null, null, null]);
  });

  it("safeInt: up to 2^53 - 1", () => {
    expect([LARGEST, -LARGEST, 0].map(safeInt)).toEqual([LARGEST, -LARGEST, 0]);
    expect([LARGEST + 1, -LARGEST - 1, NaN, Infinity].map(safeInt)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("integer division", () => {
  it("rounds towards minus infinity", () => {
    expect(floorDivide(-7, 2)).toBe(-4);
    expect(floorDivide(7, -2)).toBe(-4);
    expect(floorDivide(7, 0)).toBeNaN();
    expect(floorDivide(0, 0)).toBeNaN();
  });

  it("has a remainder with the sign of the divisor", () => {
    expect([modInt(-7, 3), modInt(7, -3), modInt(6, 3), modInt(-7, -3)]).toEqual([2, -2, 0, -1]);
    expect([modInt(5, 0), modFloat(5.5, 0)]).toEqual([NaN, NaN]);
    expect([modFloat(-7.5, 2), modFloat(7.5, -2), modFloat(5.5, 2)]).toEqual([0.5, -0.5, 1.5]);
    expect(modFloat(-1e-20, 3)).toBe(3);
  });

  it("is exact for all ints", () => {
    fc.assert(
      fc.property(int, int, (a, b) => {
        fc.pre(b !== 0);
        const [x, y] = [BigInt(a), BigInt(b)];
        const r = ((x % y) + y) % y;
        expect(BigInt(modInt(a, b))).toBe(r);
        expect(BigInt(floorDivide(a, b))).toBe((x - r) / y);
      }),
      { numRuns: 2000 },
    );
  });

  it("is exact just below a multiple", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 94906265 }),
        fc.integer({ min: 1, max: 94906265 }),
        (b, q) => {
          expect(floorDivide(q * b - 1, b)).toBe(q - 1);
          expect(floorDivide(q * b, b)).toBe(q);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("order", () => {
  it("sign", () => {
    expect([-2.5, -0, 0, 5e-324].map(sign)).toEqual([-1, 0, 0, 1]);
  });

  it("least and greatest give the first of equals", () => {
    expect([least(1, 2), least(2, 1), greatest(1, 2), greatest(2, 1)]).toEqual([1, 1, 2, 2]);
    expect([least(0, -0), greatest(-0, 0)]).toEqual([0, -0]);
  });

  it("clip", () => {
    expect([-1, 0, 0.5, 1, 2].map((x) => clip(x, 0, 1))).toEqual([0, 0, 0.5, 1, 1]);
  });
});

describe("powerInt", () => {
  it("multiplies over the bits of the exponent from the left", () => {
    const x = 1.1;
    const x3 = x * x * x;
    expect(powerInt(x, 6)).toBe(x3 * x3);
    expect(powerInt(x, 7)).toBe(x3 * x3 * x);
    expect(powerInt(x, 5)).toBe(x * x * (x * x) * x);
    expect(powerInt(x, -3)).toBe(1 / x3);
    expect([powerInt(x, 0), powerInt(0, 0), powerInt(x, 1), powerInt(-2, 3)]).toEqual([
      1,
      1,
      x,
      -8,
    ]);
  });

  it("leaves the doubles where the result does", () => {
    expect(powerInt(0, -2)).toBe(Infinity);
    expect(powerInt(1e200, 2)).toBe(Infinity);
    expect(powerInt(1e200, -2)).toBe(0);
  });
});

describe("rounding", () => {
  it("round: halves away from zero", () => {
    expect([2.5, -2.5, 0.5, -0.5, 1.4999999999999998].map(round)).toEqual([3, -3, 1, -1, 1]);
    expect(round(0.49999999999999994)).toBe(0);
    expect(round(4503599627370497)).toBe(4503599627370497);
  });

  it("roundHalfEven: halves to the even number", () => {
    expect([0.5, 1.5, 2.5, -2.5, 3.5].map((x) => roundHalfEven(x) + 0)).toEqual([0, 2, 2, -2, 4]);
    expect(roundHalfEven(2667678270246156.5)).toBe(2667678270246156);
    expect(roundHalfEven(4503599627370495.5)).toBe(4503599627370496);
    expect([1e300, -1e300].map(roundHalfEven)).toEqual([1e300, -1e300]);
    expect(roundHalfEven(NaN)).toBeNaN();
  });

  it("roundTo scales in binary64", () => {
    expect(roundTo(2.675, 2)).toBe(2.68);
    expect(roundTo(1.005, 2)).toBe(1);
    expect(roundTo(81.085, 2)).toBe(81.08);
    expect([roundTo(1250, -2), roundTo(-1250, -2), roundTo(1.5, 0)]).toEqual([1300, -1300, 2]);
    expect(roundTo(0.1234567890123456, 15)).toBe(0.123456789012346);
    expect(finite(roundTo(1e300, 10))).toBeNull();
  });
});

describe("conversion", () => {
  it("toInt does not round", () => {
    expect([3, -3, 1e300].map(toInt)).toEqual([3, -3, 1e300]);
    expect([0.5, NaN].map(toInt)).toEqual([NaN, NaN]);
    expect(safeInt(toInt(Infinity))).toBeNull();
  });

  it("float32 ends at 3.4028235677973366e38", () => {
    expect(float32(0.1)).toBe(0.10000000149011612);
    expect(finite(float32(3.4028235677973366e38))).toBeNull();
    expect(float32(3.4028235677973362e38)).toBe(3.4028234663852886e38);
  });

  it("hypot is sqrt(a*a + b*b)", () => {
    expect(hypot(3, 4)).toBe(5);
    expect(hypot(1e-200, 0)).toBe(0);
    expect(finite(hypot(1e200, 0))).toBeNull();
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as runtime from "../../../runtime/src/index.js";

// Vectors written by test/vectors/StrictMathVectors.java with OpenJDK 17.
const unary = {
  exp: runtime.exp,
  expm1: runtime.expm1,
  ln: runtime.ln,
  log1p: runtime.log1p,
  log10: runtime.log10,
  log2: runtime.log2,
  logit: runtime.logit,
  tanh: runtime.tanh,
  sigmoid: runtime.sigmoid,
  sin: runtime.sin,
  cos: runtime.cos,
  asin: runtime.asin,
  sinpi: runtime.sinpi,
  cospi: runtime.cospi,
};
const binary = { pow: runtime.pow, atan2: runtime.atan2 };

function differences(name: string, f: (...args: number[]) => number, count: number): string[] {
  const bytes = readFileSync(new URL(`../../vectors/${name}.bin`, import.meta.url));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = 8 * (count + 1);
  expect(bytes.length).toBe(4000 * size);
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const args = Array.from({ length: count }, (_, i) => view.getFloat64(at + 8 * i));
    const wanted = view.getFloat64(at + 8 * count);
    const given = f(...args);
    if (!Object.is(given, wanted)) found.push(`${name}(${args}) is ${given}, not ${wanted}`);
  }
  return found;
}

describe("bits of StrictMath", () => {
  it.each(Object.entries(unary))("%s", (name, f) => {
    expect(differences(name, f as (x?: number) => number, 1)).toEqual([]);
  });

  it.each(Object.entries(binary))("%s", (name, f) => {
    expect(differences(name, f as (x?: number, y?: number) => number, 2)).toEqual([]);
  });
});

describe("where V8's own functions differ from StrictMath", () => {
  it("exp(1) is one unit in the last place above Math.E", () => {
    expect(runtime.exp(1)).toBe(2.7182818284590455);
  });

  it("log10 is exact on all powers of ten", () => {
    for (let k = -300; k <= 300; k++) expect(runtime.log10(Number(`1e${k}`))).toBe(k);
  });

  it("log2 is ln(x) / ln 2", () => {
    expect(runtime.log2(2 ** 29)).toBe(29.000000000000004);
  });

  it("sinpi and cospi are exact at multiples of a half", () => {
    for (const x of [0, 1, 2, 3, 1e15, 2 ** 51]) expect(runtime.sinpi(x) + 0).toBe(0);
    expect([0.5, 1.5, 2.5, -0.5].map(runtime.sinpi)).toEqual([1, -1, 1, -1]);
    expect([0, 1, 2, -1, 2 ** 51].map(runtime.cospi)).toEqual([1, -1, 1, -1, 1]);
    expect([0.5, 1.5, -2.5].map((x) => runtime.cospi(x) + 0)).toEqual([0, 0, 0]);
  });
});

describe("outside the domain", () => {
  const { exp, expm1, ln, log1p, log10, log2, logit, pow, sin, cos, asin, atan2 } = runtime;

  it("gives NaN or an infinity, which finite() turns into missing", () => {
    const results = [
      exp(709.782712893385),
      expm1(709.782712893385),
      ln(0),
      ln(-0),
      ln(-1),
      log10(0),
      log10(-1),
      log2(0),
      log2(-1),
      log1p(-1),
      log1p(-1.5),
      logit(0),
      logit(1),
      logit(-0.5),
      logit(1.5),
      pow(0, -1),
      pow(-8, 1 / 3),
      pow(10, 400),
      pow(-10, 401),
      asin(1.0000000000000002),
      asin(-2),
      sin(1000000.1),
      cos(-1000000.1),
      sin(Infinity),
      runtime.sinpi(2 ** 51 + 1),
      runtime.cospi(-(2 ** 52)),
      runtime.cyclicSin(1, 0),
    ];
    expect(results.map(runtime.finite)).toEqual(results.map(() => null));
  });

  it("gives NaN for NaN", () => {
    for (const f of Object.values(unary)) expect(f(NaN)).toBeNaN();
    expect([pow(NaN, 3), pow(2, NaN), atan2(NaN, 1), atan2(1, NaN)]).toEqual([NaN, NaN, NaN, NaN]);
  });

  it("includes the ends", () => {
    expect(exp(709.782712893384)).toBeGreaterThan(1.797e308);
    expect(exp(-746)).toBe(0);
    expect(asin(1)).toBe(1.5707963267948966);
    expect(Math.abs(sin(1e6))).toBeLessThanOrEqual(1);
  });
});

describe("definitions", () => {
  it("pow takes the short ways that are exact", () => {
    expect(runtime.pow(1.1, 0)).toBe(1);
    expect(runtime.pow(0, 0)).toBe(1);
    expect(runtime.pow(1.1, 2)).toBe(1.1 * 1.1);
    expect(runtime.pow(3, -1)).toBe(1 / 3);
    expect(runtime.pow(2, 0.5)).toBe(Math.SQRT2);
    expect(runtime.pow(-2, 3)).toBe(-8);
  });

  it("atan2 does not see the sign of a zero", () => {
    const { atan2 } = runtime;
    expect([atan2(0, 0), atan2(-0, 0), atan2(0, -0), atan2(-0, -0)]).toEqual([0, 0, 0, 0]);
    expect([atan2(0, -1), atan2(-0, -1)]).toEqual([Math.PI, Math.PI]);
    expect([atan2(1, 0), atan2(1, -0), atan2(-1, -0)].map((x) => x * 2)).toEqual([
      Math.PI,
      Math.PI,
      -Math.PI,
    ]);
  });

  it("cyclic functions are sinpi and cospi of 2x / period", () => {
    expect(runtime.cyclicSin(6, 24)).toBe(1);
    expect(runtime.cyclicCos(12, 24)).toBe(-1);
    expect(runtime.cyclicSin(5, 7)).toBe(runtime.sinpi(10 / 7));
    expect(runtime.cyclicCos(5, 7)).toBe(runtime.cospi(10 / 7));
  });

  it("sigmoid overflows on neither side", () => {
    expect([-1000, -745, 0, 1000].map(runtime.sigmoid)).toEqual([0, 5e-324, 0.5, 1]);
  });
});

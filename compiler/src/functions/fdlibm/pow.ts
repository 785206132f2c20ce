/*
 * The algorithm and its constants are those of fdlibm 5.3, which carries this notice:
 *
 * ====================================================
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */

import { expTerms } from "./exp.js";
import {
  fromWords,
  highWord,
  leading,
  lowWord,
  polynomial,
  shiftExponent,
  withHighWord,
} from "./words.js";

export const logTerms = [
  5.99999999999994648725e-1, 4.28571428578550184252e-1, 3.33333329818377432918e-1,
  2.72728123808534006489e-1, 2.30660745775561754067e-1, 2.06975017800338417784e-1,
];
export const ln2 = 6.93147180559945286227e-1;
export const ln2High = 6.93147182464599609375e-1;
export const ln2Low = -1.90465429995776804525e-9;
/** -(1024 - log2(largest double + half a unit)). */
export const overflowTail = 8.0085662595372944372e-17;
/** 2 / (3 ln 2), in two parts. */
export const cp = 9.61796693925975554329e-1;
export const cpHigh = 9.61796700954437255859e-1;
export const cpLow = -7.02846165095275826516e-9;
export const inverseLn2 = 1.442695040888963387;
export const inverseLn2High = 1.44269502162933349609;
export const inverseLn2Low = 1.92596299112661746887e-8;
/** log2(1.5), in two parts. */
export const log2Of1AndHalfHigh = 5.84962487220764160156e-1;
export const log2Of1AndHalfLow = 1.35003920212974897128e-8;

interface TwoParts {
  readonly high: number;
  readonly low: number;
}

/** `e_pow`: 2 to the power y * log2(x), with log2(x) in two doubles. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  const isOdd = Math.abs(y) < 2 ** 53 && Math.abs(y % 2) === 1;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  if (y === 0.5 && x >= 0) return Math.sqrt(x);
  const size = Math.abs(x);
  if (size === 0 || size === 1) {
    if (x < 0 && !Number.isInteger(y)) return NaN;
    const result = y < 0 ? 1 / size : size;
    return x < 0 && isOdd ? -result : result;
  }
  if (x < 0 && !Number.isInteger(y)) return NaN;
  const sign = x < 0 && isOdd ? -1 : 1;
  const yHigh = highWord(y) & 0x7fffffff;
  if (yHigh > 0x41e00000) {
    const sizeHigh = highWord(size);
    const isFar = yHigh > 0x43f00000;
    if (sizeHigh < 0x3fefffff || (isFar && sizeHigh <= 0x3fefffff))
      return sign * (y < 0 ? Infinity : 0);
    if (sizeHigh > 0x3ff00000 || (isFar && sizeHigh >= 0x3ff00000))
      return sign * (y > 0 ? Infinity : 0);
    return sign * powerOfTwo(y, log2NearOne(size));
  }
  return sign * powerOfTwo(y, log2(size));
}

/** Of a number so near 1 that a short series is enough. */
function log2NearOne(size: number): TwoParts {
  const t = size - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
  const u = inverseLn2High * t;
  const v = t * inverseLn2Low - w * inverseLn2;
  const high = leading(u + v);
  return { high, low: v - (high - u) };
}

function log2(size: number): TwoParts {
  const isSubnormal = size < 2 ** -1022;
  const scaled = isSubnormal ? size * 2 ** 53 : size;
  const scaledHigh = highWord(scaled);
  const fraction = scaledHigh & 0xfffff;
  const exponent = (scaledHigh >> 20) - 1023 - (isSubnormal ? 53 : 0);
  // The significand is compared with 1, with 1.5 or, halved, with 1 again.
  const halved = fraction >= 0xbb67a;
  const onAndHalf = !halved && fraction > 0x3988e;
  const high = (fraction | 0x3ff00000) - (halved ? 0x100000 : 0);
  const a = withHighWord(scaled, high);
  const n = halved ? exponent + 1 : exponent;
  const point = onAndHalf ? 1.5 : 1;

  const u = a - point;
  const v = 1 / (a + point);
  const s = u * v;
  const sHigh = leading(s);
  const sumHigh = fromWords(((high >> 1) | 0x20000000) + 0x80000 + (onAndHalf ? 0x40000 : 0), 0);
  const sumLow = a - (sumHigh - point);
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
  const s2 = s * s;
  const r = s2 * s2 * polynomial(s2, logTerms) + sLow * (sHigh + s);
  const sHigh2 = sHigh * sHigh;
  const tHigh = leading(3 + sHigh2 + r);
  const tLow = r - (tHigh - 3 - sHigh2);
  const productHigh = sHigh * tHigh;
  const productLow = sLow * tHigh + tLow * s;
  const pHigh = leading(productHigh + productLow);
  const pLow = productLow - (pHigh - productHigh);
  const zHigh = cpHigh * pHigh;
  const zLow = cpLow * pHigh + pLow * cp + (onAndHalf ? log2Of1AndHalfLow : 0);
  const pointHigh = onAndHalf ? log2Of1AndHalfHigh : 0;
  const sum = leading(zHigh + zLow + pointHigh + n);
  return { high: sum, low: zLow - (sum - n - pointHigh - zHigh) };
}

function powerOfTwo(y: number, log: TwoParts): number {
  const yHigh = leading(y);
  const pLow = (y - yHigh) * log.high + y * log.low;
  const pHigh = yHigh * log.high;
  const z = pLow + pHigh;
  const high = highWord(z);
  if (high >= 0x40900000) {
    const beyond = ((high - 0x40900000) | lowWord(z)) !== 0;
    if (beyond || pLow + overflowTail > z - pHigh) return Infinity;
  } else if ((high & 0x7fffffff) >= 0x4090cc00) {
    const beyond = ((high - (0xc090cc00 | 0)) | lowWord(z)) !== 0;
    if (beyond || pLow <= z - pHigh) return 0;
  }
  const { n, rest } = splitWhole(high, pHigh);
  const t = leading(pLow + rest);
  const u = t * ln2High;
  const v = (pLow - (t - rest)) * ln2 + t * ln2Low;
  const x = u + v;
  const w = v - (x - u);
  const x2 = x * x;
  const c = x - x2 * polynomial(x2, expTerms);
  const r = (x * c) / (c - 2) - (w + x * w);
  const power = 1 - (r - x);
  return (highWord(power) >> 20) + n <= 0 ? scaleToSubnormal(power, n) : shiftExponent(power, n);
}

/** The whole number nearest to z (whose upper word is `high`), and what is left of its larger part. */
function splitWhole(high: number, pHigh: number): { readonly n: number; readonly rest: number } {
  const size = high & 0x7fffffff;
  if (size <= 0x3fe00000) return { n: 0, rest: pHigh };
  const rounded = high + (0x100000 >> ((size >> 20) - 1022));
  const exponent = ((rounded & 0x7fffffff) >> 20) - 1023;
  const whole = fromWords(rounded & ~(0xfffff >> exponent), 0);
  const n = ((rounded & 0xfffff) | 0x100000) >> (20 - exponent);
  return { n: high < 0 ? -n : n, rest: pHigh - whole };
}

/** One rounding, at the last multiplication. */
function scaleToSubnormal(x: number, n: number): number {
  return shiftExponent(x, n + 54) * 2 ** -54;
}

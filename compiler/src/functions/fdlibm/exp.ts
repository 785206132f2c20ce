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

import { highWord, polynomial, shiftExponent } from "./words.js";

export const ln2High = 6.9314718036912381649e-1;
export const ln2Low = 1.90821492927058770002e-10;
export const inverseLn2 = 1.442695040888963387;
export const largest = 709.782712893384;
export const smallest = -745.1332191019411;
/** Of x - x^2 * P(x^2), which brings exp(x) for small x into the form 1 + 2x / (2 - …). */
export const expTerms = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5,
  -1.6533902205465251539e-6, 4.13813679705723846039e-8,
];

/** `e_exp`: x = k ln 2 + r with |r| at most ln 2 / 2, then 2^k times exp(r). */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > largest) return Infinity;
  if (x < smallest) return 0;
  const size = highWord(x) & 0x7fffffff;
  if (size <= 0x3fd62e42) {
    if (size < 0x3e300000) return 1 + x;
    const c = correction(x);
    return 1 - ((x * c) / (c - 2) - x);
  }
  const sign = x < 0 ? -1 : 1;
  const k = size < 0x3ff0a2b2 ? sign : Math.trunc(inverseLn2 * x + sign * 0.5);
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  const c = correction(r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  return k >= -1021 ? shiftExponent(y, k) : shiftExponent(y, k + 1000) * 2 ** -1000;
}

function correction(x: number): number {
  const t = x * x;
  return x - t * polynomial(t, expTerms);
}

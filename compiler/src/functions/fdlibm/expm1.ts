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

import { inverseLn2, ln2High, ln2Low } from "./exp.js";
import { fromWords, highWord, polynomial, shiftExponent } from "./words.js";

export const expm1Terms = [
  1, -3.33333333333331316428e-2, 1.58730158725481460165e-3, -7.93650757867487942473e-5,
  4.00821782732936239552e-6, -2.01099218183624371326e-7,
];

/** `s_expm1`: as exp, with the 1 taken off where nothing is lost. */
export function expm1(x: number): number {
  const size = highWord(x) & 0x7fffffff;
  if (size >= 0x4043687a) {
    if (x > 709.782712893384) return Infinity;
    if (x < 0) return -1;
  }
  if (size <= 0x3fd62e42) {
    if (size < 0x3c900000) return x;
    const { e, squared } = remainder(x);
    return x - (x * e - squared);
  }
  const { k, r, c } = reduce(x, size);
  const { e: error, squared } = remainder(r);
  const e = r * (error - c) - c - squared;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return shiftExponent(1 - (e - r), k) - 1;
  if (k < 20) {
    const t = fromWords(0x3ff00000 - (0x200000 >> k), 0);
    return shiftExponent(t - (e - r), k);
  }
  const t = fromWords((0x3ff - k) << 20, 0);
  return shiftExponent(r - (e + t) + 1, k);
}

/** x = k ln 2 + r + c, where c is what r lost by rounding. */
function reduce(x: number, size: number) {
  const sign = x < 0 ? -1 : 1;
  const k = size < 0x3ff0a2b2 ? sign : Math.trunc(inverseLn2 * x + sign * 0.5);
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  return { k, r, c: high - r - low };
}

function remainder(x: number) {
  const half = 0.5 * x;
  const squared = x * half;
  const r1 = polynomial(squared, expm1Terms);
  const t = 3 - r1 * half;
  return { squared, e: squared * ((r1 - t) / (6 - x * t)) };
}

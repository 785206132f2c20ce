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

import { fromWords, highWord, polynomial } from "./words.js";

export const sineTerms = [
  8.33333333332248946124e-3, -1.98412698298579493134e-4, 2.75573137070700676789e-6,
  -2.50507602534068634195e-8, 1.58969099521155010221e-10,
];
export const firstSineTerm = -1.66666666666666324348e-1;
export const cosineTerms = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5,
  -2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11,
];

/** `k_sin`: the sine of x + tail, |x| at most pi / 4. */
export function kernelSin(x: number, tail: number): number {
  if ((highWord(x) & 0x7fffffff) < 0x3e400000) return x;
  const z = x * x;
  const v = z * x;
  const r = polynomial(z, sineTerms);
  return tail === 0
    ? x + v * (firstSineTerm + z * r)
    : x - (z * (0.5 * tail - v * r) - tail - v * firstSineTerm);
}

/** `k_cos`: the cosine of x + tail, |x| at most pi / 4. */
export function kernelCos(x: number, tail: number): number {
  const size = highWord(x) & 0x7fffffff;
  if (size < 0x3e400000) return 1;
  const z = x * x;
  const r = z * polynomial(z, cosineTerms);
  if (size < 0x3fd33333) return 1 - (0.5 * z - (z * r - x * tail));
  const quarter = size > 0x3fe90000 ? 0.28125 : fromWords(size - 0x200000, 0);
  const half = 0.5 * z - quarter;
  return 1 - quarter - (half - (z * r - x * tail));
}

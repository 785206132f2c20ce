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

import { fromWords, highWord } from "./words.js";

const S1 = -1.66666666666666324348e-1;
const S2 = 8.33333333332248946124e-3;
const S3 = -1.98412698298579493134e-4;
const S4 = 2.75573137070700676789e-6;
const S5 = -2.50507602534068634195e-8;
const S6 = 1.58969099521155010221e-10;
const C1 = 4.16666666666666019037e-2;
const C2 = -1.38888888888741095749e-3;
const C3 = 2.48015872894767294178e-5;
const C4 = -2.75573143513906633035e-7;
const C5 = 2.0875723212981748279e-9;
const C6 = -1.13596475577881948265e-11;

/** Sine of `x` radians, |x| <= pi/4. fdlibm `k_sin` without a tail. */
export function sinOfReduced(x: number): number {
  if ((highWord(x) & 0x7fffffff) < 0x3e400000) return x;
  const z = x * x;
  const v = z * x;
  return x + v * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))));
}

/** Sine of `x + tail` radians, |x| <= pi/4. fdlibm `k_sin`. */
export function sinOfReducedWithTail(x: number, tail: number): number {
  if ((highWord(x) & 0x7fffffff) < 0x3e400000) return x;
  const z = x * x;
  const v = z * x;
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
  return x - (z * (0.5 * tail - v * r) - tail - v * S1);
}

/** Cosine of `x + tail` radians, |x| <= pi/4. fdlibm `k_cos`. */
export function cosOfReduced(x: number, tail: number): number {
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude < 0x3e400000) return 1;
  const z = x * x;
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  if (magnitude < 0x3fd33333) return 1 - (0.5 * z - (z * r - x * tail));
  const quarter = magnitude > 0x3fe90000 ? 0.28125 : fromWords(magnitude - 0x00200000, 0);
  return 1 - quarter - (0.5 * z - quarter - (z * r - x * tail));
}

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

import { addToExponent, fromWords, highWord } from "./words.js";

const OVERFLOW = 7.09782712893383973096e2;
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const Q1 = -3.33333333333331316428e-2;
const Q2 = 1.58730158725481460165e-3;
const Q3 = -7.93650757867487942473e-5;
const Q4 = 4.00821782732936239552e-6;
const Q5 = -2.01099218183624371326e-7;

/** e to the power `x`, minus 1; Infinity above 709.782712893384. fdlibm `s_expm1`. */
export function expm1(x: number): number {
  if (x !== x) return NaN;
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude >= 0x4043687a) {
    if (x > OVERFLOW) return Infinity;
    if (x < 0) return -1;
  }
  let k = 0;
  let r = x;
  let c = 0;
  if (magnitude > 0x3fd62e42) {
    let high: number;
    let low: number;
    if (magnitude < 0x3ff0a2b2) {
      k = x < 0 ? -1 : 1;
      high = x < 0 ? x + LN2_HIGH : x - LN2_HIGH;
      low = x < 0 ? -LN2_LOW : LN2_LOW;
    } else {
      k = (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    }
    r = high - low;
    c = high - r - low;
  } else if (magnitude < 0x3c900000) {
    return x;
  }
  const half = 0.5 * r;
  const hxs = r * half;
  const r1 = 1 + hxs * (Q1 + hxs * (Q2 + hxs * (Q3 + hxs * (Q4 + hxs * Q5))));
  const t = 3 - r1 * half;
  let e = hxs * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - hxs);
  e = r * (e - c) - c;
  e -= hxs;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return addToExponent(1 - (e - r), k) - 1;
  if (k < 20) return addToExponent(fromWords(0x3ff00000 - (0x200000 >> k), 0) - (e - r), k);
  return addToExponent(r - (e + fromWords((0x3ff - k) << 20, 0)) + 1, k);
}

/*
 * The algorithm and its constants are those of fdlibm 5.3, which carries this notice:
 *
 * ====================================================
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 *
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */

import { addToExponent, highWord } from "./words.js";

const OVERFLOW = 7.09782712893383973096e2;
const UNDERFLOW = -7.4513321910194110842e2;
const TWO_M1000 = 9.3326361850321887899e-302;
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;

/** e to the power `x`; Infinity above 709.782712893384, 0 below -745.2. fdlibm `e_exp`. */
export function exp(x: number): number {
  if (x !== x) return NaN;
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude >= 0x40862e42) {
    if (x > OVERFLOW) return Infinity;
    if (x < UNDERFLOW) return 0;
  }
  let k = 0;
  let high = 0;
  let low = 0;
  let r = x;
  if (magnitude > 0x3fd62e42) {
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
  } else if (magnitude < 0x3e300000) {
    return 1 + x;
  }
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  return k >= -1021 ? addToExponent(y, k) : addToExponent(y, k + 1000) * TWO_M1000;
}

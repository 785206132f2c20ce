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

import { highWord, withHighWord } from "./words.js";

const TWO_54 = 1.8014398509481984e16;
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const LG1 = 6.66666666666673513e-1;
const LG2 = 3.999999999940941908e-1;
const LG3 = 2.857142874366239149e-1;
const LG4 = 2.222219843214978396e-1;
const LG5 = 1.818357216161805012e-1;
const LG6 = 1.531383769920937332e-1;
const LG7 = 1.479819860511658591e-1;
const LN2 = 0.6931471805599453;
const INVERSE_LN10 = 4.34294481903251816668e-1;
const LOG10_2_HIGH = 3.01029995663611771306e-1;
const LOG10_2_LOW = 3.69423907715893078616e-13;

/** Natural logarithm; NaN below 0, -Infinity at 0. fdlibm `e_log`. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  let scaled = x;
  let hx = highWord(x);
  if (hx < 0x00100000) {
    k = -54;
    scaled = x * TWO_54;
    hx = highWord(scaled);
  }
  k += (hx >> 20) - 1023;
  hx &= 0x000fffff;
  const carry = (hx + 0x95f64) & 0x100000;
  k += carry >> 20;
  const f = withHighWord(scaled, hx | (carry ^ 0x3ff00000)) - 1;
  if ((0x000fffff & (2 + hx)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (LG2 + w * (LG4 + w * LG6));
  const t2 = z * (LG1 + w * (LG3 + w * (LG5 + w * LG7)));
  const r = t2 + t1;
  if (((hx - 0x6147a) | (0x6b851 - hx)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/** Logarithm to base 10, exact on powers of ten; NaN below 0, -Infinity at 0. fdlibm `e_log10`. */
export function log10(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  let scaled = x;
  let hx = highWord(x);
  if (hx < 0x00100000) {
    k = -54;
    scaled = x * TWO_54;
    hx = highWord(scaled);
  }
  k += (hx >> 20) - 1023;
  const negative = k < 0 ? 1 : 0;
  const y = k + negative;
  const fraction = withHighWord(scaled, (hx & 0x000fffff) | ((0x3ff - negative) << 20));
  const z = y * LOG10_2_LOW + INVERSE_LN10 * ln(fraction);
  return z + y * LOG10_2_HIGH;
}

/** Logarithm to base 2 as `ln(x) / ln 2`, so not exact on powers of two; domain as `ln`. */
export function log2(x: number): number {
  return ln(x) / LN2;
}

/** Logarithm of the odds `p / (1 - p)`; NaN or an infinity unless 0 < p < 1. */
export function logit(p: number): number {
  return ln(p / (1 - p));
}

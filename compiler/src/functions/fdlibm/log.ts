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

import { ln2High, ln2Low } from "./exp.js";
import { highWord, polynomial, withHighWord } from "./words.js";

export const even = [3.999999999940941908e-1, 2.222219843214978396e-1, 1.531383769920937332e-1];
export const odd = [
  6.66666666666673513e-1, 2.857142874366239149e-1, 1.818357216161805012e-1, 1.479819860511658591e-1,
];
export const inverseLn10 = 4.34294481903251816668e-1;
export const log10Of2High = 3.01029995663611771306e-1;
export const log10Of2Low = 3.69423907715893078616e-13;

/** `e_log`: x = 2^k (1 + f) with 1 + f between sqrt(2) / 2 and sqrt(2), then a series in f / (2 + f). */
export function log(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  const { scaled, exponent } = normal(x);
  const high = highWord(scaled);
  const fraction = high & 0xfffff;
  const upper = (fraction + 0x95f64) & 0x100000;
  const f = withHighWord(scaled, fraction | (upper ^ 0x3ff00000)) - 1;
  const k = exponent + (high >> 20) - 1023 + (upper >> 20);
  const kHigh = k * ln2High;
  const kLow = k * ln2Low;
  if ((0xfffff & (2 + fraction)) < 3) {
    if (f === 0) return k === 0 ? 0 : kHigh + kLow;
    const r = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - r : kHigh - (r - kLow - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * polynomial(w, odd) + w * polynomial(w, even);
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : kHigh - (half - (s * (half + r) + kLow) - f);
  }
  return k === 0 ? f - s * (f - r) : kHigh - (s * (f - r) - kLow - f);
}

/** `e_log10`: the exponent by the digits of log10(2), the rest by log. */
export function log10(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  const { scaled, exponent } = normal(x);
  const high = highWord(scaled);
  const k = exponent + (high >> 20) - 1023;
  const below = k < 0 ? 1 : 0;
  const rest = withHighWord(scaled, (high & 0xfffff) | ((0x3ff - below) << 20));
  const y = k + below;
  return y * log10Of2Low + inverseLn10 * log(rest) + y * log10Of2High;
}

/** Subnormal numbers moved to where they have all their bits. */
function normal(x: number) {
  return x < 2 ** -1022 ? { scaled: x * 2 ** 54, exponent: -54 } : { scaled: x, exponent: 0 };
}

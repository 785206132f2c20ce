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

export const log1pTerms = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
];

/** `s_log1p`: 1 + x = 2^k (1 + f), with the error of the addition carried along. */
export function log1p(x: number): number {
  const high = highWord(x);
  const size = high & 0x7fffffff;
  if (x === -1) return -Infinity;
  if (!(x > -1)) return NaN;
  if (x === Infinity) return x;
  if (size < 0x3e200000) return size < 0x3c900000 ? x : x - x * x * 0.5;
  const isSmall = high < 0x3fda827a && (high > 0 || high <= (0xbfd2bec3 | 0));
  const { f, k, c, fraction } = isSmall ? { f: x, k: 0, c: 0, fraction: 1 } : reduce(x);
  const kHigh = k * ln2High;
  const kLow = k * ln2Low + c;
  const half = 0.5 * f * f;
  if (fraction === 0) {
    if (f === 0) return k === 0 ? 0 : kHigh + (c + k * ln2Low);
    const r = half * (1 - 0.66666666666666666 * f);
    return k === 0 ? f - r : kHigh - (r - kLow - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * polynomial(z, log1pTerms);
  return k === 0 ? f - (half - s * (half + r)) : kHigh - (half - (s * (half + r) + kLow) - f);
}

function reduce(x: number) {
  const isLarge = highWord(x) >= 0x43400000;
  const u = isLarge ? x : 1 + x;
  const exponent = (highWord(u) >> 20) - 1023;
  const lost = isLarge ? 0 : (exponent > 0 ? 1 - (u - x) : x - (u - 1)) / u;
  const fraction = highWord(u) & 0xfffff;
  if (fraction < 0x6a09e) {
    return { f: withHighWord(u, fraction | 0x3ff00000) - 1, k: exponent, c: lost, fraction };
  }
  return {
    f: withHighWord(u, fraction | 0x3fe00000) - 1,
    k: exponent + 1,
    c: lost,
    fraction: (0x100000 - fraction) >> 2,
  };
}

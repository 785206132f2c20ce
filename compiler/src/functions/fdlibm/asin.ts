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

import { highWord, leading, polynomial } from "./words.js";

export const halfPiHigh = 1.570796326794896558;
export const halfPiLow = 6.12323399573676603587e-17;
export const quarterPiHigh = 7.85398163397448278999e-1;
export const numerator = [
  1.66666666666666657415e-1, -3.25565818622400915405e-1, 2.01212532134862925881e-1,
  -4.00555345006794114027e-2, 7.91534994289814532176e-4, 3.4793310759602116757e-5,
];
export const denominator = [
  1, -2.40339491173441421878, 2.02094576023350569471, -6.8828397160545329303e-1,
  7.70381505559019352791e-2,
];

/** `e_asin`; NaN outside -1 to 1. */
export function asin(x: number): number {
  const size = highWord(x) & 0x7fffffff;
  const distance = Math.abs(x);
  if (!(distance <= 1)) return NaN;
  if (distance === 1) return x * halfPiHigh + x * halfPiLow;
  if (size < 0x3e400000) return x;
  if (size < 0x3fe00000) {
    const t = x * x;
    return x + x * ratio(t);
  }
  const t = (1 - distance) * 0.5;
  const s = Math.sqrt(t);
  const angle =
    size >= 0x3fef3333 ? halfPiHigh - (2 * (s + s * ratio(t)) - halfPiLow) : upper(t, s);
  return x > 0 ? angle : -angle;
}

/** pi / 2 - 2 asin(s) where s is not small. */
function upper(t: number, s: number): number {
  const head = leading(s);
  const c = (t - head * head) / (s + head);
  const p = 2 * s * ratio(t) - (halfPiLow - 2 * c);
  const q = quarterPiHigh - 2 * head;
  return quarterPiHigh - (p - q);
}

function ratio(t: number): number {
  return (t * polynomial(t, numerator)) / polynomial(t, denominator);
}

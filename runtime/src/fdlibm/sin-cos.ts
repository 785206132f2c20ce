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

import { reduce, remainder } from "./reduce.js";
import { cosOfReduced, sinOfReduced, sinOfReducedWithTail } from "./trig-kernel.js";
import { highWord } from "./words.js";

const LARGEST = 1e6;
const PIO4 = 0x3fe921fb;

/** Sine of `x` radians; NaN unless |x| <= 1e6. fdlibm `s_sin`. */
export function sin(x: number): number {
  if (!(x <= LARGEST && x >= -LARGEST)) return NaN;
  if ((highWord(x) & 0x7fffffff) <= PIO4) return sinOfReduced(x);
  return sineOfQuadrant(reduce(x), remainder[0] as number, remainder[1] as number);
}

/** Cosine of `x` radians; NaN unless |x| <= 1e6. fdlibm `s_cos`. */
export function cos(x: number): number {
  if (!(x <= LARGEST && x >= -LARGEST)) return NaN;
  if ((highWord(x) & 0x7fffffff) <= PIO4) return cosOfReduced(x, 0);
  return sineOfQuadrant(reduce(x) + 1, remainder[0] as number, remainder[1] as number);
}

function sineOfQuadrant(n: number, x: number, tail: number): number {
  switch (n & 3) {
    case 0:
      return sinOfReducedWithTail(x, tail);
    case 1:
      return cosOfReduced(x, tail);
    case 2:
      return -sinOfReducedWithTail(x, tail);
    default:
      return -cosOfReduced(x, tail);
  }
}

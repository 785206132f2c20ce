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

import { reduceAngle } from "./reduce-angle.js";
import { kernelCos, kernelSin } from "./trig-kernel.js";
import { highWord } from "./words.js";

/** Beyond it the language has no sine or cosine. */
export const angleLimit = 1e6;

export function sin(x: number): number {
  return quarterOf(x, 0);
}

export function cos(x: number): number {
  return quarterOf(x, 1);
}

/** NaN beyond the limit. */
function quarterOf(x: number, shift: number): number {
  if (!(Math.abs(x) <= angleLimit)) return NaN;
  const isReduced = (highWord(x) & 0x7fffffff) <= 0x3fe921fb;
  const { quarters, high, low } = isReduced ? { quarters: 0, high: x, low: 0 } : reduceAngle(x);
  const place = (((quarters + shift) % 4) + 4) % 4;
  const size = place % 2 === 0 ? kernelSin(high, low) : kernelCos(high, low);
  return place < 2 ? size : -size;
}

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

import { fromFixed, toFixed, halfPiFixed } from "./fixed-point.js";
import { highWord } from "./words.js";

export const quartersPerRadian = 6.36619772367581382433e-1;
/** pi / 2 in parts of 33 bits, each with what is left behind it. */
export const parts = [
  { head: 1.57079632673412561417, tail: 6.07710050650619224932e-11 },
  { head: 6.0771005063039659766e-11, tail: 2.02226624879595063154e-21 },
  { head: 2.0222662487111664558e-21, tail: 8.47842766036889956997e-32 },
] as const;

export interface ReducedAngle {
  /** How many quarter turns were taken off. */
  readonly quarters: number;
  /** The rest, within pi / 4, is high + low. */
  readonly high: number;
  readonly low: number;
}

/** `e_rem_pio2`: an angle beyond pi / 4 less the nearest multiple of pi / 2. */
export function reduceAngle(x: number): ReducedAngle {
  const size = highWord(x) & 0x7fffffff;
  const { quarters, high, low } =
    size < 0x4002d97c
      ? oneQuarter(Math.abs(x), size)
      : size <= 0x413921fb
        ? manyQuarters(Math.abs(x), size)
        : exactQuarters(Math.abs(x));
  return x < 0 ? { quarters: -quarters, high: 0 - high, low: 0 - low } : { quarters, high, low };
}

function oneQuarter(x: number, size: number): ReducedAngle {
  const [first, second] = parts;
  const rest = x - first.head;
  return size === 0x3ff921fb
    ? difference(1, rest - second.head, second.tail)
    : difference(1, rest, first.tail);
}

/** Takes more bits of pi / 2 where the angle is so near a multiple that the first ones cancel. */
function manyQuarters(x: number, size: number): ReducedAngle {
  const [first, second, third] = parts;
  const n = Math.trunc(x * quartersPerRadian + 0.5);
  const rest = x - n * first.head;
  const rough = difference(n, rest, n * first.tail);
  const isClearlyApart = n < 32 && size !== highWord((n * Math.PI) / 2);
  if (isClearlyApart || lostBits(size, rough.high) <= 16) return rough;
  const fine = nextPart(n, rest, second);
  if (lostBits(size, fine.reduced.high) <= 49) return fine.reduced;
  return nextPart(n, fine.rest, third).reduced;
}

function nextPart(
  n: number,
  before: number,
  part: { readonly head: number; readonly tail: number },
) {
  const taken = n * part.head;
  const rest = before - taken;
  const tail = n * part.tail - (before - rest - taken);
  return { rest, reduced: difference(n, rest, tail) };
}

function difference(quarters: number, rest: number, tail: number): ReducedAngle {
  const high = rest - tail;
  return { quarters, high, low: rest - high - tail };
}

function lostBits(size: number, rest: number): number {
  return (size >> 20) - ((highWord(rest) >> 20) & 0x7ff);
}

/** fdlibm multiplies by 2 / pi in pieces of 24 bits here; whole numbers of any length say the same. */
function exactQuarters(x: number): ReducedAngle {
  const angle = toFixed(x);
  const quarters = (2n * angle + halfPiFixed) / (2n * halfPiFixed);
  const rest = angle - quarters * halfPiFixed;
  const high = fromFixed(rest);
  return { quarters: Number(quarters), high, low: fromFixed(rest - toFixed(high)) };
}

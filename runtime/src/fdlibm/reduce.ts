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

import { highWord } from "./words.js";

const INVERSE_PIO2 = 6.36619772367581382433e-1;
const PIO2_1 = 1.57079632673412561417;
const PIO2_1_TAIL = 6.07710050650619224932e-11;
const PIO2_2 = 6.0771005063039659766e-11;
const PIO2_2_TAIL = 2.02226624879595063154e-21;
const PIO2_3 = 2.0222662487111664558e-21;
const PIO2_3_TAIL = 8.47842766036889956997e-32;

// High words of n * pi/2, n = 1..31: an argument with another high word is far enough from the
// multiple for one step to be exact.
const MULTIPLES = /*@__PURE__*/ Int32Array.of(
  0x3ff921fb,
  0x400921fb,
  0x4012d97c,
  0x401921fb,
  0x401f6a7a,
  0x4022d97c,
  0x4025fdbb,
  0x402921fb,
  0x402c463a,
  0x402f6a7a,
  0x4031475c,
  0x4032d97c,
  0x40346b9c,
  0x4035fdbb,
  0x40378fdb,
  0x403921fb,
  0x403ab41b,
  0x403c463a,
  0x403dd85a,
  0x403f6a7a,
  0x40407e4c,
  0x4041475c,
  0x4042106c,
  0x4042d97c,
  0x4043a28c,
  0x40446b9c,
  0x404534ac,
  0x4045fdbb,
  0x4046c6cb,
  0x40478fdb,
  0x404858eb,
);

/** Remainder of the last `reduce` as a sum of two numbers: [value, tail]. */
export const remainder = /*@__PURE__*/ new Float64Array(2);

/**
 * Leaves `x - n * pi/2` in `remainder` and returns `n`; only `n & 3` counts.
 * pi/4 < |x| < 2^20: larger ones would need more bits of pi. fdlibm `e_rem_pio2`.
 */
export function reduce(x: number): number {
  const hx = highWord(x);
  const magnitude = hx & 0x7fffffff;
  if (magnitude < 0x4002d97c) return reduceOnce(Math.abs(x), magnitude, hx < 0);
  return reduceMedium(Math.abs(x), magnitude, hx < 0);
}

function reduceOnce(t: number, magnitude: number, negative: boolean): number {
  let z = t - PIO2_1;
  let tail = PIO2_1_TAIL;
  if (magnitude === 0x3ff921fb) {
    z -= PIO2_2;
    tail = PIO2_2_TAIL;
  }
  const value = z - tail;
  remainder[0] = value;
  remainder[1] = z - value - tail;
  return withSign(1, negative);
}

function reduceMedium(x: number, high: number, negative: boolean): number {
  const n = (x * INVERSE_PIO2 + 0.5) | 0;
  let r = x - n * PIO2_1;
  let w = n * PIO2_1_TAIL;
  let value = r - w;
  if (n >= 32 || high === MULTIPLES[n - 1]) {
    const exponent = high >> 20;
    if (exponent - ((highWord(value) >> 20) & 0x7ff) > 16) {
      let t = r;
      w = n * PIO2_2;
      r = t - w;
      w = n * PIO2_2_TAIL - (t - r - w);
      value = r - w;
      if (exponent - ((highWord(value) >> 20) & 0x7ff) > 49) {
        t = r;
        w = n * PIO2_3;
        r = t - w;
        w = n * PIO2_3_TAIL - (t - r - w);
        value = r - w;
      }
    }
  }
  remainder[0] = value;
  remainder[1] = r - value - w;
  return withSign(n, negative);
}

function withSign(n: number, negative: boolean): number {
  if (!negative) return n;
  remainder[0] = -(remainder[0] as number);
  remainder[1] = -(remainder[1] as number);
  return -n;
}

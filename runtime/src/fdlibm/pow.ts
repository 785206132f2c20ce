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

import {
  addToExponent,
  fromWords,
  highWord,
  lowWord,
  withHighWord,
  withoutLowWord,
} from "./words.js";

const TWO_53 = 9007199254740992;
const TWO_M54 = 5.55111512312578270212e-17;
const DP_HIGH = 5.84962487220764160156e-1;
const DP_LOW = 1.35003920212974897128e-8;
const L1 = 5.99999999999994648725e-1;
const L2 = 4.28571428578550184252e-1;
const L3 = 3.33333329818377432918e-1;
const L4 = 2.72728123808534006489e-1;
const L5 = 2.30660745775561754067e-1;
const L6 = 2.06975017800338417784e-1;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;
const LG2 = 6.93147180559945286227e-1;
const LG2_HIGH = 6.93147182464599609375e-1;
const LG2_LOW = -1.90465429995776804525e-9;
const OVERFLOW_TAIL = 8.008566259537294e-17;
const CP = 9.61796693925975554329e-1;
const CP_HIGH = 9.61796700954437255859e-1;
const CP_LOW = -7.02846165095275826516e-9;
const INVERSE_LN2 = 1.442695040888963387;
const INVERSE_LN2_HIGH = 1.44269502162933349609;
const INVERSE_LN2_LOW = 1.92596299112661746887e-8;

/**
 * `x` to the power `y`. 1 for y = 0; NaN for x < 0 with a fractional y; Infinity for x = 0 with
 * y < 0 and where the result overflows. fdlibm `e_pow`, for finite arguments.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (x - x !== 0 || y - y !== 0) return NaN;
  if (y === 0.5 && x >= 0) return Math.sqrt(x);

  const odd = x < 0 && Math.abs(y) < TWO_53 && y % 2 !== 0;
  if (x < 0 && y % 1 !== 0) return NaN;
  const sign = odd ? -1 : 1;
  const base = Math.abs(x);
  if (base === 0) return y < 0 ? Infinity : 0;
  if (base === 1) return sign;
  return sign * positivePower(base, y);
}

/** The power of a positive base other than 1; log2 of the base is held as t1 + t2. */
function positivePower(base: number, y: number): number {
  const yHigh = highWord(y) & 0x7fffffff;
  let ix = highWord(base);
  let t1: number;
  let t2: number;
  if (yHigh > 0x41e00000) {
    if (yHigh > 0x43f00000) return base < 1 === y < 0 ? Infinity : 0;
    if (ix < 0x3fefffff) return y < 0 ? Infinity : 0;
    if (ix > 0x3ff00000) return y > 0 ? Infinity : 0;
    const t = base - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = INVERSE_LN2_HIGH * t;
    const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
    t1 = withoutLowWord(u + v);
    t2 = v - (t1 - u);
  } else {
    let ax = base;
    let n = 0;
    if (ix < 0x00100000) {
      ax *= TWO_53;
      n = -53;
      ix = highWord(ax);
    }
    n += (ix >> 20) - 0x3ff;
    const fraction = ix & 0x000fffff;
    ix = fraction | 0x3ff00000;
    let k = 0;
    if (fraction > 0x3988e) {
      if (fraction < 0xbb67a) {
        k = 1;
      } else {
        n += 1;
        ix -= 0x00100000;
      }
    }
    ax = withHighWord(ax, ix);
    const bp = k === 0 ? 1 : 1.5;
    const u = ax - bp;
    const v = 1 / (ax + bp);
    const ss = u * v;
    const sHigh = withoutLowWord(ss);
    let tHigh = fromWords(((ix >> 1) | 0x20000000) + 0x00080000 + (k << 18), 0);
    let tLow = ax - (tHigh - bp);
    const sLow = v * (u - sHigh * tHigh - sHigh * tLow);
    let s2 = ss * ss;
    let r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6)))));
    r += sLow * (sHigh + ss);
    s2 = sHigh * sHigh;
    tHigh = withoutLowWord(3 + s2 + r);
    tLow = r - (tHigh - 3 - s2);
    const product = sHigh * tHigh;
    const rest = sLow * tHigh + tLow * ss;
    const pHigh = withoutLowWord(product + rest);
    const pLow = rest - (pHigh - product);
    const zHigh = CP_HIGH * pHigh;
    const zLow = CP_LOW * pHigh + pLow * CP + (k === 0 ? 0 : DP_LOW);
    const dpHigh = k === 0 ? 0 : DP_HIGH;
    t1 = withoutLowWord(zHigh + zLow + dpHigh + n);
    t2 = zLow - (t1 - n - dpHigh - zHigh);
  }
  const y1 = withoutLowWord(y);
  return powerOfTwo(y1 * t1, (y - y1) * t1 + y * t2);
}

/** 2 to the power `pHigh + pLow`. */
function powerOfTwo(pHigh: number, pLow: number): number {
  let z = pLow + pHigh;
  const zHigh = highWord(z);
  const zLow = lowWord(z);
  const magnitude = zHigh & 0x7fffffff;
  if (zHigh >= 0x40900000) {
    if (((zHigh - 0x40900000) | zLow) !== 0) return Infinity;
    if (pLow + OVERFLOW_TAIL > z - pHigh) return Infinity;
  } else if (magnitude >= 0x4090cc00) {
    if (((zHigh - 0xc090cc00) | zLow) !== 0) return 0;
    if (pLow <= z - pHigh) return 0;
  }
  let n = 0;
  let whole = pHigh;
  if (magnitude > 0x3fe00000) {
    n = zHigh + (0x00100000 >> ((magnitude >> 20) - 0x3ff + 1));
    const k = ((n & 0x7fffffff) >> 20) - 0x3ff;
    whole = pHigh - fromWords(n & ~(0x000fffff >> k), 0);
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (zHigh < 0) n = -n;
  }
  const t = withoutLowWord(pLow + whole);
  const u = t * LG2_HIGH;
  const v = (pLow - (t - whole)) * LG2 + t * LG2_LOW;
  z = u + v;
  const w = v - (z - u);
  const zz = z * z;
  const c = z - zz * (P1 + zz * (P2 + zz * (P3 + zz * (P4 + zz * P5))));
  const r = (z * c) / (c - 2) - (w + z * w);
  z = 1 - (r - z);
  if ((highWord(z) + (n << 20)) >> 20 > 0) return addToExponent(z, n);
  return addToExponent(z, n + 54) * TWO_M54;
}

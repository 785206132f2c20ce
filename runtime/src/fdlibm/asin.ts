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

import { highWord, withoutLowWord } from "./words.js";

const PIO2_HIGH = 1.570796326794896558;
const PIO2_LOW = 6.12323399573676603587e-17;
const PIO4_HIGH = 7.85398163397448278999e-1;
const PS0 = 1.66666666666666657415e-1;
const PS1 = -3.25565818622400915405e-1;
const PS2 = 2.01212532134862925881e-1;
const PS3 = -4.00555345006794114027e-2;
const PS4 = 7.91534994289814532176e-4;
const PS5 = 3.4793310759602116757e-5;
const QS1 = -2.40339491173441421878;
const QS2 = 2.02094576023350569471;
const QS3 = -6.8828397160545329303e-1;
const QS4 = 7.70381505559019352791e-2;

/** Angle in radians, -pi/2 to pi/2, that has the sine `x`; NaN unless |x| <= 1. fdlibm `e_asin`. */
export function asin(x: number): number {
  if (!(x >= -1 && x <= 1)) return NaN;
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude >= 0x3ff00000) return x * PIO2_HIGH + x * PIO2_LOW;
  if (magnitude < 0x3fe00000) {
    if (magnitude < 0x3e400000) return x;
    const t = x * x;
    return x + x * ratio(t);
  }
  const t = (1 - Math.abs(x)) * 0.5;
  const r = ratio(t);
  const s = Math.sqrt(t);
  let angle: number;
  if (magnitude >= 0x3fef3333) {
    angle = PIO2_HIGH - (2 * (s + s * r) - PIO2_LOW);
  } else {
    const w = withoutLowWord(s);
    const c = (t - w * w) / (s + w);
    const p = 2 * s * r - (PIO2_LOW - 2 * c);
    angle = PIO4_HIGH - (p - (PIO4_HIGH - 2 * w));
  }
  return x > 0 ? angle : -angle;
}

function ratio(t: number): number {
  const p = t * (PS0 + t * (PS1 + t * (PS2 + t * (PS3 + t * (PS4 + t * PS5)))));
  const q = 1 + t * (QS1 + t * (QS2 + t * (QS3 + t * QS4)));
  return p / q;
}

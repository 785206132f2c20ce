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

const PI = 3.141592653589793;
const PI_LOW = 1.2246467991473532e-16;
const PIO2 = 1.570796326794896558;
const AT0 = 3.33333333333329318027e-1;
const AT1 = -1.99999999998764832476e-1;
const AT2 = 1.42857142725034663711e-1;
const AT3 = -1.1111110405462355788e-1;
const AT4 = 9.09088713343650656196e-2;
const AT5 = -7.69187620504482999495e-2;
const AT6 = 6.66107313738753120669e-2;
const AT7 = -5.83357013379057348645e-2;
const AT8 = 4.97687799461593236017e-2;
const AT9 = -3.6531572744216915527e-2;
const AT10 = 1.62858201153657823623e-2;

/**
 * Angle in radians, -pi to pi, of the point (x, y) seen from the origin; 0 at the origin itself.
 * The sign of a zero does not count. Finite arguments. fdlibm `e_atan2`.
 */
export function atan2(y: number, x: number): number {
  if (x - x !== 0 || y - y !== 0) return NaN;
  if (y === 0) return x < 0 ? PI : 0;
  if (x === 0) return y < 0 ? -PIO2 : PIO2;
  if (x === 1) return atan(y);
  const apart = ((highWord(y) & 0x7fffffff) - (highWord(x) & 0x7fffffff)) >> 20;
  let z: number;
  if (apart > 60) z = PIO2 + 0.5 * PI_LOW;
  else if (x < 0 && apart < -60) z = 0;
  else z = atan(Math.abs(y / x));
  if (x > 0) return y < 0 ? -z : z;
  return y < 0 ? z - PI_LOW - PI : PI - (z - PI_LOW);
}

/** fdlibm `s_atan`. */
function atan(x: number): number {
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude >= 0x44100000) return x > 0 ? PIO2 : -PIO2;
  if (magnitude < 0x3fdc0000) {
    if (magnitude < 0x3e200000) return x;
    return x - x * series(x);
  }
  const a = Math.abs(x);
  let r: number;
  let high: number;
  let low: number;
  if (magnitude < 0x3fe60000) {
    r = (2 * a - 1) / (2 + a);
    high = 4.63647609000806093515e-1;
    low = 2.26987774529616870924e-17;
  } else if (magnitude < 0x3ff30000) {
    r = (a - 1) / (a + 1);
    high = 7.85398163397448278999e-1;
    low = 3.06161699786838301793e-17;
  } else if (magnitude < 0x40038000) {
    r = (a - 1.5) / (1 + 1.5 * a);
    high = 9.82793723247329054082e-1;
    low = 1.39033110312309984516e-17;
  } else {
    r = -1 / a;
    high = PIO2;
    low = 6.12323399573676603587e-17;
  }
  const z = high - (r * series(r) - low - r);
  return x < 0 ? -z : z;
}

/** (x - atan x) / x near 0. */
function series(x: number): number {
  const z = x * x;
  const w = z * z;
  const odd = z * (AT0 + w * (AT2 + w * (AT4 + w * (AT6 + w * (AT8 + w * AT10)))));
  const even = w * (AT1 + w * (AT3 + w * (AT5 + w * (AT7 + w * AT9))));
  return odd + even;
}

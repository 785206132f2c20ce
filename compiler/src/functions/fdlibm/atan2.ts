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

import { highWord, polynomial } from "./words.js";

/** atan(1/2), atan(1), atan(3/2), pi / 2, each in two parts. */
export const bases = [
  { high: 4.63647609000806093515e-1, low: 2.26987774529616870924e-17 },
  { high: 7.85398163397448278999e-1, low: 3.06161699786838301793e-17 },
  { high: 9.82793723247329054082e-1, low: 1.39033110312309984516e-17 },
  { high: 1.570796326794896558, low: 6.12323399573676603587e-17 },
] as const;
export const even = [
  3.33333333333329318027e-1, 1.42857142725034663711e-1, 9.09088713343650656196e-2,
  6.66107313738753120669e-2, 4.97687799461593236017e-2, 1.62858201153657823623e-2,
];
export const odd = [
  -1.99999999998764832476e-1, -1.1111110405462355788e-1, -7.69187620504482999495e-2,
  -5.83357013379057348645e-2, -3.6531572744216915527e-2,
];
export const piLow = 1.2246467991473531772e-16;

/** `e_atan2` of finite numbers; a zero counts as positive. */
export function atan2(y: number, x: number): number {
  if (x === 1) return atan(y + 0);
  if (y === 0) return x < 0 ? Math.PI : 0;
  if (x === 0) return y < 0 ? -Math.PI / 2 : Math.PI / 2;
  const sizes = ((highWord(y) & 0x7fffffff) - (highWord(x) & 0x7fffffff)) >> 20;
  const angle = firstQuadrant(sizes, y, x);
  if (x > 0) return y > 0 ? angle : -angle;
  return y > 0 ? Math.PI - (angle - piLow) : angle - piLow - Math.PI;
}

/** `sizes`: how many powers of two y is larger than x. */
function firstQuadrant(sizes: number, y: number, x: number): number {
  if (sizes > 60) return Math.PI / 2 + 0.5 * piLow;
  if (x < 0 && sizes < -60) return 0;
  return atan(Math.abs(y / x));
}

/** `s_atan`. */
function atan(x: number): number {
  const size = highWord(x) & 0x7fffffff;
  const distance = Math.abs(x);
  const sign = x < 0 ? -1 : 1;
  if (size >= 0x44100000) return sign * (bases[3].high + bases[3].low);
  if (size < 0x3e200000) return x;
  if (size < 0x3fdc0000) return x - x * series(x);
  const { base, t } = near(distance, size);
  return sign * (base.high - (t * series(t) - base.low - t));
}

/** The nearest of the known angles, and the tangent of what lies between. */
function near(x: number, size: number) {
  if (size < 0x3fe60000) return { base: bases[0], t: (2 * x - 1) / (2 + x) };
  if (size < 0x3ff30000) return { base: bases[1], t: (x - 1) / (x + 1) };
  if (size < 0x40038000) return { base: bases[2], t: (x - 1.5) / (1 + 1.5 * x) };
  return { base: bases[3], t: -1 / x };
}

function series(x: number): number {
  const z = x * x;
  const w = z * z;
  return z * polynomial(w, even) + w * polynomial(w, odd);
}

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

import { exp } from "./exp.js";
import { expm1 } from "./expm1.js";

const TWO_M55 = 2.7755575615628914e-17;

/** Hyperbolic tangent, -1 to 1. fdlibm `s_tanh`. */
export function tanh(x: number): number {
  const a = Math.abs(x);
  let z: number;
  if (a < 22) {
    if (a < TWO_M55) return x;
    if (a >= 1) {
      z = 1 - 2 / (expm1(2 * a) + 2);
    } else {
      const t = expm1(-2 * a);
      z = -t / (t + 2);
    }
  } else if (a >= 22) {
    z = 1;
  } else {
    return NaN;
  }
  return x < 0 ? -z : z;
}

/** Logistic function `1 / (1 + e^-x)`, 0 to 1, without overflow on either side. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

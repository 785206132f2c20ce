import { roundHalfEven } from "../round.js";
import { cosOfReduced, sinOfReduced } from "./trig-kernel.js";

const LARGEST = 2251799813685248;

/** Sine of `pi * x`, exact at multiples of 1/2; NaN unless |x| <= 2^51. */
export function sinpi(x: number): number {
  return sineOfTurn(x, 0);
}

/** Cosine of `pi * x`, exact at multiples of 1/2; NaN unless |x| <= 2^51. */
export function cospi(x: number): number {
  return sineOfTurn(x, 1);
}

/** `sinpi(2 x / period)`: position on a cycle such as hour of day (period 24). `period` > 0. */
export function cyclicSin(x: number, period: number): number {
  return sinpi((2 * x) / period);
}

/** `cospi(2 x / period)`. `period` > 0. */
export function cyclicCos(x: number, period: number): number {
  return cospi((2 * x) / period);
}

/** The argument is brought into [-1/4, 1/4] exactly, then goes to fdlibm's kernels. */
function sineOfTurn(x: number, quarters: number): number {
  if (!(x <= LARGEST && x >= -LARGEST)) return NaN;
  const turn = x - 2 * roundHalfEven(x / 2);
  const quadrant = roundHalfEven(2 * turn);
  const angle = (turn - quadrant / 2) * Math.PI;
  switch ((quadrant + quarters) & 3) {
    case 0:
      return sinOfReduced(angle);
    case 1:
      return cosOfReduced(angle, 0);
    case 2:
      return -sinOfReduced(angle);
    default:
      return -cosOfReduced(angle, 0);
  }
}

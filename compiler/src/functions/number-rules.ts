import type { NumberDomain } from "../types/domain.js";
import {
  anyInt,
  exactly,
  meet,
  nextDown,
  nextUp,
  numberDomain,
  smallestNonZero,
} from "../types/interval.js";

const largest = Number.MAX_VALUE;

/**
 * Bounds of a function that never falls, from its values at the ends. `ulps` moves them outwards by the error
 * of an approximation; results that are exact by the function's construction (0, 1 and -1) stay.
 */
export function increasing(
  domain: NumberDomain,
  f: (x: number) => number,
  options: { readonly ulps?: number; readonly zero?: boolean; readonly floor?: number } = {},
): NumberDomain {
  const { ulps = 0, ...rest } = options;
  const low = Math.max(f(domain.low), -largest);
  const high = Math.min(f(domain.high), largest);
  return numberDomain(
    Math.max(-largest, outwards(low, ulps, nextDown)),
    Math.min(largest, outwards(high, ulps, nextUp)),
    rest,
  );
}

export function outwards(x: number, ulps: number, step: (x: number) => number): number {
  if (x === 0 || Math.abs(x) === 1) return x;
  let moved = x;
  for (let i = 0; i < ulps; i += 1) moved = step(moved);
  return moved;
}

/** The error of fdlibm's functions is below 1 ulp, on both sides of a comparison 2; log10, tanh and others twice that. */
export const softUlps = 4;

/** Whole results of a rounding that never falls; those beyond 2^53 - 1 are missing. */
export function rounded(domain: NumberDomain, round: (x: number) => number): NumberDomain {
  const whole = numberDomain(round(domain.low), round(domain.high), { integral: true });
  return meet(whole, anyInt) ?? exactly(0);
}

export function leavesInt(low: number, high: number): boolean {
  return low < anyInt.low || high > anyInt.high;
}

/** The positive numbers of a domain; undefined where it has none. */
export function positivePart(domain: NumberDomain): NumberDomain | undefined {
  if (domain.high <= 0) return undefined;
  return { ...domain, zero: false, low: Math.max(domain.low, smallestNonZero(domain)) };
}

/** Distances from 0. */
export function magnitudes(domain: NumberDomain): NumberDomain {
  const spansZero = domain.low < 0 && domain.high > 0;
  const nearest = Math.min(Math.abs(domain.low), Math.abs(domain.high));
  return numberDomain(
    spansZero || domain.zero ? 0 : nearest,
    Math.max(Math.abs(domain.low), Math.abs(domain.high)),
    { integral: domain.integral, zero: domain.zero, floor: domain.floor },
  );
}

import { ulpOf } from "./adjacent.js";
import type { NumberDomain } from "./domain.js";
import {
  exactly,
  finiteFloor,
  largestMagnitude,
  meet,
  numberDomain,
  smallestNonZero,
} from "./number-domain.js";
import type { DomainOptions } from "./number-domain.js";

export interface Result {
  /** Of the finite results. */
  readonly domain: NumberDomain;
  /** Some result may not be finite. */
  readonly mayOverflow: boolean;
}

export interface Quotient extends Result {
  readonly mayDivideByZero: boolean;
}

export function negate(x: NumberDomain): Result {
  const { integral, zero, floor } = x;
  return {
    domain: numberDomain(0 - x.high, 0 - x.low, { integral, zero, floor }),
    mayOverflow: false,
  };
}

export function add(x: NumberDomain, y: NumberDomain): Result {
  return resultOf([x.low + y.low, x.high + y.high], {
    integral: x.integral && y.integral,
    // A sum of doubles is 0 only where one is exactly the negative of the other.
    zero: meet(x, negate(y).domain) !== undefined,
    floor: finiteFloor(smallestSum(x, y)),
  });
}

export function subtract(x: NumberDomain, y: NumberDomain): Result {
  return add(x, negate(y).domain);
}

export function multiply(x: NumberDomain, y: NumberDomain): Result {
  const floor = smallestNonZero(x) * smallestNonZero(y);
  return resultOf(
    corners(x, y, (a, b) => a * b),
    {
      integral: x.integral && y.integral,
      // A product of tiny numbers is 0 as well.
      zero: x.zero || y.zero || floor === 0,
      floor: finiteFloor(floor),
    },
  );
}

export function divide(x: NumberDomain, y: NumberDomain): Quotient {
  const floor = smallestNonZero(x) / largestMagnitude(y);
  const quotients = nonZeroParts(y).flatMap((part) => corners(x, part, (a, b) => a / b));
  return {
    ...resultOf(quotients, {
      integral: x.integral && y.integral && largestMagnitude(y) === 1,
      zero: x.zero || floor === 0,
      floor: finiteFloor(floor),
    }),
    mayDivideByZero: y.zero,
  };
}

/** `floor(x / y)` of ints. */
export function floorDivide(x: NumberDomain, y: NumberDomain): Quotient {
  const quotients = nonZeroParts(y).flatMap((part) =>
    corners(x, part, (a, b) => Math.floor(a / b)),
  );
  return { ...resultOf(quotients, { integral: true }), mayDivideByZero: y.zero };
}

/**
 * `x ^ n` by binary powering, `1 / x ^ -n` for a negative `n`: then it is 0 where `x ^ -n` overflows, and not
 * finite where that is 0.
 */
export function powerInt(x: NumberDomain, n: number): Quotient {
  if (n >= 0) return { ...wholePower(x, n), mayDivideByZero: false };
  const power = wholePower(x, -n);
  const { domain, mayOverflow, mayDivideByZero } = divide(exactly(1), power.domain);
  return {
    domain: power.mayOverflow
      ? numberDomain(Math.min(domain.low, 0), Math.max(domain.high, 0))
      : domain,
    mayOverflow: mayOverflow || mayDivideByZero,
    mayDivideByZero: x.zero,
  };
}

/** Each product is monotone in the magnitude of `x`, and its sign is exact. */
function wholePower(x: NumberDomain, n: number): Result {
  if (n === 0) return { domain: exactly(1), mayOverflow: false };
  const floor = power(smallestNonZero(x), n);
  const spansZero = x.low < 0 && x.high > 0;
  const ends = [power(x.low, n), power(x.high, n)];
  const nearZero = x.zero ? 0 : floor;
  return resultOf(n % 2 === 0 && spansZero ? [nearZero, ...ends] : ends, {
    integral: x.integral,
    zero: x.zero || floor === 0,
    floor: finiteFloor(floor),
  });
}

/** The product over the bits of `n` from the left, as the language defines `x ^ n`. */
function power(x: number, n: number): number {
  return [...n.toString(2)]
    .slice(1)
    .reduce((product, bit) => product * product * (bit === "1" ? x : 1), x);
}

function corners(
  x: NumberDomain,
  y: NumberDomain,
  operation: (a: number, b: number) => number,
): number[] {
  return [
    operation(x.low, y.low),
    operation(x.low, y.high),
    operation(x.high, y.low),
    operation(x.high, y.high),
  ];
}

/** The negative and the positive values. */
function nonZeroParts(y: NumberDomain): NumberDomain[] {
  const smallest = smallestNonZero(y);
  const parts: NumberDomain[] = [];
  if (y.low < 0) parts.push({ ...y, high: Math.min(y.high, -smallest) });
  if (y.high > 0) parts.push({ ...y, low: Math.max(y.low, smallest) });
  return parts;
}

/**
 * The least magnitude of a sum that is not 0. With opposite signs all but the last digit may cancel, and that
 * is a digit of the smaller operand. Where one operand is never 0, the other cancels it only from half of its
 * magnitude on: `1 - p` is 0 or at least 2^-53, however small `p` may be.
 */
function smallestSum(x: NumberDomain, y: NumberDomain): number {
  const a = smallestNonZero(x);
  const b = smallestNonZero(y);
  const sameSign = (x.low >= 0 && y.low >= 0) || (x.high <= 0 && y.high <= 0);
  if (sameSign) return Math.min(a, b);
  return Math.max(
    Math.min(a, b, ulpOf(a), ulpOf(b)),
    x.zero ? 0 : ulpOf(a / 2),
    y.zero ? 0 : ulpOf(b / 2),
  );
}

/** The hull of the extreme results; those beyond the finite numbers are missing. */
function resultOf(extremes: readonly number[], options: DomainOptions): Result {
  if (extremes.length === 0) return { domain: exactly(0), mayOverflow: false };
  const low = Math.min(...extremes);
  const high = Math.max(...extremes);
  const largest = Number.MAX_VALUE;
  return {
    domain: numberDomain(
      Math.max(-largest, Math.min(low, largest)),
      Math.min(largest, Math.max(high, -largest)),
      options,
    ),
    mayOverflow: low < -largest || high > largest,
  };
}

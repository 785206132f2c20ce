import { nextDown, nextUp } from "../../types/interval.js";

/** All real numbers from `low` to `high`; an end may be infinite. Every operation rounds outwards. */
export interface Enclosure {
  readonly low: number;
  readonly high: number;
}

export function point(value: number): Enclosure {
  return { low: value, high: value };
}

/** Of a number that is known but for its last digit. */
export function around(value: number): Enclosure {
  return { low: nextDown(value), high: nextUp(value) };
}

export function negate({ low, high }: Enclosure): Enclosure {
  return { low: -high, high: -low };
}

export function add(a: Enclosure, b: Enclosure): Enclosure {
  return outwards(a.low + b.low, a.high + b.high);
}

export function subtract(a: Enclosure, b: Enclosure): Enclosure {
  return add(a, negate(b));
}

export function multiply(a: Enclosure, b: Enclosure): Enclosure {
  return ofCorners([
    times(a.low, b.low),
    times(a.low, b.high),
    times(a.high, b.low),
    times(a.high, b.high),
  ]);
}

/** Undefined where the divisor can be 0. */
export function divide(a: Enclosure, b: Enclosure): Enclosure | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined;
  return ofCorners([
    over(a.low, b.low),
    over(a.low, b.high),
    over(a.high, b.low),
    over(a.high, b.high),
  ]);
}

/** `x^n` for a whole `n` from 0. */
export function power(x: Enclosure, n: number): Enclosure {
  if (n === 0) return point(1);
  const ends = [x.low ** n, x.high ** n];
  const holdsZero = n % 2 === 0 && x.low <= 0 && x.high >= 0;
  // The engine's power may be off by more than half a digit.
  const { low, high } = ofCorners(ends);
  return { low: holdsZero ? 0 : nextDown(nextDown(low)), high: nextUp(nextUp(high)) };
}

export function isWithin(inner: Enclosure, low: number, high: number): boolean {
  return inner.low >= low && inner.high <= high;
}

/** 0 times an infinite end is 0: the end stands for numbers without bound, not for infinity. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : notVanished(a * b, a, b);
}

function over(a: number, b: number): number {
  return a === 0 ? 0 : notVanished(a / b, a, b);
}

/** A 0 that stands for a tiny number would be taken for an exact one. */
function notVanished(result: number, a: number, b: number): number {
  return result === 0 ? Math.sign(a) * Math.sign(b) * Number.MIN_VALUE : result;
}

function ofCorners(values: readonly number[]): Enclosure {
  if (values.some(Number.isNaN)) return { low: -Infinity, high: Infinity };
  return outwards(Math.min(...values), Math.max(...values));
}

/** Sums and products that are 0 are so exactly. */
function outwards(low: number, high: number): Enclosure {
  return {
    low: Number.isNaN(low) ? -Infinity : low === 0 ? 0 : nextDown(low),
    high: Number.isNaN(high) ? Infinity : high === 0 ? 0 : nextUp(high),
  };
}

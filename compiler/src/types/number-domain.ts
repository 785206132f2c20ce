import { nextDown, nextUp } from "./adjacent.js";
import type { NumberDomain } from "./domain.js";

export interface DomainOptions {
  /** Only whole numbers; false unless given. */
  readonly integral?: boolean;
  /** Zero may occur; where not given, it does if it lies between the ends. */
  readonly zero?: boolean;
  /** Smallest magnitude of a value that is not zero, as far as it is known. */
  readonly floor?: number;
}

/** The largest whole number below which all of them are doubles. */
const maxSafe = Number.MAX_SAFE_INTEGER;

/** The numbers from `low` to `high`, both ends included, drawn in as far as the options tell. */
export function numberDomain(low: number, high: number, options: DomainOptions = {}): NumberDomain {
  const given = describe(low, high, options);
  return tighten(given) ?? given;
}

export function exactly(value: number): NumberDomain {
  return numberDomain(value, value, { integral: Number.isInteger(value) });
}

export const anyNumber: NumberDomain = numberDomain(-Number.MAX_VALUE, Number.MAX_VALUE);
/** |n| <= 2^53 - 1. */
export const anyInt: NumberDomain = numberDomain(-maxSafe, maxSafe, { integral: true });
/** Milliseconds from 0001-01-01T00:00Z to the end of 9999. */
export const boundsOfTimestamps: NumberDomain = numberDomain(
  -62_135_596_800_000,
  253_402_300_799_999,
  {
    integral: true,
  },
);
/** Days from 0001-01-01 to 9999-12-31. */
export const boundsOfDates: NumberDomain = numberDomain(-719_162, 2_932_896, { integral: true });

/** All that is in one or in the other. */
export function join(a: NumberDomain, b: NumberDomain): NumberDomain {
  return numberDomain(Math.min(a.low, b.low), Math.max(a.high, b.high), {
    integral: a.integral && b.integral,
    zero: a.zero || b.zero,
    floor: finiteFloor(Math.min(smallestNonZero(a), smallestNonZero(b))),
  });
}

/** What can be in both; undefined where nothing can. */
export function meet(a: NumberDomain, b: NumberDomain): NumberDomain | undefined {
  return tighten({
    kind: "number",
    low: Math.max(a.low, b.low),
    high: Math.min(a.high, b.high),
    integral: a.integral || b.integral,
    zero: a.zero && b.zero,
    floor: Math.max(a.floor, b.floor),
  });
}

/** Without zero; undefined where nothing else is left. */
export function excludeZero(domain: NumberDomain): NumberDomain | undefined {
  return tighten({ ...domain, zero: false });
}

/** The values `<= x`, or `< x` where `open`; undefined where there are none. */
export function below(domain: NumberDomain, x: number, open: boolean): NumberDomain | undefined {
  return tighten({ ...domain, high: Math.min(domain.high, open ? nextDown(x) : x) });
}

/** The values `>= x`, or `> x` where `open`; undefined where there are none. */
export function above(domain: NumberDomain, x: number, open: boolean): NumberDomain | undefined {
  return tighten({ ...domain, low: Math.max(domain.low, open ? nextUp(x) : x) });
}

/**
 * A magnitude that every non-zero value reaches: never 0, since there is a smallest double; infinite where
 * zero is the only value.
 */
export function smallestNonZero(domain: NumberDomain): number {
  if (domain.low === 0 && domain.high === 0) return Infinity;
  return Math.max(domain.floor, Number.MIN_VALUE);
}

export function largestMagnitude(domain: NumberDomain): number {
  return Math.max(Math.abs(domain.low), Math.abs(domain.high));
}

export function finiteFloor(floor: number): number {
  return Number.isFinite(floor) ? floor : 0;
}

function describe(low: number, high: number, options: DomainOptions): NumberDomain {
  return {
    kind: "number",
    low: low + 0,
    high: high + 0,
    integral: options.integral ?? false,
    zero: (options.zero ?? true) && low <= 0 && high >= 0,
    floor: options.floor ?? 0,
  };
}

/** The same values with the narrowest ends; undefined where there are none. */
function tighten({ integral, zero, ...given }: NumberDomain): NumberDomain | undefined {
  let low = integral ? Math.ceil(given.low) : given.low;
  let high = integral ? Math.floor(given.high) : given.high;
  const known = integral ? Math.max(1, Math.ceil(given.floor)) : given.floor;
  const smallest = Math.max(known, Number.MIN_VALUE);
  if (low > -smallest && low < smallest) low = low <= 0 && zero ? 0 : smallest;
  if (high > -smallest && high < smallest) high = high >= 0 && zero ? 0 : -smallest;
  if (!(low <= high)) return undefined;
  return {
    kind: "number",
    low: low + 0,
    high: high + 0,
    integral,
    zero: zero && low <= 0 && high >= 0,
    floor: Math.max(known, low, -high),
  };
}

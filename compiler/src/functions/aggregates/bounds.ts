import type { NumberDomain } from "../../types/domain.js";
import { anyNumber, exactly, largestMagnitude, numberDomain } from "../../types/interval.js";
import type { CollectionFact } from "./definition.js";

/** A collection has at most so many elements: as many as an array. */
export const mostElements = 2 ** 32 - 1;

const largest = Number.MAX_VALUE;
/** An ulp of 1, twice the error of one rounding. */
const ulp = 2 ** -52;

/** What is known of numeric elements. */
export function elementsOf({ element }: CollectionFact): NumberDomain {
  return element.kind === "number" ? element : anyNumber;
}

/** Adding so many values, one after the other, goes wrong by this part at most. */
export function foldError({ count, isExact }: CollectionFact): number {
  return isExact ? 0 : count.high * ulp;
}

/** Where all partial sums are whole and below 2^53 none of them is rounded. */
export function isExactSum(fact: CollectionFact): boolean {
  const elements = elementsOf(fact);
  const sum = fact.count.high * largestMagnitude(elements);
  return elements.integral && sum <= Number.MAX_SAFE_INTEGER;
}

/**
 * Rounding is monotone, so that a sum is at most that of as many of the largest element, added in the same
 * way; that one is off by `foldError`.
 */
export function sumBounds(fact: CollectionFact): NumberDomain {
  const { count } = fact;
  const { low, high, integral } = elementsOf(fact);
  const error = isExactSum(fact) ? 0 : foldError(fact);
  const least = low < 0 ? count.high * low * (1 + error) : count.low * low * (1 - error);
  const most = high > 0 ? count.high * high * (1 + error) : count.low * high * (1 - error);
  return numberDomain(Math.max(-largest, least), Math.min(largest, most), { integral });
}

export function mayOverflow(fact: CollectionFact): boolean {
  return largestSum(fact) > largest;
}

export function largestSum(fact: CollectionFact): number {
  return fact.count.high * largestMagnitude(elementsOf(fact)) * (1 + foldError(fact));
}

export function meanBounds(fact: CollectionFact): NumberDomain {
  const { low, high } = elementsOf(fact);
  const error = isExactSum(fact) ? 0 : foldError(fact) + ulp;
  return widened(low, high, error);
}

/** Both ends outwards by a part of themselves. */
function widened(low: number, high: number, part: number): NumberDomain {
  return numberDomain(
    Math.max(-largest, low < 0 ? low * (1 + part) : low * (1 - part)),
    Math.min(largest, high > 0 ? high * (1 + part) : high * (1 - part)),
  );
}

/**
 * The variance of values in [l, h] is at most ((h - l) / 2)^2; distances from a mean that is off by d add d^2.
 * Of a sample it is up to twice that.
 */
export function varianceBounds(fact: CollectionFact, isSample: boolean): NumberDomain {
  const most = largestVariance(fact, isSample);
  return fact.count.high === 1 && !isSample ? exactly(0) : numberDomain(0, Math.min(largest, most));
}

export function largestVariance(fact: CollectionFact, isSample: boolean): number {
  const elements = elementsOf(fact);
  const half = elements.high / 2 - elements.low / 2;
  const off = largestMagnitude(elements) * (foldError(fact) + ulp);
  const population = (half * half + off * off) * (1 + 4 * foldError(fact) + 16 * ulp);
  return isSample ? population * 2 : population;
}

/** Between two neighbours, with weights that add up to 1: half and half is exact, others are rounded. */
export function quantileBounds(fact: CollectionFact, p: number): NumberDomain {
  const elements = elementsOf(fact);
  if (p === 0 || p === 1) return elements;
  const tiny = 1e-300;
  const isHalf = p === 0.5;
  const part = isHalf ? 0 : 4 * ulp * largestMagnitude(elements);
  const below = Math.abs(elements.low) < tiny && elements.low !== 0 ? tiny : part;
  const above = Math.abs(elements.high) < tiny && elements.high !== 0 ? tiny : part;
  return numberDomain(
    Math.max(-largest, elements.low - below),
    Math.min(largest, elements.high + above),
  );
}

import { internalError } from "../../base/assert.js";
import { compareInOrder } from "../../types/compare-in-order.js";
import type { PresentValue } from "../../types/value.js";

/** Elements of an aggregate over numbers. */
export function numbersOf(values: readonly PresentValue[]): readonly number[] {
  return values.map((value) =>
    typeof value === "number" ? value : internalError("an element is no number"),
  );
}

/** Added one after the other, from 0. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The exact sum of whole numbers; null beyond 2^53 - 1. */
export function exactSumOf(values: readonly number[]): number | null {
  const sum = Number(values.reduce((total, value) => total + BigInt(value), 0n));
  return Number.isSafeInteger(sum) ? sum : null;
}

export function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

/** Two passes: the mean first, then the squared distances from it, in the order of the values. */
export function squaredDistances(values: readonly number[]): number {
  const mean = meanOf(values);
  return sumOf(values.map((value) => (value - mean) * (value - mean)));
}

/** At (n - 1) · p among the sorted values; between two of them by how near it is to each. */
export function quantileOf(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const high = Math.ceil(position);
  const below = sorted[low] ?? internalError("a quantile of nothing");
  const above = sorted[high] ?? below;
  // Weights that are rounded must not leave a value that both neighbours share.
  return below === above ? below : (high - position) * below + (position - low) * above;
}

/** The commonest values first; equally common ones in ascending order. */
export function ranked<Item extends PresentValue>(
  counts: ReadonlyMap<Item, number>,
): readonly Item[] {
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || compareInOrder(a, b))
    .map(([value]) => value);
}

export function countsOf(values: readonly PresentValue[]): ReadonlyMap<PresentValue, number> {
  const counts = new Map<PresentValue, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Ascending, equal values in their order. */
export function sortedCopy(values: readonly PresentValue[]): readonly PresentValue[] {
  return [...values].sort(compareInOrder);
}

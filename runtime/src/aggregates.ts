import { greatest, least } from "./numbers.js";
import { round, scaleOf } from "./round.js";
import { compareText } from "./text.js";

/** A single value, as an aggregate takes it. */
type Single = number | string | boolean;

/** Numbers by size, texts by code point, false before true: negative where `a` comes first. */
export function compareSingle(a: Single, b: Single): number {
  if (typeof a === "string") return compareText(a, String(b));
  return Number(a) - Number(b);
}

/** The last `n` of the values, in their order. */
export function latest<T>(values: readonly T[], n: number): readonly T[] {
  return values.length <= n ? values : values.slice(-n);
}

/** Without those that are missing. */
export function withoutMissing<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value) => value !== null);
}

/** Added one after the other, from 0; null beyond the largest number. */
export function sumOf(values: readonly number[]): number | null {
  return finiteOrNull(total(values));
}

function total(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function finiteOrNull(x: number): number | null {
  return x - x === 0 ? x : null;
}

const HALF = 67108864; // 2^26

/** The sum of whole numbers, exact; null beyond 2^53 - 1. */
export function exactSum(values: readonly number[]): number | null {
  // Two halves of each, so that 2^26 of them add up without rounding.
  let high = 0;
  let low = 0;
  let added = 0;
  for (const value of values) {
    const upper = Math.floor(value / HALF);
    high += upper;
    low += value - upper * HALF;
    if (++added === HALF) {
      const carried = Math.floor(low / HALF);
      high += carried;
      low -= carried * HALF;
      added = 0;
    }
  }
  const sum = high * HALF + low;
  return sum <= 9007199254740991 && sum >= -9007199254740991 ? sum : null;
}

/** Each rounded to `scale` decimals, halves away from zero, and the exact sum of those. */
export function scaledSum(values: readonly number[], scale: number): number | null {
  const factor = scaleOf(scale);
  const scaled: number[] = [];
  for (const value of values) {
    const whole = round(value * factor);
    if (whole - whole !== 0) return null;
    scaled.push(whole);
  }
  const sum = scaled.every(Number.isSafeInteger) ? exactSum(scaled) : bigSum(scaled);
  return sum === null ? null : sum / factor;
}

/** Of numbers beyond 2^53 - 1 that may cancel out. */
function bigSum(values: readonly number[]): number | null {
  let sum = 0n;
  for (const value of values) sum += BigInt(value);
  const result = Number(sum);
  return Number.isSafeInteger(result) ? result : null;
}

/** The sum by how many there are; null of none. */
export function meanOf(values: readonly number[]): number | null {
  return finiteOrNull(total(values) / values.length);
}

/** The part that is true, from 0 to 1; null of none. */
export function shareOf(values: readonly boolean[]): number | null {
  let count = 0;
  for (const value of values) if (value) count++;
  return finiteOrNull(count / values.length);
}

/** The smallest number; null of none. */
export function leastOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce(least);
}

/** The largest number; null of none. */
export function greatestOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce(greatest);
}

/** The first text by code point; null of none. */
export function firstText<T extends string>(values: readonly T[]): T | null {
  if (values.length === 0) return null;
  return values.reduce((a, b) => (compareText(a, b) <= 0 ? a : b));
}

/** The last text by code point; null of none. */
export function lastText<T extends string>(values: readonly T[]): T | null {
  if (values.length === 0) return null;
  return values.reduce((a, b) => (compareText(a, b) >= 0 ? a : b));
}

/** The k-th from the end, 1 is the last; null where there are fewer. */
export function nthLast<T>(values: readonly T[], k: number): T | null {
  return values[values.length - k] ?? null;
}

/** The k-th in ascending order, from 1; null where there are fewer. */
export function nthSmallest<T extends Single>(values: readonly T[], k: number): T | null {
  return [...values].sort(compareSingle)[k - 1] ?? null;
}

/** The k-th in descending order, from 1; null where there are fewer. */
export function nthLargest<T extends Single>(values: readonly T[], k: number): T | null {
  return nthLast([...values].sort(compareSingle), k);
}

/** The position of the smallest, from 1; of equal ones the first; null of none. */
export function argmin(values: readonly Single[]): number | null {
  return extremePosition(values, -1);
}

/** The position of the largest, from 1; of equal ones the first; null of none. */
export function argmax(values: readonly Single[]): number | null {
  return extremePosition(values, 1);
}

function extremePosition(values: readonly Single[], sign: number): number | null {
  let best: Single | null = null;
  let position: number | null = null;
  let at = 0;
  for (const value of values) {
    at++;
    if (best !== null && compareSingle(value, best) * sign <= 0) continue;
    best = value;
    position = at;
  }
  return position;
}

/**
 * At (n - 1) · p among the sorted values, from 0; between two of them by how near it is to each. Between
 * equal neighbours it is their value. Null of none.
 */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const high = Math.ceil(position);
  const below = sorted[low];
  const above = sorted[high];
  if (below === undefined || above === undefined) return null;
  if (below === above) return below;
  return (high - position) * below + (position - low) * above;
}

/** The commonest value; of equally common ones the smallest; null of none. */
export function mode<T extends Single>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  let best: T | null = null;
  let most = 0;
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const [value, count] of counts) {
    const isBetter =
      count > most || (count === most && best !== null && compareSingle(value, best) < 0);
    if (!isBetter) continue;
    best = value;
    most = count;
  }
  return best;
}

/** Two passes: the mean, then the squared distances from it, added in order; null with too few. */
export function varPop(values: readonly number[]): number | null {
  return finiteOrNull(squaredDistances(values) / values.length);
}

export function varSamp(values: readonly number[]): number | null {
  return values.length < 2 ? null : finiteOrNull(squaredDistances(values) / (values.length - 1));
}

/** The root of `varPop`. */
export function stddevPop(values: readonly number[]): number | null {
  const variance = varPop(values);
  return variance === null ? null : Math.sqrt(variance);
}

/** The root of `varSamp`. */
export function stddevSamp(values: readonly number[]): number | null {
  const variance = varSamp(values);
  return variance === null ? null : Math.sqrt(variance);
}

function squaredDistances(values: readonly number[]): number {
  const mean = total(values) / values.length;
  let sum = 0;
  for (const value of values) sum += (value - mean) * (value - mean);
  return sum;
}

/** Seconds from a moment to `as_of`; null where there is none. */
export function secondsSince(moment: number | null, asOf: number): number | null {
  return moment === null ? null : (asOf - moment) / 1000;
}

/**
 * The values in order: themselves where they are in order already, else a sorted copy. `compare` is a total
 * order, so that the result depends on the set of values alone.
 */
export function inOrder<T>(values: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let i = 1; i < values.length; i++) {
    const before = values[i - 1];
    const value = values[i];
    if (before !== undefined && value !== undefined && compare(before, value) > 0) {
      return [...values].sort(compare);
    }
  }
  return values;
}

/** Missing values first, the others by `compare`. */
export function compareNullable<T>(
  a: T | null,
  b: T | null,
  compare: (a: T, b: T) => number,
): number {
  if (a === null) return b === null ? 0 : -1;
  return b === null ? 1 : compare(a, b);
}

/** Element by element; a shorter list comes before longer ones that begin with it. */
export function compareLists<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a[i];
    const right = b[i];
    const order = left === undefined || right === undefined ? 0 : compare(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

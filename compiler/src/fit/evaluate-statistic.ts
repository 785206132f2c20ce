import { assertNever, internalError } from "../base/assert.js";
import type { Constant } from "../types/value.js";
import type { Column } from "./column.js";
import { compareInOrder } from "../types/compare-in-order.js";
import type { StatisticName } from "./statistics.table.js";

/**
 * A statistic of a column with at least as many values as it needs, by the definitions of the aggregates of
 * the language; null where it is not finite. `parameter` is `p` or `top`.
 */
export function evaluateStatistic(
  name: StatisticName,
  parameter: number | null,
  column: Column,
): Constant | null {
  switch (name) {
    case "count":
      return column.count;
    case "mean":
      return finite(meanOf(column));
    case "stddev_samp":
      return finite(Math.sqrt(squaredDistances(column) / (column.count - 1)));
    case "stddev_pop":
      return finite(Math.sqrt(squaredDistances(column) / column.count));
    case "min":
      return column.least;
    case "max":
      return column.greatest;
    case "median":
      return quantileOf(column.sorted, 0.5);
    case "quantile":
      return quantileOf(column.sorted, parameter ?? internalError("a quantile without p"));
    case "mode":
      return ranked(column)[0] ?? null;
    case "vocabulary":
      return ranked(column).slice(0, parameter ?? internalError("a vocabulary without top"));
    default:
      return assertNever(name);
  }
}

function meanOf({ sum, count }: Column): number {
  return sum / count;
}

/** Two passes: the mean first, then the sum in the order of the rows. */
function squaredDistances(column: Column): number {
  const mean = meanOf(column);
  const { values } = column;
  if (values === null) internalError("no values were kept");
  return values.fold(0, (sum, value) => sum + (value - mean) * (value - mean));
}

/** Between neighbours that are equal their value itself: weights that are rounded must not leave it. */
function quantileOf(sorted: Float64Array, p: number): number | null {
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const high = Math.ceil(position);
  const below = sorted[low] ?? internalError("a quantile of nothing");
  const above = sorted[high] ?? below;
  if (below === above) return below;
  return finite((high - position) * below + (position - low) * above);
}

/** The commonest values first; equally common ones in ascending order. */
function ranked({ distinct }: Column): (string | number | boolean)[] {
  if (distinct === null) internalError("no values were counted");
  return [...distinct]
    .sort(([a, countA], [b, countB]) => countB - countA || compareInOrder(a, b))
    .map(([value]) => value);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}

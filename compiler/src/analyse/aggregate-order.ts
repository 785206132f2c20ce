import type { AggregateName } from "../functions/aggregates/aggregate.table.js";
import type { Aggregate } from "../ir/nodes.js";
import { haveSameElement, isNested } from "./nested-collections.js";

/** Their value is one of the elements. */
const selecting: ReadonlySet<AggregateName> = new Set([
  "min",
  "max",
  "first",
  "last",
  "nth_last",
  "mode",
  "nth_smallest",
  "nth_largest",
]);

/**
 * True where `lower <= upper` whenever both are present, because the elements of the one are among those of the
 * other. Sums fold in one order, and adding what is not negative never makes a sum of doubles smaller.
 */
export function aggregateAtMost(
  lower: Aggregate,
  upper: Aggregate,
  isNotNegative: (aggregate: Aggregate) => boolean,
): boolean {
  const counts = upper.fn === "count" && (lower.fn === "count" || lower.fn === "count_distinct");
  if (counts) {
    const countsAll = !upper.skipMissing || haveSameElement(lower, upper);
    return countsAll && isNested(lower, upper);
  }
  if (!haveSameElement(lower, upper)) return false;
  if (lower.fn === "count_distinct" && upper.fn === "count_distinct") return isNested(lower, upper);
  if (lower.fn === "sum" && upper.fn === "sum") {
    const isSameScale = lower.args[0] === upper.args[0];
    return isSameScale && isNested(lower, upper) && isNotNegative(upper);
  }
  if (lower.fn === "min" && selecting.has(upper.fn) && isNested(upper, lower)) return true;
  return upper.fn === "max" && selecting.has(lower.fn) && isNested(lower, upper);
}

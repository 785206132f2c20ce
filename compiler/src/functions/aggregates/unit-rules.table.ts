import type { AggregateName } from "./aggregate.table.js";

/** The unit of an aggregate: that of its elements, its square, a plain ratio, seconds, or none. */
export type AggregateUnit = "element" | "square" | "ratio" | "seconds" | "unknown";

/** A row for each aggregate: one without does not compile. */
export const aggregateUnits: Readonly<Record<AggregateName, AggregateUnit>> = {
  count: "unknown",
  count_distinct: "unknown",
  sum: "element",
  mean: "element",
  min: "element",
  max: "element",
  any: "unknown",
  all: "unknown",
  exists: "unknown",
  share: "ratio",
  first: "element",
  last: "element",
  nth_last: "element",
  nth_smallest: "element",
  nth_largest: "element",
  argmin: "unknown",
  argmax: "unknown",
  median: "element",
  quantile: "element",
  mode: "element",
  var_pop: "square",
  var_samp: "square",
  stddev_pop: "element",
  stddev_samp: "element",
  rate: "unknown",
  seconds_since_first: "seconds",
  seconds_since_last: "seconds",
};

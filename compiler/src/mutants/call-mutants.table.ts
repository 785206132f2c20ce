import type { AggregateName } from "../functions/aggregates/aggregate.table.js";
import type { FunctionName } from "../functions/registry.js";

/** Functions that are mistaken for each other: they take the same arguments and give the same type. */
export const mistakenFunctions: Partial<Readonly<Record<FunctionName, readonly FunctionName[]>>> = {
  floor: ["ceil", "round_half_even"],
  ceil: ["floor"],
  trunc: ["floor"],
  round_half_even: ["floor"],
  least: ["greatest"],
  greatest: ["least"],
  ln: ["log1p", "log2"],
  log1p: ["ln"],
  log2: ["ln"],
  log10: ["ln"],
  exp: ["expm1"],
  expm1: ["exp"],
  sin: ["cos"],
  cos: ["sin"],
  sinpi: ["cospi"],
  cospi: ["sinpi"],
  cyclic_sin: ["cyclic_cos"],
  cyclic_cos: ["cyclic_sin"],
  radians: ["degrees"],
  degrees: ["radians"],
  tanh: ["sigmoid"],
  sigmoid: ["tanh"],
  year: ["month"],
  month: ["day"],
  day: ["day_of_year"],
  day_of_year: ["day"],
  hour: ["minute"],
  minute: ["second"],
  day_of_week: ["day"],
  days_between: ["months_between"],
  months_between: ["years_between"],
  years_between: ["months_between"],
  starts_with: ["ends_with", "contains"],
  ends_with: ["starts_with"],
  contains: ["starts_with"],
  upper: ["lower"],
  lower: ["upper"],
};

/** Functions of one argument that are forgotten: the argument has the type of the result. */
export const forgottenFunctions: ReadonlySet<FunctionName> = new Set([
  "abs",
  "sqrt",
  "exp",
  "expm1",
  "ln",
  "log1p",
  "log2",
  "log10",
  "sigmoid",
  "tanh",
  "trim",
  "lower",
  "upper",
  "radians",
  "degrees",
]);

/** Functions whose first two arguments are easily swapped. */
export const swappedArguments: ReadonlySet<FunctionName> = new Set([
  "days_between",
  "months_between",
  "years_between",
  "pow",
  "mod",
  "atan2",
  "starts_with",
  "ends_with",
  "contains",
]);

/** Aggregates that are mistaken for each other, over the same elements. */
export const mistakenAggregates: Partial<
  Readonly<Record<AggregateName, readonly AggregateName[]>>
> = {
  sum: ["max", "mean"],
  mean: ["median", "sum"],
  min: ["max"],
  max: ["min", "last"],
  any: ["all", "last"],
  all: ["any", "last"],
  first: ["last"],
  last: ["first"],
  argmin: ["argmax"],
  argmax: ["argmin"],
  median: ["mean"],
  nth_smallest: ["nth_largest"],
  nth_largest: ["nth_smallest"],
  var_pop: ["var_samp"],
  var_samp: ["var_pop"],
  stddev_pop: ["stddev_samp"],
  stddev_samp: ["stddev_pop"],
  seconds_since_first: ["seconds_since_last"],
  seconds_since_last: ["seconds_since_first"],
};

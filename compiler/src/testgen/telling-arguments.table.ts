import type { FunctionName } from "../functions/registry.js";
import type { Value } from "../types/value.js";

/** Days since 1970-01-01. */
const newYearOf2021 = 18_628;
const endOfJanuary2024 = 19_753;
const leapDayOf2024 = 19_782;
const saturday = 19_735;
const sunday = 19_736;

/**
 * Arguments that functions are easily wrong about, whatever the formula around them is: halves, letters beyond
 * ASCII, the ends of months. A row has each of them in a field that the function reads.
 */
export const tellingArguments: Partial<Readonly<Record<FunctionName, readonly Value[]>>> = {
  round: [0.125, -0.125],
  round_half_even: [0.5, 1.5, -0.5],
  sign: [1e-200],
  length: ["😀"],
  lower: ["É"],
  upper: ["é"],
  trim: ["\u00a0a", "\ta "],
  iso_year: [newYearOf2021],
  iso_week: [newYearOf2021],
  day_of_year: [leapDayOf2024],
  is_weekend: [saturday, sunday],
  add_months: [endOfJanuary2024],
  months_between: [endOfJanuary2024],
  years_between: [leapDayOf2024],
};

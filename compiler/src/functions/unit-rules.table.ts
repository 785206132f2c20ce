import type { FunctionName } from "./registry.js";

/** What a function asks of the units of its arguments, and the unit of its result. */
export type UnitRule =
  /** Nothing is asked and nothing known: text, encoders, parts of a date. */
  | { readonly kind: "unknown" }
  /** The unit of the first argument; the others are not values of it. */
  | { readonly kind: "keeps" }
  /** Number arguments of one unit. The result has it too, or is a ratio. */
  | { readonly kind: "alike"; readonly result: "same" | "ratio" }
  /** Number arguments in `takes`, the result in `gives`; both are units as in a spec. */
  | { readonly kind: "fixed"; readonly takes: string; readonly gives: string }
  /** Plain numbers that count `name`, which may be read as a ratio or with that unit. */
  | { readonly kind: "counts"; readonly name: string }
  /** The first argument to a fixed power; null: to the second argument, where that is a literal. */
  | { readonly kind: "power"; readonly exponent: number | null };

const unknown: UnitRule = { kind: "unknown" };
const keeps: UnitRule = { kind: "keeps" };
const alike: UnitRule = { kind: "alike", result: "same" };
const ratioOfAlike: UnitRule = { kind: "alike", result: "ratio" };
const ofRatio: UnitRule = { kind: "fixed", takes: "ratio", gives: "ratio" };
const counts = (name: string): UnitRule => ({ kind: "counts", name });

/** A row for each built-in function: a function without one does not compile. */
export const unitRules: Readonly<Record<FunctionName, UnitRule>> = {
  abs: keeps,
  sign: ratioOfAlike,
  least: alike,
  greatest: alike,
  clip: alike,
  mod: alike,
  sqrt: { kind: "power", exponent: 0.5 },
  hypot: alike,
  to_number: keeps,
  standardize: ratioOfAlike,
  min_max_scale: ratioOfAlike,
  interpolate: unknown,

  floor: keeps,
  ceil: keeps,
  trunc: keeps,
  round: keeps,
  round_half_even: keeps,
  to_int: keeps,
  float32: keeps,

  exp: ofRatio,
  expm1: ofRatio,
  ln: ofRatio,
  log10: ofRatio,
  log2: ofRatio,
  // What compresses amounts takes them as they are counted; a logarithm to compare needs a ratio.
  log1p: ratioOfAlike,
  pow: { kind: "power", exponent: null },
  tanh: ofRatio,
  sigmoid: ofRatio,
  logit: ofRatio,
  sinpi: ofRatio,
  cospi: ofRatio,
  cyclic_sin: ratioOfAlike,
  cyclic_cos: ratioOfAlike,

  sin: ofRatio,
  cos: ofRatio,
  asin: ofRatio,
  atan2: ratioOfAlike,
  radians: { kind: "fixed", takes: "degree", gives: "radian" },
  degrees: { kind: "fixed", takes: "ratio", gives: "degree" },
  haversine_km: { kind: "fixed", takes: "degree", gives: "km" },

  xor: unknown,
  bucketize: unknown,
  index_in: unknown,
  hash_bucket: unknown,

  length: unknown,
  lower: unknown,
  upper: unknown,
  trim: unknown,
  collapse_spaces: unknown,
  substr: unknown,
  left: unknown,
  right: unknown,
  starts_with: unknown,
  ends_with: unknown,
  contains: unknown,
  index_of: unknown,
  concat: unknown,
  replace: unknown,
  part: unknown,
  split: unknown,
  count_words: unknown,
  matches: unknown,
  keep: unknown,
  remove: unknown,
  extract: unknown,
  first_match: unknown,
  cross: unknown,
  lower_unicode: unknown,
  upper_unicode: unknown,
  normalize_nfkd: unknown,
  strip_accents: unknown,
  parse_number: unknown,
  parse_int: unknown,
  parse_date: unknown,
  parse_timestamp: unknown,
  date_text: unknown,
  int_text: unknown,

  year: unknown,
  month: unknown,
  day: unknown,
  quarter: unknown,
  day_of_year: unknown,
  day_of_week: unknown,
  iso_week: unknown,
  iso_year: unknown,
  is_weekend: unknown,
  hour: unknown,
  minute: unknown,
  second: unknown,
  seconds_of_day: counts("s"),
  date: unknown,
  date_trunc: unknown,
  ts_trunc: unknown,
  local_time: unknown,
  local_trunc: unknown,
  add_months: unknown,
  days_between: counts("day"),
  months_between: counts("month"),
  years_between: counts("year"),
  epoch_ms: counts("ms"),
};

/**
 * A value of the language. Timestamps are milliseconds since 1970-01-01T00:00Z, dates are days since
 * 1970-01-01, durations are milliseconds, enums and ids are strings; `null` is missing.
 */
export type Value =
  number | string | boolean | null | readonly Value[] | { readonly [field: string]: Value };

export type PresentValue = Exclude<Value, null>;

/** A value that a formula may write down: also lists of them, as arguments of encoders. */
export type Constant = number | string | boolean | readonly Constant[];

/** Why a value is missing. Never travels with the value; `explain` recovers it. */
export const missingReasons = [
  "absent",
  "null",
  "sentinel",
  "invalid",
  "outside",
  "division_by_zero",
  "domain",
  "overflow",
  "empty_window",
  "unknown_key",
] as const;
export type MissingReason = (typeof missingReasons)[number];

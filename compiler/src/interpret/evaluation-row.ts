import type { Value } from "../types/value.js";

/** Everything that an expression can read. */
export interface EvaluationRow {
  /** The parsed record: every declared field, `null` where it is missing. */
  readonly input: Readonly<Record<string, Value>>;
  /** The moment of the prediction, milliseconds since 1970-01-01T00:00Z. */
  readonly asOf: number;
  /** Final values of lets, features, indicators and decisions, by name. */
  readonly steps: ReadonlyMap<string, Value>;
  /** Of the model, by name; empty outside the policy. */
  readonly outputs: Readonly<Record<string, Value>>;
  /** Values bound by `Let`, by id. */
  readonly locals: ReadonlyMap<number, Value>;
}

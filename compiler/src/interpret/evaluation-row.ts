import type { Value } from "../types/value.js";
import type { ParsedRecord, SourceData } from "./source-data.js";

/** Everything that an expression can read. */
export interface EvaluationRow {
  readonly input: ParsedRecord;
  readonly sources: SourceData;
  /** The moment of the prediction, milliseconds since 1970-01-01T00:00Z. */
  readonly asOf: number;
  /** Final values of lets, features, indicators and decisions, by name. */
  readonly steps: ReadonlyMap<string, Value>;
  /** Of the model, by name; empty outside the policy. */
  readonly outputs: Readonly<Record<string, Value>>;
  /** Values bound by `Let`, by id. */
  readonly locals: ReadonlyMap<number, Value>;
  /** Inside an aggregate, the element at which it stands. */
  readonly element?: Value;
}

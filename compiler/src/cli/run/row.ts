import type { Value } from "../../types/value.js";

/** What `run` shows of an issue; rows that cannot be read and cells that do not fit have one too. */
export interface RowIssue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface RejectedRow {
  readonly line: number;
  readonly issues: readonly RowIssue[];
  /** The row as it was read, or an excerpt of a text that could not be. */
  readonly input: unknown;
}

export interface ComputedRow {
  readonly line: number;
  /** The row as it was read. */
  readonly raw: unknown;
  readonly input: Readonly<Record<string, Value>>;
  /** The features of the spec, and the counted values of `count-treatments.ts`. */
  readonly features: Readonly<Record<string, Value>>;
}

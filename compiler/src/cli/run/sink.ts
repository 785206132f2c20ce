import type { ComputedRow, RejectedRow } from "./row.js";

/** Where computed rows go. */
export interface Sink {
  /** Writes a batch and says which of its rows could not be written. */
  readonly write: (rows: readonly ComputedRow[]) => readonly RejectedRow[];
  /** Completes the files; they have their names afterwards. */
  readonly finish: () => Promise<void>;
  /** Removes what was written. Does nothing after `finish`. */
  readonly discard: () => Promise<void>;
}

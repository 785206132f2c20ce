import type { RelatedChanges } from "../prove/related.js";
import type { Value } from "../types/value.js";

/** A row to try. */
export interface RowSetting {
  /** As formulas read it. */
  readonly input: Readonly<Record<string, Value>>;
  /** Top-level keys of the producer's record that differ from the default record. */
  readonly changes: Readonly<Record<string, unknown>>;
  readonly related: RelatedChanges;
  readonly asOf: number;
  /** Of the model; empty where no decision is tested. */
  readonly outputs: Readonly<Record<string, Value>>;
}

import type { FittedConstant } from "../../ir/program.js";
import type { Constant } from "../../types/value.js";
import type { RejectReason } from "../run/reject-counts.js";

/** A constant with what was found of its column. */
export interface Fitted {
  readonly constant: FittedConstant;
  /** Null where there were too few values, or the result is not finite. */
  readonly value: Constant | null;
  readonly count: number;
  readonly missing: number;
}

/** What one pass over the data says of them. */
export interface DataSummary {
  readonly rows: number;
  readonly rejected: number;
  readonly rejectReasons: readonly RejectReason[];
  readonly sha256: string;
  /** First and last `as_of` of the rows that were used, in milliseconds; null where rows have none. */
  readonly from: number | null;
  readonly to: number | null;
}

/** What was kept of a column until the end of the data. */
export interface HeldColumn {
  /** As the spec writes it. */
  readonly column: string;
  readonly numbers: number;
  readonly distinct: number;
}

import { byCodeUnit } from "../paths.js";
import type { RejectedRow } from "./row.js";

/** How many rows had an issue of this code at this field. */
export interface RejectReason {
  readonly code: string;
  /** `items.price`, without positions in lists; empty for the row as a whole. */
  readonly field: string;
  readonly rows: number;
}

/** Distinct reasons are bounded, so that unknown keys of hostile rows do not fill the memory. */
const reasonLimit = 10_000;

export class RejectCounts {
  readonly #counts = new Map<string, number>();
  #rows = 0;

  add(row: RejectedRow): void {
    this.#rows++;
    const reasons = new Set(
      row.issues.map((issue) => {
        const field = issue.path.filter((part) => typeof part === "string").join(".");
        return `${issue.code}\0${field}`;
      }),
    );
    for (const reason of reasons) {
      const count = this.#counts.get(reason);
      if (count === undefined && this.#counts.size >= reasonLimit) continue;
      this.#counts.set(reason, (count ?? 0) + 1);
    }
  }

  get rows(): number {
    return this.#rows;
  }

  /** The commonest first. */
  top(limit: number): readonly RejectReason[] {
    return [...this.#counts]
      .sort(([a, countA], [b, countB]) => countB - countA || byCodeUnit(a, b))
      .slice(0, limit)
      .map(([reason, rows]) => {
        const [code = "", field = ""] = reason.split("\0");
        return { code, field, rows };
      });
  }
}

import { evaluateExpr } from "../interpret/evaluate-expr.js";
import type { EvaluationRow } from "../interpret/evaluation-row.js";
import type { Dial } from "./dials.js";
import type { Pivot } from "./pivots.js";
import type { RowSetting } from "./row-setting.js";
import { turningRows } from "./turning-rows.js";

/** Rows to start from, of the first and of the last, and turns kept for each pivot, at most. */
const startsOfEach = 4;
const turnsPerPivot = 3;

interface Turns {
  readonly pivots: readonly Pivot[];
  readonly dials: readonly Dial[];
  /** Rows to start from, which grow by what is offered. */
  readonly starts: () => readonly RowSetting[];
  /** Undefined where the row tests nothing. */
  readonly rowOf: (setting: RowSetting) => EvaluationRow | undefined;
  /** Whether the row was kept. */
  readonly offer: (setting: RowSetting) => boolean;
  readonly isDone: () => boolean;
}

/** Offers rows on both sides of each pivot, found by turning one dial of a row that is there already. */
export function takeTurns({ pivots, dials, starts, rowOf, offer, isDone }: Turns): void {
  for (const pivot of pivots) {
    let turns = 0;
    const distance = (setting: RowSetting): number | null => distanceOf(pivot, rowOf(setting));
    for (const start of firstAndLast(starts())) {
      for (const dial of dials) {
        let isKept = false;
        for (const setting of turningRows(start, dial, distance, scaleOf(pivot))) {
          if (offer(setting)) isKept = true;
        }
        if (isDone()) return;
        if (isKept) turns += 1;
        if (turns >= turnsPerPivot) break;
      }
      if (turns >= turnsPerPivot) break;
    }
  }
}

function distanceOf({ left, right }: Pivot, row: EvaluationRow | undefined): number | null {
  if (row === undefined) return null;
  const [a, b] = [evaluateExpr(left, row), evaluateExpr(right, row)];
  return typeof a === "number" && typeof b === "number" ? a - b : null;
}

function scaleOf({ right }: Pivot): number {
  return right.kind === "Literal" && typeof right.value === "number" ? right.value : 0;
}

function firstAndLast<T>(all: readonly T[]): readonly T[] {
  return [...new Set([...all.slice(0, startsOfEach), ...all.slice(-startsOfEach)])];
}

import type { Step } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { evaluateExpr } from "./evaluate-expr.js";
import type { EvaluationRow } from "./evaluation-row.js";

/** How the final value of a step came about. */
export interface StepResult {
  readonly value: Value;
  /** Missing before `impute`. */
  readonly wasMissing: boolean;
  readonly clamped: boolean;
  /** The value that `outside: reject` does not admit. */
  readonly rejected: Value;
}

/** A let, feature or decision: formula, then `outside`, then `impute`, then -0 becomes 0. */
export function evaluateStep(step: Step, row: EvaluationRow): StepResult {
  const computed = withoutNegativeZero(evaluateExpr(step.formula, row));
  const treated = treatOutside(step, computed);
  const wasMissing = treated.value === null;
  const value =
    wasMissing && step.impute !== null && treated.rejected === null
      ? withoutNegativeZero(evaluateExpr(step.impute, row))
      : treated.value;
  return { ...treated, value, wasMissing };
}

function treatOutside(step: Step, value: Value): Omit<StepResult, "wasMissing"> {
  const { range, outside } = step;
  const inside = { value, clamped: false, rejected: null };
  if (typeof value !== "number" || range === null || outside === null) return inside;
  const isBelow = range.low !== null && value < range.low;
  const isAbove = range.high !== null && value > range.high;
  if (!isBelow && !isAbove) return inside;
  switch (outside.value) {
    case "clamp":
      return { value: isBelow ? range.low : range.high, clamped: true, rejected: null };
    case "missing":
      return { value: null, clamped: false, rejected: null };
    case "reject":
      return { value: null, clamped: false, rejected: value };
  }
}

function withoutNegativeZero(value: Value): Value {
  return typeof value === "number" ? value + 0 : value;
}

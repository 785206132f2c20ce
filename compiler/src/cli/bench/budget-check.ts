import { positionAt } from "../../base/source.js";
import type { Budget } from "../../ir/program.js";
import { memoryText, timeText } from "./amounts.js";
import type { FeatureCost } from "./feature-cost.js";

/** What was measured against what the spec allows. */
export interface BudgetResult {
  readonly what: "row" | "memory";
  readonly allowed: number;
  readonly measured: number;
  readonly isKept: boolean;
}

export function budgetResults(
  budget: Budget,
  row: number,
  request: number,
): readonly BudgetResult[] {
  const result = (what: "row" | "memory", measured: number): readonly BudgetResult[] => {
    const allowed = budget[what]?.value;
    return allowed === undefined ? [] : [{ what, allowed, measured, isKept: measured <= allowed }];
  };
  return [...result("row", row), ...result("memory", request)];
}

/** One line for each part of the budget that is exceeded, at its place in the spec. */
export function exceeded(
  budget: Budget,
  results: readonly BudgetResult[],
  dearest: FeatureCost | undefined,
): readonly string[] {
  return results
    .filter(({ isKept }) => !isKept)
    .map(({ what, allowed, measured }) => {
      const span = budget[what]?.span;
      const text = what === "row" ? timeText : memoryText;
      const { line, column } =
        span === undefined ? { line: 1, column: 1 } : positionAt(span.file, span.start);
      const cost =
        dearest === undefined
          ? ""
          : `; ${dearest.feature} costs most, ${timeText(dearest.nanoseconds)} alone`;
      const place = `${span?.file.path ?? ""}:${line}:${column}`;
      return `${place}: a ${what === "row" ? "row takes" : "request holds"} ${text(measured)}, more than the ${text(allowed)} of \`budget\`${cost}\n`;
    });
}

import { walk } from "../ir/children.js";
import type { Facts } from "../ir/facts.js";
import type { Case, Expr } from "../ir/nodes.js";

/** The first comparison of the first arm is with the subject. */
export function subjectOf(expr: Case): Expr | undefined {
  let found: Expr | undefined;
  const first = expr.arms[0];
  if (first === undefined) return undefined;
  walk(first.condition, (node) => {
    if (found !== undefined) return;
    if (node.kind === "Compare") found = node.left;
    if (node.kind === "IsMissing") found = node.operand;
  });
  return found?.kind === "Cast" ? found.operand : found;
}

/**
 * Numbers, dates or timestamps of the subject, around the constants of the arms: two between which no constant
 * lies are taken by the same arms. Empty where the subject is none of these.
 */
export function telling(expr: Case, subject: Expr, facts: Facts): readonly number[] {
  const { domain } = facts.of(subject);
  if (domain.kind !== "number") return [];
  const constants: number[] = [];
  for (const arm of expr.arms) {
    walk(arm.condition, (node) => {
      if (node.kind === "Literal" && typeof node.value === "number") constants.push(node.value);
    });
  }
  const step = domain.integral ? 1 : 0.5;
  const tried = [domain.low, domain.high, 0, ...constants.flatMap((c) => [c, c - step, c + step])];
  return [...new Set(tried)].filter((value) => value >= domain.low && value <= domain.high);
}

/** Whether the condition of an arm holds for a present number; arms compare the subject with constants alone. */
export function holdsFor(condition: Expr, value: number): boolean {
  if (condition.kind === "Logic") {
    const left = holdsFor(condition.left, value);
    const right = holdsFor(condition.right, value);
    return condition.operator === "and" ? left && right : left || right;
  }
  if (condition.kind !== "Compare" || condition.right.kind !== "Literal") return false;
  const constant = condition.right.value;
  if (typeof constant !== "number") return false;
  switch (condition.operator) {
    case "==":
      return value === constant;
    case "!=":
      return value !== constant;
    case "<":
      return value < constant;
    case "<=":
      return value <= constant;
    case ">":
      return value > constant;
    case ">=":
      return value >= constant;
  }
}

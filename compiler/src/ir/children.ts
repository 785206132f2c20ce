import { assertNever } from "../base/assert.js";
import type { Expr } from "./nodes.js";

/** The direct sub-expressions, in order of evaluation. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "Literal":
    case "Missing":
    case "FieldRef":
    case "AsOf":
    case "FeatureRef":
    case "OutputRef":
    case "LocalRef":
    case "Invalid":
      return [];
    case "Let":
      return [expr.value, expr.body];
    case "Negate":
    case "Not":
    case "IsMissing":
    case "In":
    case "Cast":
    case "Encode":
      return [expr.operand];
    case "Arith":
    case "Compare":
    case "Logic":
    case "Coalesce":
      return [expr.left, expr.right];
    case "Power":
      return [expr.base];
    case "Case":
      return [...expr.arms.flatMap((arm) => [arm.condition, arm.value]), expr.otherwise];
    case "Call":
      return expr.args;
    case "Lookup":
      return [expr.key];
    default:
      return assertNever(expr);
  }
}

/** Calls `visit` for the expression and everything below it, parents first. */
export function walk(expr: Expr, visit: (expr: Expr) => void): void {
  visit(expr);
  for (const child of childrenOf(expr)) walk(child, visit);
}

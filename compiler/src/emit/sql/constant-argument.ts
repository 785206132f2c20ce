import { internalError } from "../../base/assert.js";
import type { Expr } from "../../ir/nodes.js";
import type { Constant } from "../../types/value.js";

/** The value of an argument that has to be a literal. */
export function constantOf(expr: Expr | undefined): Constant {
  return expr?.kind === "Literal" ? expr.value : internalError("an argument is no constant");
}

export function numberOf(expr: Expr | undefined): number {
  const value = constantOf(expr);
  return typeof value === "number" ? value : internalError("a constant is no number");
}

export function textOf(expr: Expr | undefined): string {
  const value = constantOf(expr);
  return typeof value === "string" ? value : internalError("a constant is no text");
}

export function listOf(expr: Expr | undefined): readonly Constant[] {
  const value = constantOf(expr);
  return typeof value === "object" ? value : internalError("a constant is no list");
}

import { assertNever } from "../base/assert.js";
import type { Aggregate, Collection, Expr } from "./nodes.js";

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
    case "TableRef":
    case "ElementRef":
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
    case "ListValue":
      return expr.items;
    case "Aggregate":
      return [...rowParts(expr.collection), ...elementParts(expr)];
    default:
      return assertNever(expr);
  }
}

/** What an aggregate reads of the row, once: the list, or the ends of the window. */
export function rowParts(collection: Collection): readonly Expr[] {
  if (collection.kind === "list") return [collection.list];
  const { lows, highs } = collection.window;
  return [...lows, ...highs].map(({ base }) => base);
}

/** What an aggregate evaluates for each element. */
export function elementParts({ where, element }: Aggregate): readonly Expr[] {
  return [where, element].filter((part) => part !== null);
}

/** Calls `visit` for the expression and everything below it, parents first. */
export function walk(expr: Expr, visit: (expr: Expr) => void): void {
  visit(expr);
  for (const child of childrenOf(expr)) walk(child, visit);
}

/** Whether it reads the element of the aggregate around it; aggregates inside have elements of their own. */
export function readsElement(expr: Expr): boolean {
  if (expr.kind === "ElementRef") return true;
  return expr.kind !== "Aggregate" && childrenOf(expr).some(readsElement);
}

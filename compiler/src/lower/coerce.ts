import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { equalTypes } from "../types/type.js";
import type { Type } from "../types/type.js";

/** The expression as one of the wider type `type`; the caller has checked that it is assignable. */
export function coerce(expr: Expr, type: Type): Expr {
  if (expr.kind === "Invalid" || type.kind === "invalid" || type.kind === "missing") return expr;
  if (expr.kind === "Missing") return build.missing(expr.span, type);
  if (equalTypes(expr.type, type)) return expr;
  if (expr.kind === "Literal") return build.literal(expr.value, type, expr.span, expr.fit);
  return build.cast(expr, type, expr.span);
}

/** An expression that costs nothing to repeat; the copy is a node of its own, since facts belong to places. */
export function copyOfSimple(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case "Literal":
    case "Missing":
    case "FieldRef":
    case "AsOf":
    case "FeatureRef":
    case "OutputRef":
    case "LocalRef":
    case "Invalid":
      return { ...expr };
    default:
      return undefined;
  }
}

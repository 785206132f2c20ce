import type { Expr } from "./nodes.js";

/** What a formula calls the value; undefined where it is made from others. */
export function nameOf(expr: Expr): string | undefined {
  switch (expr.kind) {
    case "FieldRef":
      return expr.path.join(".");
    case "FeatureRef":
    case "OutputRef":
    case "LocalRef":
      return expr.name;
    case "Cast":
      return nameOf(expr.operand);
    default:
      return undefined;
  }
}

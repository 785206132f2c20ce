import { assertNever } from "../../base/assert.js";
import type { Span } from "../../base/source.js";
import { functionNamed } from "../../functions/registry.js";
import { childrenOf } from "../../ir/children.js";
import type { Facts } from "../../ir/facts.js";
import type { Expr } from "../../ir/nodes.js";

/** A part of a formula that can be missing though everything in it is present. */
export interface MissingCause {
  readonly span: Span;
  readonly reason: string;
}

/** Where a missing value of the formula can begin. */
export function missingCauses(formula: Expr, facts: Facts): readonly MissingCause[] {
  const causes: MissingCause[] = [];
  collect(formula, facts, causes);
  return causes;
}

/** True where the value of `expr` may be missing. */
function collect(expr: Expr, facts: Facts, causes: MissingCause[]): void {
  if (!facts.isReachable(expr)) return;
  const children = childrenOf(expr);
  const before = causes.length;
  for (const child of children) collect(child, facts, causes);
  if (!facts.of(expr).missing) {
    // `x ?? 0` and the like: what was missing below does not come through.
    causes.length = before;
    return;
  }
  const own = ownReason(expr);
  const fromBelow = children.some((child) => facts.isReachable(child) && facts.of(child).missing);
  if (own !== undefined && !fromBelow) causes.push({ span: expr.span, reason: own });
}

function ownReason(expr: Expr): string | undefined {
  switch (expr.kind) {
    case "Missing":
      return "it is missing by definition, or no arm covers the value";
    case "FieldRef":
      return "the field may be missing";
    case "FeatureRef":
      return "that step may be missing";
    case "OutputRef":
      return "the model's output may be missing";
    case "LocalRef":
      return "its value may be missing";
    case "Arith":
      return expr.operator === "/" || expr.operator === "//"
        ? "the divisor may be 0, or the result too large"
        : "the result may be too large";
    case "Power":
      return "the result may be too large, or a power of 0";
    case "Call": {
      const { missingWhen } = functionNamed(expr.fn);
      return missingWhen === "" ? "the result may be too large" : `missing where ${missingWhen}`;
    }
    case "Lookup":
      return "the map may not have the key";
    case "TableRef":
      return `${expr.table} may have no record, or the field may be missing`;
    case "ElementRef":
      return "the field of the element may be missing";
    case "Aggregate":
      return "there may be too few elements";
    case "Literal":
    case "AsOf":
    case "Let":
    case "Negate":
    case "Compare":
    case "Logic":
    case "Not":
    case "IsMissing":
    case "Coalesce":
    case "Case":
    case "In":
    case "Cast":
    case "Encode":
    case "ListValue":
    case "Invalid":
      return undefined;
    default:
      return assertNever(expr);
  }
}

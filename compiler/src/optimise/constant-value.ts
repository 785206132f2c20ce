import { evaluateExpr } from "../interpret/evaluate-expr.js";
import { noSources } from "../interpret/source-data.js";
import { childrenOf } from "../ir/children.js";
import type { Expr } from "../ir/nodes.js";
import type { Value } from "../types/value.js";

const known = new WeakMap<Expr, Value | undefined>();

/**
 * The value of an expression that reads nothing, as the reference interpreter has it; undefined for others.
 * Nodes stay as they are, so that the facts about them hold.
 */
export function constantValue(expr: Expr): Value | undefined {
  if (known.has(expr)) return known.get(expr);
  const value = isConstant(expr) ? evaluateExpr(expr, nothing) : undefined;
  known.set(expr, value);
  return value;
}

const nothing = {
  input: {},
  sources: noSources,
  asOf: 0,
  steps: new Map(),
  outputs: {},
  locals: new Map(),
};

/** Operations on constants; what chooses between parts (`if`, `??`) or binds names is left alone. */
function isConstant(expr: Expr): boolean {
  switch (expr.kind) {
    case "Literal":
      return true;
    case "Negate":
    case "Arith":
    case "Power":
    case "Compare":
    case "Logic":
    case "Not":
    case "In":
    case "Cast":
    case "Call":
    case "Lookup":
      return childrenOf(expr).every(
        (child) => constantValue(child) !== undefined && isConstant(child),
      );
    case "Missing":
    case "FieldRef":
    case "AsOf":
    case "FeatureRef":
    case "OutputRef":
    case "LocalRef":
    case "Let":
    case "IsMissing":
    case "Coalesce":
    case "Case":
    case "Encode":
    case "TableRef":
    case "ElementRef":
    case "ListValue":
    case "Aggregate":
    case "Invalid":
      return false;
  }
}

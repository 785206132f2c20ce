import { assertNever } from "../../base/assert.js";
import type { Facts } from "../../ir/facts.js";
import { aggregateUnits } from "../../functions/aggregates/unit-rules.table.js";
import type { Aggregate, Expr } from "../../ir/nodes.js";
import { isNumeric } from "../../types/type.js";
import { functionLowering } from "./function-lowering.table.js";

/** Whether the code of an expression can yield -0, which is 0 to the language and has to leave it as 0. */
export function mayBeNegativeZero(expr: Expr, facts: Facts): boolean {
  if (!isNumeric(expr.type)) return false;
  const { present, domain } = facts.of(expr);
  if (present && domain.kind === "number" && !domain.zero) return false;
  const check = (part: Expr): boolean => mayBeNegativeZero(part, facts);
  switch (expr.kind) {
    case "Literal":
      return Object.is(expr.value, -0);
    case "Missing":
    case "FieldRef":
    case "FeatureRef":
    case "OutputRef":
    case "AsOf":
    case "Compare":
    case "Logic":
    case "Not":
    case "IsMissing":
    case "In":
    case "Lookup":
    case "Encode":
    case "TableRef":
    case "ElementRef":
    case "ListValue":
      return false;
    case "Aggregate":
      return ofElements(expr, facts);
    case "LocalRef":
    case "Negate":
    case "Invalid":
      return true;
    case "Let":
      return check(expr.body);
    case "Cast":
      return check(expr.operand);
    case "Arith":
      if (expr.operator === "+") return check(expr.left) && check(expr.right);
      if (expr.operator === "-") return check(expr.left);
      return mayBeSigned(expr.left, facts) || mayBeSigned(expr.right, facts);
    case "Power":
      return expr.exponent % 2 !== 0 && mayBeSigned(expr.base, facts);
    case "Coalesce":
      return check(expr.left) || check(expr.right);
    case "Case":
      return check(expr.otherwise) || expr.arms.some(({ value }) => check(value));
    case "Call": {
      const { negativeZero } = functionLowering[expr.fn];
      if (negativeZero !== "signed") return negativeZero === "always";
      return expr.args.some((arg) => mayBeSigned(arg, facts));
    }
    default:
      return assertNever(expr);
  }
}

/** A sum starts from 0 and is never -0; a mean is where it underflows; the last of many is what it is. */
function ofElements({ fn, collection, element }: Aggregate, facts: Facts): boolean {
  if (aggregateUnits[fn] !== "element" || fn === "sum" || element === null) return false;
  if (fn === "mean") return mayBeSigned(element, facts);
  const items =
    collection.kind === "list" && collection.list.kind === "ListValue" ? collection.list.items : [];
  return [element, ...items].some((part) => mayBeNegativeZero(part, facts));
}

/** Negative, or -0. */
function mayBeSigned(expr: Expr, facts: Facts): boolean {
  const { present, domain } = facts.of(expr);
  const isNegative = !present || domain.kind !== "number" || domain.low < 0;
  return isNegative || mayBeNegativeZero(expr, facts);
}

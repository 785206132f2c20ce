import { build } from "../ir/build.js";
import type { CompareOperator, Expr } from "../ir/nodes.js";

/** Ways in which a condition can come out as told: of each, all of the conditions hold. */
export function alternatives(condition: Expr, truth: boolean): readonly (readonly Expr[])[] {
  const { span } = condition;
  switch (condition.kind) {
    case "Not":
      return alternatives(condition.operand, !truth);
    case "Logic": {
      const left = alternatives(condition.left, truth);
      const right = alternatives(condition.right, truth);
      // Both sides of `and` are true; one side of an `and` that is false is false.
      const both = (condition.operator === "and") === truth;
      return both ? left.flatMap((a) => right.map((b) => [...a, ...b])) : [...left, ...right];
    }
    case "Coalesce": {
      const { left, right } = condition;
      if (right.kind !== "Literal" || typeof right.value !== "boolean") break;
      const present = alternatives(left, truth);
      return right.value === truth ? [...present, [build.isMissing(left, span)]] : present;
    }
    case "Compare": {
      const { operator, left, right } = condition;
      return [[truth ? condition : build.compare(otherwise[operator], left, right, span)]];
    }
    case "IsMissing": {
      const parts = truth ? missingWith(condition.operand) : undefined;
      if (parts === undefined) break;
      return parts.flatMap((part) => alternatives(build.isMissing(part, span), true));
    }
    default:
      break;
  }
  return [[truth ? condition : build.not(condition, span)]];
}

/** What holds of two values where the comparison does not. */
const otherwise: Readonly<Record<CompareOperator, CompareOperator>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "==": "!=",
  "!=": "==",
};

/** What an expression is missing with, and only with; undefined where there may be other reasons. */
function missingWith(expr: Expr): readonly Expr[] | undefined {
  switch (expr.kind) {
    case "Compare":
      return [expr.left, expr.right].filter(({ kind }) => kind !== "Literal");
    case "Not":
    case "Negate":
    case "Cast":
      return [expr.operand];
    case "IsMissing":
      return [];
    default:
      return undefined;
  }
}

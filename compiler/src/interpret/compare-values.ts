import { assertNever, internalError } from "../base/assert.js";
import type { CompareOperator } from "../ir/nodes.js";
import type { PresentValue } from "../types/value.js";

/** Two present values of one comparable type. */
export function compareValues(
  operator: CompareOperator,
  left: PresentValue,
  right: PresentValue,
): boolean {
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return orderOf(left, right) < 0;
    case "<=":
      return orderOf(left, right) <= 0;
    case ">":
      return orderOf(left, right) > 0;
    case ">=":
      return orderOf(left, right) >= 0;
    default:
      return assertNever(operator);
  }
}

function orderOf(left: PresentValue, right: PresentValue): number {
  if (typeof left === "number" && typeof right === "number") {
    return left === right ? 0 : left < right ? -1 : 1;
  }
  if (typeof left === "string" && typeof right === "string") return orderOfTexts(left, right);
  return internalError("only numbers and texts have an order");
}

/** By code point, which is not the order of UTF-16 units: those of U+E000 come after those of U+1F600. */
function orderOfTexts(left: string, right: string): number {
  const a = [...left].map((character) => character.codePointAt(0) ?? 0);
  const b = [...right].map((character) => character.codePointAt(0) ?? 0);
  const differing = a.findIndex((point, i) => point !== b[i]);
  if (differing === -1) return a.length - b.length;
  return (a[differing] ?? -1) - (b[differing] ?? -1);
}

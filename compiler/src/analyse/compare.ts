import { assertNever } from "../base/assert.js";
import type { CompareOperator } from "../ir/nodes.js";
import type { BoolDomain, NumberDomain } from "../types/domain.js";

/** How a comparison of two sets of numbers can come out. */
export function compareNumbers(
  operator: CompareOperator,
  left: NumberDomain,
  right: NumberDomain,
): BoolDomain {
  switch (operator) {
    case "<":
      return outcome(left.low < right.high, left.high >= right.low);
    case "<=":
      return outcome(left.low <= right.high, left.high > right.low);
    case ">":
      return outcome(left.high > right.low, left.low <= right.high);
    case ">=":
      return outcome(left.high >= right.low, left.low < right.high);
    case "==":
      return outcome(mayBeEqual(left, right), mayDiffer(left, right));
    case "!=":
      return outcome(mayDiffer(left, right), mayBeEqual(left, right));
    default:
      return assertNever(operator);
  }
}

function outcome(mayBeTrue: boolean, mayBeFalse: boolean): BoolDomain {
  return { kind: "bool", mayBeTrue, mayBeFalse };
}

function mayBeEqual(left: NumberDomain, right: NumberDomain): boolean {
  if (left.high < right.low || right.high < left.low) return false;
  const onlyZero = (domain: NumberDomain): boolean => domain.low === 0 && domain.high === 0;
  return !((onlyZero(left) && !right.zero) || (onlyZero(right) && !left.zero));
}

function mayDiffer(left: NumberDomain, right: NumberDomain): boolean {
  return left.low !== left.high || right.low !== right.high || left.low !== right.low;
}

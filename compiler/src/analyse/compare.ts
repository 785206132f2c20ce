import { assertNever } from "../base/assert.js";
import type { Compare, CompareOperator } from "../ir/nodes.js";
import type { BoolDomain, Fact, NumberDomain } from "../types/domain.js";
import { anyBool } from "../types/facts.js";

/** How a comparison can come out where both sides are present. */
export function compareDomain(expr: Compare, left: Fact, right: Fact): BoolDomain {
  const { operator } = expr;
  if (left.domain.kind === "number" && right.domain.kind === "number") {
    return compareNumbers(operator, left.domain, right.domain);
  }
  if (left.domain.kind === "text" && right.domain.kind === "text") {
    const a = left.domain.values;
    const b = right.domain.values;
    if (a !== null && b !== null && (operator === "==" || operator === "!=")) {
      const mayBeEqual = a.some((value) => b.includes(value));
      const mayDiffer = a.length !== 1 || b.length !== 1 || a[0] !== b[0];
      return operator === "=="
        ? { kind: "bool", mayBeTrue: mayBeEqual, mayBeFalse: mayDiffer }
        : { kind: "bool", mayBeTrue: mayDiffer, mayBeFalse: mayBeEqual };
    }
  }
  return anyBool;
}

/** How a comparison of two sets of numbers can come out. */
function compareNumbers(
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

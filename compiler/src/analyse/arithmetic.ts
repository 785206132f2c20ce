import { assertNever } from "../base/assert.js";
import type { Arith, ArithOperator } from "../ir/nodes.js";
import type { Fact, NumberDomain } from "../types/domain.js";
import {
  add,
  anyInt,
  boundsOfDates,
  boundsOfTimestamps,
  divide,
  floorDivide,
  meet,
  multiply,
  powerInt,
  subtract,
} from "../types/interval.js";
import type { Type } from "../types/type.js";

interface Result {
  readonly domain: NumberDomain;
  /** Some result is missing: not finite, or undefined for these operands. */
  readonly partial: boolean;
  /** All are, as by a divisor that is always 0. */
  readonly never?: boolean;
}

/** What arithmetic yields: results outside the type's own limits are missing. */
export function arithFact(
  operator: ArithOperator,
  left: NumberDomain,
  right: NumberDomain,
  expr: Arith,
): Fact {
  return withinType(arithResult(operator, left, right), expr.type);
}

export function powerFact(base: NumberDomain, exponent: number, type: Type): Fact {
  const { domain, mayOverflow } = powerInt(base, exponent);
  const partial = mayOverflow || (exponent < 0 && base.zero);
  return withinType({ domain, partial, never: exponent < 0 && isZero(base) }, type);
}

function arithResult(operator: ArithOperator, left: NumberDomain, right: NumberDomain): Result {
  switch (operator) {
    case "+":
      return finite(add(left, right));
    case "-":
      return finite(subtract(left, right));
    case "*":
      return finite(multiply(left, right));
    case "/": {
      const { domain, mayOverflow, mayDivideByZero } = divide(left, right);
      return { domain, partial: mayOverflow || mayDivideByZero, never: isZero(right) };
    }
    case "//": {
      const { domain, mayOverflow, mayDivideByZero } = floorDivide(left, right);
      return { domain, partial: mayOverflow || mayDivideByZero, never: isZero(right) };
    }
    default:
      return assertNever(operator);
  }
}

function finite(result: { readonly domain: NumberDomain; readonly mayOverflow: boolean }): Result {
  return { domain: result.domain, partial: result.mayOverflow };
}

function isZero({ low, high }: NumberDomain): boolean {
  return low === 0 && high === 0;
}

function withinType({ domain, partial, never = false }: Result, type: Type): Fact {
  const limits = limitsOf(type);
  const inside = limits === null ? domain : meet(domain, limits);
  const leaves = limits !== null && (domain.low < limits.low || domain.high > limits.high);
  return {
    missing: partial || leaves,
    present: inside !== undefined && !never,
    domain: inside ?? domain,
  };
}

/** Results beyond these are missing; null: every finite number is one. */
export function limitsOf(type: Type): NumberDomain | null {
  switch (type.kind) {
    case "int":
    case "duration":
      return anyInt;
    case "date":
      return boundsOfDates;
    case "timestamp":
      return boundsOfTimestamps;
    default:
      return null;
  }
}

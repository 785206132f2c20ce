import type { Arith, Call, Compare, Expr } from "../ir/nodes.js";
import type { BoolDomain, Fact, NumberDomain } from "../types/domain.js";
import { numbersOf } from "../types/facts.js";
import { above, below, meet, nextUp, numberDomain } from "../types/interval.js";
import type { Order } from "./order.js";

const unit = numberDomain(0, 1);
const eitherSign = numberDomain(-1, 1);
const atMostOne = numberDomain(-Number.MAX_VALUE, 1);
const atLeastOne = numberDomain(1, Number.MAX_VALUE);

/** What the order of the operands adds to the interval of a difference or a quotient. */
export function orderedArith(
  expr: Arith,
  plain: Fact,
  operands: readonly [left: Fact, right: Fact],
  order: Order,
): Fact {
  switch (expr.operator) {
    case "-":
      return orderedDifference(plain, expr.right, expr.left, order);
    case "/":
      return orderedQuotient(expr, plain, operands, order);
    default:
      return plain;
  }
}

/** `days_between(a, b)` and its kin are b less a, counted in whole units. */
const differences: ReadonlySet<string> = new Set([
  "days_between",
  "months_between",
  "years_between",
]);

export function orderedCall(expr: Call, plain: Fact, order: Order): Fact {
  const [from, to] = expr.args;
  if (!differences.has(expr.fn) || from === undefined || to === undefined) return plain;
  // A timestamp counts milliseconds and a date counts days: the one is not ordered with the other.
  if (from.type.kind !== to.type.kind) return plain;
  // A strict order of moments is none of the days or months that they lie in.
  return signed(plain, order.atMost(from, to), order.atMost(to, from), false);
}

/** Whether a comparison can be true, as far as the order of its sides decides it. */
export function orderedCompare(expr: Compare, plain: BoolDomain, order: Order): BoolDomain {
  const { left, right } = expr;
  const always: BoolDomain = { kind: "bool", mayBeTrue: true, mayBeFalse: false };
  const never: BoolDomain = { kind: "bool", mayBeTrue: false, mayBeFalse: true };
  if (!plain.mayBeTrue || !plain.mayBeFalse) return plain;
  switch (expr.operator) {
    case "<=":
      return order.atMost(left, right) ? always : order.isBelow(right, left) ? never : plain;
    case ">=":
      return order.atMost(right, left) ? always : order.isBelow(left, right) ? never : plain;
    case "<":
      return order.atMost(right, left) ? never : order.isBelow(left, right) ? always : plain;
    case ">":
      return order.atMost(left, right) ? never : order.isBelow(right, left) ? always : plain;
    case "==":
    case "!=": {
      const differ = order.isBelow(left, right) || order.isBelow(right, left);
      const same = !differ && order.atMost(left, right) && order.atMost(right, left);
      if (!differ && !same) return plain;
      return same === (expr.operator === "==") ? always : never;
    }
  }
}

/** `upper - lower`. A difference of two doubles that are not equal is never 0 (gradual underflow). */
function orderedDifference(plain: Fact, lower: Expr, upper: Expr, order: Order): Fact {
  const strict = order.isBelow(lower, upper) || order.isBelow(upper, lower);
  return signed(plain, order.atMost(lower, upper), order.atMost(upper, lower), strict);
}

function signed(plain: Fact, notNegative: boolean, notPositive: boolean, notZero: boolean): Fact {
  if (!plain.present || plain.domain.kind !== "number") return plain;
  let domain: NumberDomain | undefined = plain.domain;
  if (notNegative) domain = above(domain, 0, notZero);
  if (notPositive && domain !== undefined) domain = below(domain, 0, notZero);
  return domain === undefined ? plain : { ...plain, domain };
}

function orderedQuotient(
  expr: Arith,
  plain: Fact,
  [left, right]: readonly [Fact, Fact],
  order: Order,
): Fact {
  const divisor = numbersOf(right);
  if (!plain.present || plain.domain.kind !== "number" || divisor.low < 0) return plain;
  const notNegative = numbersOf(left).low >= 0;
  const bounds: NumberDomain[] = [];
  let finite = false;
  if (order.atMost(expr.left, expr.right)) {
    bounds.push(notNegative ? unit : atMostOne);
    finite = notNegative;
  }
  if (!notNegative && order.magnitudeAtMost(expr.left, expr.right)) {
    bounds.push(eitherSign);
    finite = true;
  }
  if (order.atMost(expr.right, expr.left)) bounds.push(atLeastOne);
  if (notNegative && isWhole(left) && divisor.integral && order.isBelow(expr.left, expr.right)) {
    // At most (n - 1) / n; the quotient of whole numbers below 2^53 that are not the same is not rounded to 1.
    bounds.push(numberDomain(0, nextUp(1 - 1 / divisor.high)));
  }
  const domain = bounds.reduce<NumberDomain | undefined>(
    (known, bound) => (known === undefined ? undefined : meet(known, bound)),
    plain.domain,
  );
  if (domain === undefined) return plain;
  // A quotient of at most 1 does not overflow: then only a divisor of 0 makes it missing.
  const missing = finite ? left.missing || right.missing || divisor.zero : plain.missing;
  return { ...plain, missing, domain };
}

function isWhole({ domain }: Fact): boolean {
  return domain.kind === "number" && domain.integral;
}

import type { Aggregate, Expr } from "../ir/nodes.js";
import { structuralKey } from "../ir/structural-key.js";
import type { Fact } from "../types/domain.js";
import { largestMagnitude, ulpOf } from "../types/interval.js";
import { callIsAtLeast, callIsAtMost } from "./order-of-calls.js";
import { aggregateAtMost } from "./aggregate-order.js";
import { keyOf } from "./environment.js";
import type { Environment } from "./environment.js";
import type { FactIn } from "./refine.js";

/** The formula whose value a step has whenever it is present; undefined where it may have another one. */
export type DefinitionOf = (step: string) => Expr | undefined;

/** What the element of an aggregate can be. */
export type ElementOf = (aggregate: Aggregate) => Fact;

/** Rules tried one inside the other, and in all: a count, so that the verdict does not depend on the machine. */
const deepest = 6;
const budget = 400;

/** The square of what is at least as large does not vanish. */
const leastSquared = 1e-150;

/** These keep the order of their argument, rounding included. */
const monotone: ReadonlySet<string> = new Set([
  "floor",
  "ceil",
  "trunc",
  "round_half_even",
  "sqrt",
  "float32",
]);

/**
 * Which of two numbers is the smaller, in doubles: every rule holds because the rounded operation is monotone.
 * Says nothing of rows where one of them is missing.
 */
export class Order {
  readonly #environment: Environment;
  readonly #factIn: FactIn;
  readonly #definitionOf: DefinitionOf;
  readonly #elementOf: ElementOf;
  readonly #facts = new Map<Expr, Fact>();
  #left = budget;

  constructor(
    environment: Environment,
    factIn: FactIn,
    definitionOf: DefinitionOf,
    elementOf: ElementOf,
  ) {
    this.#environment = environment;
    this.#factIn = factIn;
    this.#definitionOf = definitionOf;
    this.#elementOf = elementOf;
  }

  /** True where `a <= b` whenever both are present. */
  atMost(a: Expr, b: Expr, depth = deepest): boolean {
    if (depth === 0 || this.#left === 0) return false;
    this.#left -= 1;
    const lower = unwidened(a);
    const upper = unwidened(b);
    if (structuralKey(lower) === structuralKey(upper)) return true;
    if (this.#apart(lower, upper)) return true;
    if (this.#environment.order(lower, upper) !== undefined) return true;
    return (
      this.#bothSides(lower, upper, depth - 1) ||
      this.#fromLower(lower, upper, depth - 1) ||
      this.#fromUpper(lower, upper, depth - 1) ||
      this.#between(lower, upper, depth - 1)
    );
  }

  /** True where `a` lies between `-b` and `b` whenever both are present. */
  magnitudeAtMost(a: Expr, b: Expr): boolean {
    return this.atMost(a, b) && this.atMost(negated(unwidened(a)), b);
  }

  /** True where `a < b` whenever both are present. */
  isBelow(a: Expr, b: Expr): boolean {
    const lower = unwidened(a);
    const upper = unwidened(b);
    if (this.#environment.order(lower, upper)?.strict === true) return true;
    if ((this.#high(lower) ?? Infinity) < this.#low(upper)) return true;
    return (
      this.#isSumBelow(lower, upper) ||
      this.#isMoreThan(lower, upper) ||
      this.#environment.orderFacts.some(
        ({ lower: middle, upper: top }) =>
          structuralKey(top) === structuralKey(upper) &&
          !this.#fact(middle).missing &&
          this.#isMoreThan(lower, unwidened(middle)),
      )
    );
  }

  /** `upper` is `lower` and at least a digit of it more. */
  #isMoreThan(lower: Expr, upper: Expr): boolean {
    if (upper.kind !== "Arith" || upper.operator !== "+") return false;
    const adds = (part: Expr, more: Expr): boolean => {
      const { domain } = this.#fact(part);
      return (
        domain.kind === "number" &&
        this.#low(more) >= 2 * ulpOf(largestMagnitude(domain)) &&
        this.atMost(lower, part)
      );
    };
    return adds(upper.left, upper.right) || adds(upper.right, upper.left);
  }

  /** `a + 1 < b + 2` where `a <= b`: of whole numbers, whose sums are not rounded. */
  #isSumBelow(lower: Expr, upper: Expr): boolean {
    if (lower.kind !== "Arith" || upper.kind !== "Arith") return false;
    if (lower.operator !== "+" || upper.operator !== "+") return false;
    if (lower.type.kind !== "int" || upper.type.kind !== "int" || this.#left === 0) return false;
    this.#left -= 1;
    const [a, b, c, d] = [lower.left, lower.right, upper.left, upper.right];
    return (
      (this.atMost(a, c) && this.isBelow(b, d)) ||
      (this.isBelow(a, c) && this.atMost(b, d)) ||
      (this.atMost(a, d) && this.isBelow(b, c)) ||
      (this.isBelow(a, d) && this.atMost(b, c))
    );
  }

  isNotNegative(expr: Expr): boolean {
    return this.#low(expr) >= 0;
  }

  #apart(lower: Expr, upper: Expr): boolean {
    const high = this.#high(lower);
    return high !== undefined && high <= this.#low(upper);
  }

  /** The same operation on both sides. */
  #bothSides(lower: Expr, upper: Expr, depth: number): boolean {
    const atMost = (a: Expr, b: Expr): boolean => this.atMost(a, b, depth);
    const pairwise = (a: Expr, b: Expr, c: Expr, d: Expr): boolean => atMost(a, c) && atMost(b, d);
    if (lower.kind === "Arith" && upper.kind === "Arith") {
      if (lower.operator === "-" && upper.operator === "+") {
        const less = negated(unwidened(lower.right));
        return (
          pairwise(lower.left, less, upper.left, upper.right) ||
          pairwise(lower.left, less, upper.right, upper.left)
        );
      }
      if (lower.operator !== upper.operator) return false;
      const [a, b, c, d] = [lower.left, lower.right, upper.left, upper.right];
      switch (lower.operator) {
        case "+":
          return pairwise(a, b, c, d) || pairwise(a, b, d, c);
        case "-":
          return atMost(a, c) && atMost(d, b);
        case "*":
          return (
            [a, b, c, d].every((part) => this.isNotNegative(part)) &&
            (pairwise(a, b, c, d) || pairwise(a, b, d, c))
          );
        case "/":
          return (
            [a, b, c, d].every((part) => this.isNotNegative(part)) && atMost(a, c) && atMost(d, b)
          );
        case "//":
          return false;
      }
    }
    if (lower.kind === "Aggregate" && upper.kind === "Aggregate") {
      return aggregateAtMost(lower, upper, (aggregate) => lowOf(this.#elementOf(aggregate)) >= 0);
    }
    if (lower.kind === "Negate" && upper.kind === "Negate") {
      return atMost(upper.operand, lower.operand);
    }
    if (lower.kind === "Call" && upper.kind === "Call" && lower.fn === upper.fn) {
      const [a, b] = [lower.args[0], upper.args[0]];
      const alone = lower.args.length === 1 && upper.args.length === 1;
      return alone && a !== undefined && b !== undefined && monotone.has(lower.fn) && atMost(a, b);
    }
    return false;
  }

  /** What makes the lower side smaller than one of its parts. */
  #fromLower(lower: Expr, upper: Expr, depth: number): boolean {
    const atMost = (part: Expr): boolean => this.atMost(part, upper, depth);
    switch (lower.kind) {
      case "Arith": {
        const { left, right } = lower;
        if (lower.operator === "-") return this.isNotNegative(right) && atMost(left);
        if (lower.operator === "+") {
          return (
            (this.#isNotPositive(right) && atMost(left)) ||
            (this.#isNotPositive(left) && atMost(right))
          );
        }
        if (lower.operator === "*") {
          return (
            (this.isNotNegative(left) && this.#within(right, 0, 1) && atMost(left)) ||
            (this.isNotNegative(right) && this.#within(left, 0, 1) && atMost(right))
          );
        }
        if (lower.operator === "/") {
          return this.isNotNegative(left) && this.#low(right) >= 1 && atMost(left);
        }
        return false;
      }
      case "Coalesce":
        return atMost(lower.left) && atMost(lower.right);
      case "Case":
        return [...lower.arms.map((arm) => arm.value), lower.otherwise].every(
          (value) => value.kind === "Missing" || atMost(value),
        );
      case "Call": {
        const first = lower.args[0];
        if (lower.fn === "abs" && first !== undefined) {
          return atMost(first) && atMost(negated(unwidened(first)));
        }
        return callIsAtMost(lower, atMost);
      }
      default: {
        const definition = this.#definition(lower);
        return definition !== undefined && atMost(definition);
      }
    }
  }

  /** What makes the upper side larger than one of its parts. */
  #fromUpper(lower: Expr, upper: Expr, depth: number): boolean {
    const atLeast = (part: Expr): boolean => this.atMost(lower, part, depth);
    switch (upper.kind) {
      case "Arith": {
        const { left, right } = upper;
        if (upper.operator === "+") {
          return (
            (this.isNotNegative(right) && atLeast(left)) ||
            (this.isNotNegative(left) && atLeast(right))
          );
        }
        if (upper.operator === "-") return this.#isNotPositive(right) && atLeast(left);
        if (upper.operator === "*") {
          return (
            (this.isNotNegative(left) && this.#low(right) >= 1 && atLeast(left)) ||
            (this.isNotNegative(right) && this.#low(left) >= 1 && atLeast(right))
          );
        }
        if (upper.operator === "/") {
          return this.isNotNegative(left) && this.#within(right, 0, 1) && atLeast(left);
        }
        return false;
      }
      case "Coalesce":
        return atLeast(upper.left) && atLeast(upper.right);
      case "Case":
        return [...upper.arms.map((arm) => arm.value), upper.otherwise].every(
          (value) => value.kind === "Missing" || atLeast(value),
        );
      case "Call": {
        const first = upper.args[0];
        if (
          upper.fn === "sqrt" &&
          first !== undefined &&
          this.#squareIsAtMost(lower, first, depth)
        ) {
          return true;
        }
        if (upper.fn === "abs" && first !== undefined && lower.kind === "Negate") {
          return this.atMost(first, lower.operand, depth) || atLeast(first);
        }
        return callIsAtLeast(upper, atLeast);
      }
      default: {
        const definition = this.#definition(upper);
        return definition !== undefined && atLeast(definition);
      }
    }
  }

  /**
   * Then the root of `square` is at least `expr`: of doubles too, since the root of a square that neither
   * overflows nor vanishes is the number itself.
   */
  #squareIsAtMost(expr: Expr, square: Expr, depth: number): boolean {
    const { domain } = this.#fact(expr);
    if (domain.kind !== "number" || domain.floor < leastSquared) return false;
    const base = unwidened(expr.kind === "Negate" ? expr.operand : expr);
    const { type, span } = expr;
    return (
      this.atMost(
        { kind: "Arith", operator: "*", left: base, right: base, type, span },
        square,
        depth,
      ) || this.atMost({ kind: "Power", base, exponent: 2, type, span }, square, depth)
    );
  }

  /** By a value that a condition on the way puts between the two; missing, it would say nothing of them. */
  #between(lower: Expr, upper: Expr, depth: number): boolean {
    const [low, high] = [structuralKey(lower), structuralKey(upper)];
    return this.#environment.orderFacts.some(
      ({ lower: from, upper: to }) =>
        (structuralKey(from) === low && !this.#fact(to).missing && this.atMost(to, upper, depth)) ||
        (structuralKey(to) === high &&
          !this.#fact(from).missing &&
          this.atMost(lower, from, depth)),
    );
  }

  #definition(expr: Expr): Expr | undefined {
    if (expr.kind === "FeatureRef") return this.#definitionOf(expr.name);
    const key = keyOf(expr);
    return key === undefined ? undefined : this.#environment.boundTo(key);
  }

  #within(expr: Expr, low: number, high: number): boolean {
    return this.#low(expr) >= low && (this.#high(expr) ?? Infinity) <= high;
  }

  #isNotPositive(expr: Expr): boolean {
    return (this.#high(expr) ?? Infinity) <= 0;
  }

  #low(expr: Expr): number {
    return lowOf(this.#fact(expr));
  }

  #high(expr: Expr): number | undefined {
    const fact = this.#fact(expr);
    return fact.present && fact.domain.kind === "number" ? fact.domain.high : undefined;
  }

  #fact(expr: Expr): Fact {
    let fact = this.#facts.get(expr);
    if (fact === undefined) {
      fact = this.#factIn(expr, this.#environment);
      this.#facts.set(expr, fact);
    }
    return fact;
  }
}

/** NaN where nothing is known, which is below and above no number. */
function lowOf(fact: Fact): number {
  return fact.present && fact.domain.kind === "number" ? fact.domain.low : NaN;
}

/** The same double with its sign turned. */
function negated(expr: Expr): Expr {
  if (expr.kind === "Negate") return expr.operand;
  if (expr.kind === "Arith" && expr.operator === "-") {
    return { ...expr, left: expr.right, right: expr.left };
  }
  const { type, span } = expr;
  return { kind: "Negate", operand: expr, type, span };
}

function unwidened(expr: Expr): Expr {
  return expr.kind === "Cast" ? unwidened(expr.operand) : expr;
}

import type { ArithOperator, Expr } from "../../ir/nodes.js";
import type { Atoms } from "./atoms.js";
import { add, constant, multiply, negated, power, variable } from "./polynomial.js";
import type { Polynomial } from "./polynomial.js";

/** A formula as a quotient of polynomials of its atoms. */
export interface Fraction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

const one = constant(1);
const highestPower = 8;

/** Undefined where it would be too large. */
export function fractionOf(expr: Expr, atoms: Atoms): Fraction | undefined {
  const of = (part: Expr): Fraction | undefined => fractionOf(part, atoms);
  switch (expr.kind) {
    case "Literal":
      return typeof expr.value === "number"
        ? { numerator: constant(expr.value), denominator: one }
        : undefined;
    case "Cast":
      return of(expr.operand);
    case "Negate": {
      const operand = of(expr.operand);
      return operand && { ...operand, numerator: negated(operand.numerator) };
    }
    case "Power": {
      const base = of(expr.base);
      const size = Math.abs(expr.exponent);
      if (base === undefined || size > highestPower) return undefined;
      const numerator = power(base.numerator, size);
      const denominator = power(base.denominator, size);
      const raised = both(numerator, denominator);
      return raised && (expr.exponent < 0 ? turned(raised) : raised);
    }
    case "Arith":
      return expr.operator === "//"
        ? atom(expr, atoms)
        : arith(expr.operator, of(expr.left), of(expr.right));
    default: {
      const value = atoms.definition(expr);
      return value === undefined ? atom(expr, atoms) : of(value);
    }
  }
}

function arith(
  operator: Exclude<ArithOperator, "//">,
  left: Fraction | undefined,
  right: Fraction | undefined,
): Fraction | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case "+":
      return sum(left, right);
    case "-":
      return sum(left, { ...right, numerator: negated(right.numerator) });
    case "*":
      return product(left, right);
    case "/":
      return product(left, turned(right));
  }
}

function atom(expr: Expr, atoms: Atoms): Fraction | undefined {
  const position = atoms.position(expr);
  return position === undefined ? undefined : { numerator: variable(position), denominator: one };
}

function sum(a: Fraction, b: Fraction): Fraction | undefined {
  if (a.denominator === b.denominator) {
    return both(add(a.numerator, b.numerator), a.denominator);
  }
  const left = multiply(a.numerator, b.denominator);
  const right = multiply(b.numerator, a.denominator);
  return both(left && right && add(left, right), multiply(a.denominator, b.denominator));
}

function product(a: Fraction, b: Fraction): Fraction | undefined {
  return both(multiply(a.numerator, b.numerator), multiply(a.denominator, b.denominator));
}

function turned({ numerator, denominator }: Fraction): Fraction {
  return { numerator: denominator, denominator: numerator };
}

function both(
  numerator: Polynomial | undefined,
  denominator: Polynomial | undefined,
): Fraction | undefined {
  return numerator && denominator && { numerator, denominator };
}

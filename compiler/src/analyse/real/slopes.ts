import type { Call, Expr } from "../../ir/nodes.js";
import { functionNamed } from "../../functions/registry.js";
import type { FunctionName } from "../../functions/registry.js";
import { nextDown, nextUp, numberDomain } from "../../types/interval.js";
import type { Atoms } from "./atoms.js";
import { add, around, divide, multiply, negate, point, power, subtract } from "./enclosure.js";
import type { Enclosure } from "./enclosure.js";

/** What a formula can be in a box, over the reals, and how fast it can rise with each atom. */
export interface Slopes {
  readonly value: Enclosure;
  readonly slopes: readonly Enclosure[];
}

const flat = point(0);

type Slope = (x: Enclosure, value: Enclosure) => Enclosure | undefined;

/** Derivatives of functions of one argument that have one wherever they are defined. */
const derivatives: Partial<Readonly<Record<FunctionName, Slope>>> = {
  exp: (_, value) => value,
  expm1: (_, value) => add(value, point(1)),
  ln: (x) => divide(point(1), x),
  log2: (x) => divide(around(1 / Math.LN2), x),
  log10: (x) => divide(around(1 / Math.LN10), x),
  log1p: (x) => divide(point(1), add(x, point(1))),
  sqrt: (_, value) => divide(point(0.5), value),
  sigmoid: (_, value) => multiply(value, subtract(point(1), value)),
  tanh: (_, value) => subtract(point(1), power(value, 2)),
};

/**
 * Undefined where the formula is not defined and smooth in the whole box. The box holds each atom by its
 * position; atoms met for the first time take the whole of what they can be.
 */
export function slopesOf(expr: Expr, atoms: Atoms, box: Enclosure[]): Slopes | undefined {
  const of = (part: Expr): Slopes | undefined => slopesOf(part, atoms, box);
  switch (expr.kind) {
    case "Literal":
      return typeof expr.value === "number" ? { value: point(expr.value), slopes: [] } : undefined;
    case "Cast":
      return of(expr.operand);
    case "Negate": {
      const operand = of(expr.operand);
      return operand && { value: negate(operand.value), slopes: operand.slopes.map(negate) };
    }
    case "Power": {
      const base = of(expr.base);
      if (base === undefined || expr.exponent < 1) return undefined;
      const value = power(base.value, expr.exponent);
      const slope = multiply(point(expr.exponent), power(base.value, expr.exponent - 1));
      return { value, slopes: base.slopes.map((inner) => multiply(slope, inner)) };
    }
    case "Arith": {
      if (expr.operator === "//") return atom(expr, atoms, box);
      const [left, right] = [of(expr.left), of(expr.right)];
      return left && right && arith(expr.operator, left, right);
    }
    case "Call":
      return call(expr, atoms, box);
    default: {
      const value = atoms.definition(expr);
      return value === undefined ? atom(expr, atoms, box) : of(value);
    }
  }
}

function atom(expr: Expr, atoms: Atoms, box: Enclosure[]): Slopes | undefined {
  const position = atoms.position(expr);
  if (position === undefined) return undefined;
  for (const { low, high } of atoms.domains.slice(box.length)) box.push({ low, high });
  const value = box[position];
  if (value === undefined) return undefined;
  const slopes = Array.from({ length: position + 1 }, (_, i) => (i === position ? point(1) : flat));
  return { value, slopes };
}

function arith(operator: "+" | "-" | "*" | "/", a: Slopes, b: Slopes): Slopes | undefined {
  switch (operator) {
    case "+":
      return { value: add(a.value, b.value), slopes: zip(a, b, add) };
    case "-":
      return { value: subtract(a.value, b.value), slopes: zip(a, b, subtract) };
    case "*":
      return {
        value: multiply(a.value, b.value),
        slopes: zip(a, b, (da, db) => add(multiply(da, b.value), multiply(a.value, db))),
      };
    case "/": {
      const value = divide(a.value, b.value);
      const inverse = divide(point(1), b.value);
      if (value === undefined || inverse === undefined) return undefined;
      return {
        value,
        slopes: zip(a, b, (da, db) => multiply(subtract(da, multiply(value, db)), inverse)),
      };
    }
  }
}

function call(expr: Call, atoms: Atoms, box: Enclosure[]): Slopes | undefined {
  const derivative = derivatives[expr.fn];
  const [argument] = expr.args;
  if (derivative === undefined || argument === undefined || expr.args.length !== 1) {
    return atom(expr, atoms, box);
  }
  const inner = slopesOf(argument, atoms, box);
  const value = inner && valueOf(expr.fn, argument, inner.value);
  const slope = value && derivative(inner.value, value);
  return slope && { value, slopes: inner.slopes.map((one) => multiply(slope, one)) };
}

/** The bounds that the function's own rule gives, which holds for its rounded values, and a little more. */
function valueOf(
  fn: FunctionName,
  argument: Expr,
  { low, high }: Enclosure,
): Enclosure | undefined {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const { type } = argument;
  const fact = [{ domain: numberDomain(low, high), type }];
  const definition = functionNamed(fn);
  if (definition.partial(fact) !== undefined) return undefined;
  const domain = definition.domain(fact);
  return domain.kind === "number"
    ? { low: nextDown(domain.low), high: nextUp(domain.high) }
    : undefined;
}

function zip(
  { slopes: a }: Slopes,
  { slopes: b }: Slopes,
  combine: (a: Enclosure, b: Enclosure) => Enclosure,
): readonly Enclosure[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
    combine(a[i] ?? flat, b[i] ?? flat),
  );
}

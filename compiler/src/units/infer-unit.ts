import { assertNever } from "../base/assert.js";
import { childrenOf } from "../ir/children.js";
import type { Arith, Case, Expr } from "../ir/nodes.js";
import {
  countOf,
  multiplyUnits,
  namedUnit,
  raiseUnit,
  ratioUnit,
  scaleUnit,
} from "../types/unit.js";
import { inferAggregate } from "./infer-aggregate.js";
import { inferCall } from "./infer-call.js";
import { known, literalUnit, originsOf, unknownUnit } from "./inferred.js";
import type { Inferred, KnownUnit } from "./inferred.js";
import { alike, fromCall } from "./unit-context.js";
import type { UnitContext, UnitOperand } from "./unit-context.js";

/** The unit of an expression; reports every part whose units do not fit. */
export function inferUnit(expr: Expr, context: UnitContext): Inferred {
  const inferred = inferNode(expr, context);
  // Whatever it was made of, a duration is its milliseconds.
  return expr.type.kind === "duration" && expr.kind !== "Missing" ? durationUnit(expr) : inferred;
}

function inferNode(expr: Expr, context: UnitContext): Inferred {
  const infer = (part: Expr): Inferred => inferUnit(part, context);
  const operand = (part: Expr): UnitOperand => ({ unit: infer(part), span: part.span });
  switch (expr.kind) {
    case "Literal":
      // What was learned is a quantity of its column, not a factor that somebody wrote.
      if (expr.fit !== undefined) return context.fit(expr.fit);
      return literalUnit(typeof expr.value === "number" ? expr.value : null);
    case "Missing":
      return literalUnit(null);
    case "FieldRef":
      return context.field(expr.path);
    case "FeatureRef":
      return context.step(expr.name);
    case "OutputRef":
      return context.output(expr.name);
    case "LocalRef":
      return context.locals.get(expr.id) ?? unknownUnit;
    case "AsOf":
    case "Invalid":
      return unknownUnit;
    case "Let":
      context.locals.set(expr.id, infer(expr.value));
      return infer(expr.body);
    case "Negate": {
      const unit = infer(expr.operand);
      return unit.kind === "literal" && unit.value !== null ? literalUnit(-unit.value) : unit;
    }
    case "Cast":
      return infer(expr.operand);
    case "Arith":
      return inferArith(expr, operand(expr.left), operand(expr.right), context);
    case "Power": {
      const base = infer(expr.base);
      if (base.kind === "known") return { ...base, unit: raiseUnit(base.unit, expr.exponent) };
      return base.kind === "literal" ? literalUnit(null) : base;
    }
    case "Compare":
      alike(`\`${expr.operator}\``, expr.span, [operand(expr.left), operand(expr.right)], context);
      return unknownUnit;
    case "Coalesce":
      return alike("`??`", expr.span, [operand(expr.left), operand(expr.right)], context);
    case "Case":
      return inferCase(expr, operand, context);
    case "Call":
      return inferCall(expr, expr.args.map(infer), context);
    case "TableRef":
      return context.source(expr.table, expr.path);
    case "ElementRef":
      return context.element?.(expr.path) ?? unknownUnit;
    case "Aggregate":
      return inferAggregate(expr, context, inferUnit);
    case "Encode":
      infer(expr.operand);
      return fromCall(ratioUnit, expr, expr.encoder);
    case "Logic":
    case "Not":
    case "IsMissing":
    case "In":
    case "Lookup":
    case "ListValue":
      for (const child of childrenOf(expr)) infer(child);
      return unknownUnit;
    default:
      return assertNever(expr);
  }
}

function inferCase(
  expr: Case,
  operand: (part: Expr) => UnitOperand,
  context: UnitContext,
): Inferred {
  for (const arm of expr.arms) operand(arm.condition);
  const values = [...expr.arms.map((arm) => operand(arm.value)), operand(expr.otherwise)];
  return alike(`\`${expr.origin}\``, null, values, context);
}

function inferArith(
  expr: Arith,
  left: UnitOperand,
  right: UnitOperand,
  context: UnitContext,
): Inferred {
  switch (expr.operator) {
    case "+":
    case "-":
      if (expr.left.type.kind === "date" || expr.left.type.kind === "timestamp") {
        return expr.type.kind === "int" ? known(countOf("day"), daysFrom(expr)) : unknownUnit;
      }
      return alike(`\`${expr.operator}\``, expr.span, [left, right], context);
    case "*":
      return product(left.unit, right.unit, 1);
    case "/":
    case "//":
      if (expr.left.type.kind === "duration") return countOfDurations(expr);
      return product(left.unit, right.unit, -1);
    default:
      return assertNever(expr.operator);
  }
}

function product(left: Inferred, right: Inferred, exponent: 1 | -1): Inferred {
  if (left.kind === "unknown" || right.kind === "unknown") return unknownUnit;
  if (left.kind === "literal" && right.kind === "literal") {
    if (left.value === null || right.value === null) return literalUnit(null);
    return literalUnit(exponent === 1 ? left.value * right.value : left.value / right.value);
  }
  const leftUnit = left.kind === "known" ? left.unit : ratioUnit;
  const rightUnit = right.kind === "known" ? right.unit : ratioUnit;
  const unit = multiplyUnits(leftUnit, rightUnit, exponent);
  const literal = left.kind === "literal" ? left : right.kind === "literal" ? right : undefined;
  const from = originsOf(left, right);
  const value = literal?.value ?? 1;
  if (value === 0) return known(unit, from);
  const by = literal === right && exponent === -1 ? 1 / value : value;
  return known(scaleUnit(unit, by), from);
}

const millisOf: ReadonlyMap<number, string> = new Map([
  [1, "ms"],
  [1000, "s"],
  [60_000, "minute"],
  [3_600_000, "hour"],
  [86_400_000, "day"],
  [604_800_000, "week"],
]);

/** A duration by a duration is a ratio; by one hour it is also a number of hours. */
function countOfDurations(expr: Arith): KnownUnit {
  const { right } = expr;
  const millis = right.kind === "Literal" && typeof right.value === "number" ? right.value : null;
  const name = millis === null ? undefined : millisOf.get(millis);
  const unit = name === undefined ? ratioUnit : countOf(name);
  return known(unit, [
    {
      span: expr.span,
      text: `a duration by a duration is ${name === undefined ? "a ratio" : `a number of ${name}`}`,
    },
  ]);
}

function durationUnit(expr: Expr): KnownUnit {
  return known(namedUnit("ms"), [{ span: expr.span, text: "a duration is a number of ms" }]);
}

function daysFrom(expr: Expr): KnownUnit["from"] {
  return [{ span: expr.span, text: "a date minus a date is a number of days" }];
}

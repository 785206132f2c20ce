import { internalError } from "../../base/assert.js";
import { arithFact, powerFact } from "../../analyse/arithmetic.js";
import type { Arith, Negate, Power } from "../../ir/nodes.js";
import type { Type } from "../../types/type.js";
import { numbersOf } from "../../types/facts.js";
import { binary, call, constant, negated, numberCode } from "./code.js";
import type { Code } from "./code.js";
import { every, none } from "./emission.js";
import type { Emission, Guard, Operands, Value } from "./emission.js";

/** What tells whether the result of an operation is a value of its type. */
export function guardOf(type: Type): Guard {
  switch (type.kind) {
    case "int":
    case "duration":
      return "safeInt";
    case "date":
      return "dateInRange";
    case "timestamp":
      return "timestampInRange";
    default:
      return "finite";
  }
}

export function emitNegate(expr: Negate, emission: Emission): Value {
  const operands = emission.operands([expr.operand], every);
  return emission.combined(
    operands,
    negated(first(operands)),
    operands.unchecked ? "finite" : null,
  );
}

export function emitArith(expr: Arith, emission: Emission): Value {
  const { facts } = emission.scope;
  const { operator, left, right } = expr;
  // A divisor that is not finite would give 0; every other operand passes it on.
  const operands = emission.operands(
    [left, right],
    (position) => position === 0 || (operator !== "/" && operator !== "//"),
  );
  const leftFact = facts.of(left);
  const rightFact = facts.of(right);
  const isPartial =
    !leftFact.present ||
    !rightFact.present ||
    arithFact(operator, numbersOf(leftFact), numbersOf(rightFact), expr).missing;
  const [a = internalError("no operand"), b = internalError("no operand")] = operands.codes;
  const isGuarded = isPartial || operands.unchecked;
  return emission.combined(
    operands,
    operator === "//" ? floorDivision(a, b, isPartial, emission) : binary(operator, a, b),
    isGuarded ? guardOf(expr.type) : null,
  );
}

function floorDivision(a: Code, b: Code, isPartial: boolean, emission: Emission): Code {
  return isPartial
    ? call(emission.scope.imports.runtime("floorDivide"), a, b)
    : call("Math.floor", binary("/", a, b));
}

export function emitPower(expr: Power, emission: Emission): Value {
  const { facts } = emission.scope;
  const { base, exponent } = expr;
  const isWrittenOut = exponent >= -1 && exponent <= 3;
  const operands = emission.operands(
    [base],
    () => exponent > 0,
    isWrittenOut && exponent > 1 ? every : none,
  );
  const fact = facts.of(base);
  const isPartial = !fact.present || powerFact(numbersOf(fact), exponent, expr.type).missing;
  return emission.combined(
    operands,
    powerCode(operands, exponent, emission),
    isPartial || operands.unchecked ? guardOf(expr.type) : null,
  );
}

function powerCode(operands: Operands, exponent: number, emission: Emission): Code {
  const base = first(operands);
  switch (exponent) {
    case -1:
      return binary("/", constant(1), base);
    case 0:
      return constant(1);
    case 1:
      return base;
    case 2:
      return binary("*", base, base);
    case 3:
      return binary("*", binary("*", base, base), base);
    default:
      return call(emission.scope.imports.runtime("powerInt"), base, numberCode(exponent));
  }
}

function first(operands: Operands): Code {
  return operands.codes[0] ?? internalError("no operand");
}

import { assertNever, internalError } from "../../base/assert.js";
import type { Encode, Expr } from "../../ir/nodes.js";
import { constantValue } from "../../optimise/constant-value.js";
import { boolsOf } from "../../types/facts.js";
import type { Block } from "../text/block.js";
import { all, conditional, constant, isNull, methodCall, not, nullCode, primary } from "./code.js";
import type { Code } from "./code.js";
import { emitCase } from "./emit-case.js";
import { emitAggregate } from "./aggregates/emit-aggregate.js";
import { emitArith, emitNegate, emitPower } from "./emit-arith.js";
import { emitCall } from "./emit-call.js";
import { emitCoalesce } from "./emit-coalesce.js";
import { emitCompare, emitIn, equals, mayEqual } from "./emit-compare.js";
import { conditionOfLogic, conditionOfMissing, emitLogic } from "./emit-logic.js";
import { emitLet, emitLocal } from "./emit-let.js";
import { emitLookup } from "./emit-lookup.js";
import { emitReference } from "./emit-reference.js";
import {
  Emission,
  condition,
  every,
  isReference,
  missing,
  none,
  present,
  settled,
} from "./emission.js";
import type { Condition, Dispatch, Value } from "./emission.js";
import type { ExpressionScope } from "./expression-scope.js";

const dispatch: Dispatch = { value: emit, holds: emitHolds, fails: emitFails };

/** A place for the code of formulas; statements that they need go to the block. */
export function emissionAt(scope: ExpressionScope, block: Block): Emission {
  return new Emission(scope, block, dispatch);
}

/**
 * A TypeScript expression for the value: of the type `T | null`, and of `T` where the facts say that it is
 * never missing. May add statements to the block.
 */
export function emitValue(expr: Expr, scope: ExpressionScope, block: Block): string {
  const emission = emissionAt(scope, block);
  return settled(emission.value(expr), emission).code.text;
}

/** A TypeScript condition that is true exactly where the bool is false: not where it is missing. */
export function emitFailure(expr: Expr, scope: ExpressionScope, block: Block): string {
  return emissionAt(scope, block).fails(expr).code.text;
}

function emit(expr: Expr, emission: Emission): Value {
  const fact = emission.scope.facts.of(expr);
  if (fact.missing && !fact.present) return missing;
  const proved = provedTruth(expr, emission) ?? constantOf(expr, emission);
  if (proved !== undefined) return proved === null ? missing : present(constant(proved));
  const value = folded(emitKind(expr, emission), expr, emission);
  const isCertain = value.requires.length === 0 && !value.nullable && value.guard === null;
  return isCertain || fact.missing ? value : emission.assured(value, expr.type);
}

/** The value of an operation on constants; `math: native` leaves those to the engine that runs the code. */
function constantOf(expr: Expr, { scope }: Emission): string | number | boolean | null | undefined {
  if (expr.kind === "Literal" || scope.math === "native") return undefined;
  const value = constantValue(expr);
  return typeof value === "object" && value !== null ? undefined : value;
}

/** A bool of which the facts leave one outcome where it is there. */
function folded(value: Value, expr: Expr, emission: Emission): Value {
  if (value.nullable || value.guard !== null) return value;
  const outcome = onlyOutcome(expr, emission);
  return outcome === undefined ? value : { ...value, code: constant(outcome) };
}

function emitKind(expr: Expr, emission: Emission): Value {
  switch (expr.kind) {
    case "Literal":
      return present(constant(expr.value));
    case "Missing":
      return missing;
    case "FieldRef":
    case "FeatureRef":
    case "OutputRef":
    case "AsOf":
    case "TableRef":
    case "ElementRef":
      return emitReference(expr, emission);
    case "ListValue":
      return internalError("a list is written where no aggregate takes it");
    case "Aggregate":
      return emitAggregate(expr, emission);
    case "LocalRef":
      return emitLocal(expr, emission);
    case "Let":
      return emitLet(expr, emission);
    case "Negate":
      return emitNegate(expr, emission);
    case "Arith":
      return emitArith(expr, emission);
    case "Power":
      return emitPower(expr, emission);
    case "Compare":
      return emitCompare(expr, emission);
    case "In":
      return emitIn(expr, emission);
    case "Logic":
      return emitLogic(expr, emission);
    case "Not": {
      const operands = emission.operands([expr.operand], none);
      return emission.combined(operands, not(operands.codes[0] ?? internalError("no operand")));
    }
    case "IsMissing":
      return present(conditionOfMissing(expr, emission).code);
    case "Coalesce": {
      const defaulted = defaultedCondition(expr.left, expr.right, true, emission);
      return defaulted === undefined ? emitCoalesce(expr, emission) : present(defaulted.code);
    }
    case "Case":
      return emitCase(expr, emission);
    case "Cast":
      return emission.value(expr.operand);
    case "Call":
      return emitCall(expr, emission);
    case "Lookup":
      return emitLookup(expr, emission);
    case "Encode":
      return emitVector(expr, emission);
    case "Invalid":
      return internalError("an expression with a mistake is emitted");
    default:
      return assertNever(expr);
  }
}

function emitVector({ operand, values, encoder }: Encode, emission: Emission): Value {
  const operands = emission.operands([operand], none, every);
  const code = operands.codes[0] ?? internalError("no operand");
  const { facts } = emission.scope;
  if (encoder === "multi_hot") {
    const hits = values.map((value) => {
      const has = methodCall(code, "includes", constant(value));
      return conditional(has, constant(1), constant(0)).text;
    });
    return emission.combined(operands, primary(`[${hits.join(", ")}]`));
  }
  const cells = values.map((value) =>
    mayEqual(operand, value, facts) ? oneHotCell(code, value).text : "0",
  );
  return emission.combined(operands, primary(`[${cells.join(", ")}]`));
}

function oneHotCell(operand: Code, value: number | string | boolean): Code {
  return conditional(equals(operand, value), constant(1), constant(0));
}

/** What a bool is wherever it is evaluated, where the facts leave one outcome. */
function provedTruth(expr: Expr, emission: Emission): boolean | undefined {
  return emission.scope.facts.of(expr).missing ? undefined : onlyOutcome(expr, emission);
}

function onlyOutcome(expr: Expr, emission: Emission): boolean | undefined {
  if (expr.type.kind !== "bool" || expr.kind === "Literal") return undefined;
  const fact = emission.scope.facts.of(expr);
  if (!fact.present) return undefined;
  const { mayBeTrue, mayBeFalse } = boolsOf(fact);
  return mayBeTrue === mayBeFalse ? undefined : mayBeTrue;
}

function emitHolds(expr: Expr, emission: Emission): Condition {
  const known = knownCondition(expr, emission, true);
  if (known !== undefined) return known;
  switch (expr.kind) {
    case "Not":
      return emission.fails(expr.operand);
    case "Logic":
      return conditionOfLogic(expr, true, emission);
    case "IsMissing":
      return conditionOfMissing(expr, emission);
    case "Coalesce":
      return (
        defaultedCondition(expr.left, expr.right, true, emission) ?? plainly(expr, true, emission)
      );
    default:
      return plainly(expr, true, emission);
  }
}

function emitFails(expr: Expr, emission: Emission): Condition {
  const known = knownCondition(expr, emission, false);
  if (known !== undefined) return known;
  switch (expr.kind) {
    case "Not":
      return emission.holds(expr.operand);
    case "Logic":
      return conditionOfLogic(expr, false, emission);
    case "IsMissing":
      return opposite(conditionOfMissing(expr, emission));
    case "Coalesce":
      return (
        defaultedCondition(expr.left, expr.right, false, emission) ?? plainly(expr, false, emission)
      );
    default:
      return plainly(expr, false, emission);
  }
}

function knownCondition(expr: Expr, emission: Emission, wanted: boolean): Condition | undefined {
  const fact = emission.scope.facts.of(expr);
  if (fact.missing && !fact.present) return condition(constant(false));
  const proved = provedTruth(expr, emission);
  return proved === undefined ? undefined : condition(constant(proved === wanted));
}

/** `c ?? false` holds where `c` does; `c ?? true` fails where `c` does. */
function defaultedCondition(
  left: Expr,
  right: Expr,
  wanted: boolean,
  emission: Emission,
): Condition | undefined {
  if (right.kind !== "Literal" || typeof right.value !== "boolean") return undefined;
  if (right.value) return wanted ? opposite(emission.fails(left)) : emission.fails(left);
  return wanted ? emission.holds(left) : opposite(emission.holds(left));
}

function opposite({ code, whenTrue, whenFalse }: Condition): Condition {
  return { code: not(code), whenTrue: whenFalse, whenFalse: whenTrue };
}

/** The value compared with what is wanted; a missing one is neither. */
function plainly(expr: Expr, wanted: boolean, emission: Emission): Condition {
  const value = emission.value(expr);
  if (value.code === nullCode) return condition(constant(false));
  const outcome = value.nullable ? onlyOutcome(expr, emission) : undefined;
  if (outcome !== undefined && outcome !== wanted) return condition(constant(false));
  // TypeScript refuses to compare a bool with what it knows it is not: it is tested, never compared.
  const { code, requires, nullable } =
    value.nullable && !isReference(value.code) ? emission.bind(value, expr.type) : value;
  // What equals a constant is there; TypeScript knows that too.
  if (wanted && !nullable && isEquality(expr) && requires.length === 1) {
    if (code.text.startsWith(`${requires[0]} ===`)) return condition(code, requires);
  }
  const narrowed = nullable ? [...requires, code.text] : requires;
  const isThere = narrowed.map((text) => not(isNull(primary(text))));
  return condition(all([...isThere, wanted ? code : not(code)]), narrowed);
}

function isEquality(expr: Expr): boolean {
  if (expr.kind === "In") return expr.values.every((value) => typeof value !== "boolean");
  return expr.kind === "Compare" && expr.operator === "==" && expr.right.kind === "Literal";
}

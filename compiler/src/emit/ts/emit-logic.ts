import type { IsMissing, Logic } from "../../ir/nodes.js";
import { boolType } from "../../types/type.js";
import { Block } from "../text/block.js";
import { any, binary, conditional, constant, isNull, not, nullCode, primary } from "./code.js";
import type { Code } from "./code.js";
import { condition, isReference, missing, nullTest, present, settled } from "./emission.js";
import type { Condition, Emission, Value } from "./emission.js";

/** `and` and `or` as values: three-valued where an operand may be missing. */
export function emitLogic(expr: Logic, emission: Emission): Value {
  const { facts } = emission.scope;
  if (!facts.of(expr).missing) return present(conditionOfLogic(expr, true, emission).code);
  const left = settled(emission.value(expr.left), emission);
  if (!left.nullable) return afterLeft(expr, left.code, emission);
  // With a left side that may be missing nothing is known of the right one, so that it can stand anywhere.
  const right = settled(emission.value(expr.right), emission);
  const operator = expr.operator === "and" ? "&&" : "||";
  if (!right.nullable) {
    return { ...present(binary(operator, right.code, left.code)), nullable: true };
  }
  const decisive = expr.operator === "or";
  if (left.code === nullCode) return openSide(right.code, decisive);
  if (right.code === nullCode) return openSide(left.code, decisive);
  const a = repeatable(left.code, emission);
  const b = repeatable(right.code, emission);
  if (a.text === b.text) return { code: a, requires: [], nullable: true, guard: null };
  const closed = binary(operator, a, b);
  const code = conditional(isNull(a), openSide(b, decisive).code, closed);
  return { code, requires: [], nullable: true, guard: null };
}

/** With the other side missing, one decides or leaves the answer open. Its code is nullable. */
function openSide(code: Code, decisive: boolean): Value {
  if (code === nullCode) return missing;
  const answer = decisive
    ? conditional(code, constant(true), nullCode)
    : conditional(any([isNull(code), code]), nullCode, constant(false));
  return { code: answer, requires: [], nullable: true, guard: null };
}

function repeatable(code: Code, emission: Emission): Code {
  return isReference(code)
    ? code
    : emission.bind({ code, requires: [], nullable: true, guard: null }, boolType).code;
}

/** A left side that is never missing decides alone, or leaves the answer to the right one. */
function afterLeft(expr: Logic, left: Code, emission: Emission): Value {
  const isAnd = expr.operator === "and";
  const inner = emission.branch([], new Block());
  const right = settled(inner.value(expr.right), inner);
  if (inner.block.isEmpty) {
    const code = binary(isAnd ? "&&" : "||", left, right.code);
    return { code, requires: [], nullable: right.nullable, guard: null };
  }
  const name = emission.takeName("part");
  emission.block.line(
    `let ${name}: boolean${right.nullable ? " | null" : ""} = ${String(!isAnd)};`,
  );
  emission.block.open(`if (${isAnd ? left.text : not(left).text}) {`);
  emission.block.append(inner.block).line(`${name} = ${right.code.text};`).close();
  return { code: primary(name), requires: [], nullable: right.nullable, guard: null };
}

/** Where a logic expression holds, or where it fails: both sides, or one of them, do so too. */
export function conditionOfLogic(expr: Logic, holds: boolean, emission: Emission): Condition {
  const both = (expr.operator === "and") === holds;
  const left = holds ? emission.holds(expr.left) : emission.fails(expr.left);
  if (!emission.scope.facts.isReachable(expr.right)) return left;
  if (left.code.text === String(!both)) return left;
  const inner = emission.branch(both ? left.whenTrue : left.whenFalse);
  const right = holds ? inner.holds(expr.right) : inner.fails(expr.right);
  if (!inner.block.isEmpty) return lazily(both, left.code, right.code, inner.block, emission);
  if (left.code.text === String(both)) {
    return right;
  }
  if (right.code.text === String(both) || right.code.text === left.code.text) return left;
  const code = binary(both ? "&&" : "||", left.code, right.code);
  const joined = (a: readonly string[], b: readonly string[]): readonly string[] => [...a, ...b];
  const shared = (a: readonly string[], b: readonly string[]): readonly string[] =>
    a.filter((reference) => b.includes(reference));
  return both
    ? condition(
        code,
        joined(left.whenTrue, right.whenTrue),
        shared(left.whenFalse, right.whenFalse),
      )
    : condition(
        code,
        shared(left.whenTrue, right.whenTrue),
        joined(left.whenFalse, right.whenFalse),
      );
}

/** The right side needs statements, which may run only where the left one leaves the answer open. */
function lazily(
  both: boolean,
  left: Code,
  right: Code,
  statements: Block,
  emission: Emission,
): Condition {
  const name = emission.takeName("holds");
  emission.block.line(`let ${name} = ${String(!both)};`);
  emission.block.open(`if (${both ? left.text : not(left).text}) {`);
  emission.block.append(statements).line(`${name} = ${right.text};`).close();
  return condition(primary(name));
}

export function conditionOfMissing(expr: IsMissing, emission: Emission): Condition {
  const inner = emission.branch([], new Block());
  const value = inner.value(expr.operand);
  const { code, requires, nullable, guard } = value;
  if (code === nullCode) return condition(constant(true));
  if (guard !== null || nullable || requires.length > 0) emission.block.append(inner.block);
  if (guard === null && !nullable) {
    return requires.length === 0
      ? condition(constant(false))
      : condition(nullTest(requires), [], requires);
  }
  if (guard === null && isReference(code)) {
    return condition(nullTest([...requires, code.text]), [], [...requires, code.text]);
  }
  const bound =
    requires.length === 0
      ? settled(value, emission).code
      : emission.bind(value, expr.operand.type).code;
  return condition(isNull(bound), [], isReference(bound) ? [bound.text] : []);
}

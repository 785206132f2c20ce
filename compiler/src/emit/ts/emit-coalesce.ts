import type { Coalesce } from "../../ir/nodes.js";
import { Block } from "../text/block.js";
import { binary, conditional, nullCode, primary } from "./code.js";
import type { Code } from "./code.js";
import { nullTest, settled } from "./emission.js";
import type { Emission, Value } from "./emission.js";
import { nullableType } from "./value-type.js";

/** `left ?? right`; the right side is evaluated where the left one is missing, and only there. */
export function emitCoalesce(expr: Coalesce, emission: Emission): Value {
  const value = emission.value(expr.left);
  if (value.code === nullCode) return emission.value(expr.right);
  const isCertain = value.requires.length === 0 && !value.nullable && value.guard === null;
  if (isCertain || !emission.scope.facts.isReachable(expr.right)) return value;
  const inner = emission.branch([], new Block());
  const right = settled(inner.value(expr.right), inner);
  if (!inner.block.isEmpty) {
    const left = settled(value, emission);
    const name = emission.takeName("part");
    emission.block.line(`let ${name}: ${nullableType(expr.type, true)} = ${left.code.text};`);
    emission.block.open(`if (${name} === null) {`).append(inner.block);
    emission.block.line(`${name} = ${right.code.text};`).close();
    return { code: primary(name), requires: [], nullable: right.nullable, guard: null };
  }
  const isTested = value.requires.length > 0 && !value.nullable && value.guard === null;
  const code = isTested
    ? conditional(nullTest(value.requires), right.code, value.code)
    : binary("??", settledLeft(value, expr, emission), right.code);
  const isLiteral = right.code.isLiteral === true && value.code.isLiteral === true;
  return {
    code: isLiteral ? { ...code, isLiteral } : code,
    requires: [],
    nullable: right.nullable,
    guard: null,
  };
}

function settledLeft(value: Value, expr: Coalesce, emission: Emission): Code {
  return value.requires.length === 0
    ? settled(value, emission).code
    : emission.bind(value, expr.type).code;
}

import { internalError } from "../../base/assert.js";
import type { Facts } from "../../ir/facts.js";
import type { Compare, Expr, In } from "../../ir/nodes.js";
import { isText } from "../../types/type.js";
import type { Constant } from "../../types/value.js";
import { any, binary, call, constant, methodCall, not, primary } from "./code.js";
import type { Code } from "./code.js";
import { every, none } from "./emission.js";
import type { Emission, Value } from "./emission.js";
import { literal } from "../text/literal.js";

const operators = { "==": "===", "!=": "!==", "<": "<", "<=": "<=", ">": ">", ">=": ">=" } as const;

export function emitCompare(expr: Compare, emission: Emission): Value {
  const operands = emission.operands([expr.left, expr.right], none);
  const [left = internalError("no operand"), right = internalError("no operand")] = operands.codes;
  const operator = operators[expr.operator];
  const isOrder = operator !== "===" && operator !== "!==";
  if (isOrder && isText(expr.left.type)) {
    const order = call(emission.scope.imports.runtime("compareText"), left, right);
    return emission.combined(operands, binary(operator, order, constant(0)));
  }
  return emission.combined(operands, binary(operator, left, right));
}

/** More values than this are looked up in a set. */
const chainLimit = 8;

export function emitIn(expr: In, emission: Emission): Value {
  const values = expr.values.filter((value) => mayEqual(expr.operand, value, emission.scope.facts));
  const isChain = values.length <= chainLimit;
  const operands = emission.operands(
    [expr.operand],
    none,
    isChain && values.length > 1 ? every : none,
  );
  const operand = operands.codes[0] ?? internalError("no operand");
  return emission.combined(
    operands,
    isChain
      ? any(values.map((value) => equals(operand, value)))
      : membership(values, operand, emission),
  );
}

/** Whether the operand is a constant; a bool is its own answer. */
export function equals(operand: Code, value: number | string | boolean): Code {
  if (typeof value !== "boolean") return binary("===", operand, constant(value));
  return value ? operand : not(operand);
}

/** Whether an expression can be a constant, as far as the facts say. */
export function mayEqual(expr: Expr, value: Constant, facts: Facts): boolean {
  const { present, domain } = facts.of(expr);
  if (!present) return true;
  if (domain.kind === "number" && typeof value === "number") {
    return value >= domain.low && value <= domain.high;
  }
  if (domain.kind !== "text" || domain.values === null) return true;
  return typeof value === "string" && domain.values.includes(value);
}

function membership(
  values: readonly (string | number | boolean)[],
  operand: Code,
  emission: Emission,
): Code {
  const { constants, subject } = emission.scope;
  const element = typeof values[0] === "number" ? "number" : "string";
  const set = constants.add(
    subject,
    "Values",
    `ReadonlySet<${element}>`,
    `/* @__PURE__ */ new Set(${literal(values)})`,
  );
  return methodCall(primary(set), "has", operand);
}

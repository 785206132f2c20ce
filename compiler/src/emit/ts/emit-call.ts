import { argumentFact } from "../../analyse/combine-facts.js";
import { functionNamed } from "../../functions/registry.js";
import type { Call } from "../../ir/nodes.js";
import type { Emission, Value } from "./emission.js";
import { guardOf } from "./emit-arith.js";
import { functionLowering } from "./function-lowering.table.js";

/** A built-in function: what it becomes is in the table, where its result is missing is in the facts. */
export function emitCall(expr: Call, emission: Emission): Value {
  const { facts } = emission.scope;
  const lowering = functionLowering[expr.fn];
  const { passes = [], repeats = [] } = lowering;
  const operands = emission.operands(
    expr.args,
    (position) => passes.includes(position),
    (position) => repeats.includes(position),
  );
  const code = lowering.code(operands.codes, expr, emission.scope);
  const argumentFacts = expr.args.map((arg) => argumentFact(arg, facts.of(arg)));
  const isPartial =
    expr.args.some((arg) => !facts.of(arg).present) ||
    functionNamed(expr.fn).partial(argumentFacts) !== undefined;
  if (lowering.missing === "null") return emission.combined(operands, code, null, true);
  const isGuarded = (isPartial && lowering.missing === "number") || operands.unchecked;
  return emission.combined(operands, code, isGuarded ? guardOf(expr.type) : null);
}

import { internalError } from "../../../base/assert.js";
import type { Aggregate } from "../../../ir/nodes.js";
import type { Emission, Value } from "../emission.js";
import { emitListAggregate } from "./emit-list.js";
import { emitPass } from "./event-passes.js";

/** The value that a pass has computed, or a loop where the aggregate stands. */
export function emitAggregate(expr: Aggregate, emission: Emission): Value {
  const computed = emission.scope.computed?.get(expr);
  if (computed !== undefined) {
    const isKnown = emission.narrowed.has(computed.code.text);
    return isKnown ? { ...computed, nullable: false } : computed;
  }
  const { collection, fn } = expr;
  if (collection.kind === "list") return emitListAggregate(expr, emission);
  const members = [{ expr, name: emission.takeName(fn) }];
  const [value] = emitPass({ source: collection.source, members }, emission);
  return value ?? internalError("a pass without its aggregate");
}

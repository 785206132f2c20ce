import { functionNamed } from "../../functions/registry.js";
import type { Call } from "../../ir/nodes.js";
import { functionLowering } from "./function-lowering.table.js";
import type { Scope } from "./scope.js";
import { call } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** A built-in function; a timestamp where a day is wanted stands for its day in UTC. */
export function emitCall(expr: Call, args: readonly Sql[], scope: Scope): Sql {
  const { params } = functionNamed(expr.fn);
  const days = args.map((arg, i) =>
    (params[i] ?? params.at(-1))?.type === "day" && expr.args[i]?.type.kind === "timestamp"
      ? call("featc_day_of_ms", arg)
      : arg,
  );
  return functionLowering[expr.fn](days, expr, scope);
}

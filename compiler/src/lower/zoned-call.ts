import type { FunctionDefinition } from "../functions/definition.js";
import type { CallableName } from "../functions/registry.js";
import type { ArgumentAst, CallAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { stringType, timestampType } from "../types/type.js";
import type { LowerContext } from "./context.js";
import { constantOf } from "./lower-constant.js";
import { lowerZone } from "./lower-zone.js";

/** A call with the zone argument taken off. */
export interface ZonedCall {
  readonly ast: CallAst;
  /** Null is UTC; undefined: what names it was reported. */
  readonly zone: string | null | undefined;
  readonly written: ArgumentAst | undefined;
}

/** Takes the zone off a call: its last argument, by position or as `zone: "…"`; else the spec's. */
export function takeZone(
  definition: FunctionDefinition,
  ast: CallAst,
  context: LowerContext,
): ZonedCall {
  if (definition.zoned !== true) return { ast, zone: null, written: undefined };
  const last = ast.args.at(-1);
  const isZone =
    last !== undefined &&
    (last.name === "zone" ||
      (last.name === undefined && ast.args.length === definition.params.length + 1));
  if (!isZone) return { ast, zone: context.timezone, written: undefined };
  const without = { ...ast, args: ast.args.slice(0, -1) };
  const { value } = last;
  if (value.kind === "InvalidAst") return { ast: without, zone: undefined, written: last };
  const constant = constantOf(value);
  if (typeof constant !== "string") {
    context.collector.report("type/constant-needed", value.span, {
      what: `the argument zone of ${ast.callee}, a text such as "America/Chicago"`,
    });
    return { ast: without, zone: undefined, written: last };
  }
  const zone = lowerZone({ value: constant, span: value.span }, context.collector);
  return { ast: without, zone, written: last };
}

/** A date is the same in every zone: a zone beside dates alone says nothing. */
export function zoneHasTimestamp(
  { ast, written }: ZonedCall,
  args: readonly Expr[],
  context: LowerContext,
): boolean {
  if (written === undefined || args.some((arg) => arg.type.kind === "timestamp")) return true;
  context.collector.report("time/zone-of-date", written.value.span, { function: ast.callee });
  return false;
}

/** The call in a zone: of timestamps the function sees what the zone's clock shows. */
export function callInZone(
  fn: CallableName,
  args: readonly Expr[],
  type: Expr["type"],
  { ast, zone }: ZonedCall,
): Expr {
  if (zone === null || zone === undefined) return build.call(fn, args, type, ast.span);
  const name = build.literal(zone, stringType, ast.span);
  if (fn === "ts_trunc") return build.call("local_trunc", [...args, name], type, ast.span);
  const local = args.map((arg) =>
    arg.type.kind === "timestamp"
      ? build.call("local_time", [arg, name], timestampType, arg.span)
      : arg,
  );
  return build.call(fn, local, type, ast.span);
}

import type { Param } from "../functions/definition.js";
import type { ArgumentAst, CallAst } from "../formula/ast.js";
import type { LowerContext } from "./context.js";

export interface PlacedArgument {
  readonly param: Param;
  readonly argument: ArgumentAst;
}

/** Brings named arguments into the order of the parameters; counts them. */
export function placeArguments(
  signature: string,
  params: readonly Param[],
  ast: CallAst,
  context: LowerContext,
): readonly PlacedArgument[] | undefined {
  const placed: PlacedArgument[] = [];
  for (const [position, argument] of ast.args.entries()) {
    if (argument.name === undefined) {
      const last = params.at(-1);
      const param = params[position] ?? (last?.rest === true ? last : undefined);
      if (param === undefined) {
        context.collector.report("type/argument-count", argument.span, {
          signature,
          given: ast.args.length,
        });
        return undefined;
      }
      placed.push({ param, argument });
      continue;
    }
    const index = params.findIndex((param) => param.name === argument.name);
    const param = params[index];
    const skipped = params.slice(placed.length, Math.max(index, placed.length));
    for (const left of skipped) {
      if (left.otherwise === undefined) break;
      const value = { kind: "StringAst", value: left.otherwise, span: argument.span } as const;
      placed.push({ param: left, argument: { name: left.name, value, span: argument.span } });
    }
    if (param === undefined || index !== placed.length) {
      context.collector.report("type/argument-name", argument.span, {
        signature,
        name: argument.name,
      });
      return undefined;
    }
    placed.push({ param, argument });
  }
  const required = params.filter((param) => param.optional !== true).length;
  if (placed.length < required) {
    context.collector.report("type/argument-count", ast.span, {
      signature,
      given: ast.args.length,
    });
    return undefined;
  }
  return placed;
}

export function printSignature(fn: string, params: readonly Param[], zoned = false): string {
  const parts = params.map((param) => {
    if (param.rest === true) return `${param.name}, …`;
    return param.optional === true ? `[${param.name}]` : param.name;
  });
  return `${fn}(${[...parts, ...(zoned ? ["[zone]"] : [])].join(", ")})`;
}

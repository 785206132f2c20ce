import { nearest } from "../diagnostics/suggest.js";
import { fitName } from "../bind/dependencies.js";
import {
  aggregateNamed,
  aggregateNames,
  isAggregateName,
} from "../functions/aggregates/aggregate.table.js";
import type { ArgumentProblem, Param } from "../functions/definition.js";
import { functionNamed, functionNames, isFunctionName } from "../functions/registry.js";
import type { CallableName, FunctionName } from "../functions/registry.js";
import type { CallAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { numberType } from "../types/type.js";
import type { Type } from "../types/type.js";
import { insteadOf } from "./call-names.table.js";
import { coerce } from "./coerce.js";
import type { LowerContext } from "./context.js";
import { inlineFunction } from "./inline-function.js";
import { lowerAggregate } from "./lower-aggregate.js";
import { lowerArgument } from "./lower-argument.js";
import { lowerFormula } from "./lower-formula.js";
import { lowerMultiHot } from "./lower-multi-hot.js";
import { lowerOneHot } from "./lower-encode.js";
import { placeArguments, printSignature } from "./place-arguments.js";
import { callInZone, takeZone, zoneHasTimestamp } from "./zoned-call.js";
import { reportUnknownEnumValue } from "./lower-operator.js";

export function lowerCall(ast: CallAst, context: LowerContext): Expr {
  const userFunction = context.functions.get(ast.callee);
  if (userFunction !== undefined) return inlineFunction(userFunction, ast, context);
  if (context.scope.maps.has(ast.callee) && !isCallOfBuiltIn(ast)) {
    context.collector.report("name/not-a-value", ast.calleeSpan, {
      name: ast.callee,
      what: "a map",
      instead: `${ast.callee}[key]`,
    });
    return build.invalid(ast.span);
  }
  if (ast.callee === "one_hot") return lowerOneHot(ast, context);
  if (ast.callee === "multi_hot") return lowerMultiHot(ast, context);
  if ((ast.callee === "min" || ast.callee === "max") && ast.args.length > 1) {
    context.collector.report("name/unknown-function", ast.calleeSpan, {
      name: ast.callee,
      suggestion: undefined,
      instead: ast.callee === "min" ? "`least(a, b)`" : "`greatest(a, b)`",
    });
    return build.invalid(ast.span);
  }
  if (isAggregateName(ast.callee)) return lowerAggregate(ast.callee, ast, context);
  if (!isFunctionName(ast.callee)) {
    context.collector.report("name/unknown-function", ast.calleeSpan, {
      name: ast.callee,
      suggestion:
        insteadOf[ast.callee] === undefined
          ? nearest(ast.callee, [
              ...functionNames,
              ...aggregateNames,
              "one_hot",
              "multi_hot",
              ...context.functions.keys(),
            ])
          : undefined,
      instead: insteadOf[ast.callee],
    });
    for (const argument of ast.args) lowerFormula(argument.value, context);
    return build.invalid(ast.span);
  }
  const clause = ast.selection;
  if (clause !== undefined) {
    const { file, start } = clause.span;
    const word = file.text.slice(start, clause.span.end).split(/\s/, 1)[0] ?? "";
    context.collector.report("aggregate/not-one", clause.span, { name: ast.callee, clause: word });
    return build.invalid(ast.span);
  }
  return lowerBuiltIn(ast.callee, ast, context);
}

/** With fewer arguments than an aggregate takes, a map of the same name is meant. */
function isCallOfBuiltIn({ callee, args }: CallAst): boolean {
  if (isFunctionName(callee)) return true;
  if (!isAggregateName(callee)) return false;
  const { params } = aggregateNamed(callee);
  return args.length > params.filter((param) => param.optional !== true).length;
}

function lowerBuiltIn(fn: CallableName, call: CallAst, context: LowerContext): Expr {
  const definition = functionNamed(fn);
  const zoned = takeZone(definition, call, context);
  const { ast } = zoned;
  const placed = placeArguments(
    printSignature(fn, definition.params, definition.zoned),
    definition.params,
    ast,
    context,
  );
  if (placed === undefined) return build.invalid(ast.span);
  const args: Expr[] = [];
  for (const { param, argument } of placed) args.push(lowerArgument(fn, param, argument, context));
  if (args.some((arg) => arg.kind === "Invalid")) return build.invalid(ast.span);
  if (args.some((arg) => arg.kind === "Missing")) {
    context.collector.report("type/always-missing", ast.span, {});
    return build.invalid(ast.span);
  }
  const constants = args.map((arg) => (arg.kind === "Literal" ? arg.value : undefined));
  const problem = definition.checkConstants?.(constants);
  if (problem !== undefined) {
    if (reportUnusableFit(fn, args, problem, context)) return build.invalid(ast.span);
    reportBadArgument(fn, args[problem.argument], problem, ast, context);
    return build.invalid(ast.span);
  }
  if (!keysFit(fn, definition.params, args, context)) return build.invalid(ast.span);
  const type = definition.result(args.map((arg) => arg.type));
  if (zoned.zone === undefined || !zoneHasTimestamp(zoned, args, context)) {
    return build.invalid(ast.span);
  }
  return callInZone(fn, sameNumbers(definition.params, args, type), type, zoned);
}

function reportBadArgument(
  fn: FunctionName,
  argument: Expr | undefined,
  { problem, pattern }: ArgumentProblem,
  ast: CallAst,
  { collector }: LowerContext,
): void {
  const span = argument?.span ?? ast.span;
  if (pattern === undefined) {
    collector.report("type/bad-argument", span, { function: fn, problem });
    return;
  }
  const { start, end, reason, hint, kind } = pattern;
  // Escapes and doubled quotes move what follows them; then the whole literal is shown.
  const isVerbatim =
    argument?.kind === "Literal" &&
    span.file.text.slice(span.start + 1, span.end - 1) === argument.value;
  const from = span.start + 1 + start;
  const to = span.start + 1 + Math.max(end, start + 1);
  const place = isVerbatim ? { ...span, start: from, end: Math.min(to, span.end) } : span;
  if (kind === "class") collector.report("type/bad-class", place, { function: fn, reason, hint });
  else if (kind === "group") collector.report("type/bad-group", place, { reason, hint });
  else collector.report("type/bad-pattern", place, { reason, hint });
}

/** A learned constant that a function cannot take, such as a standard deviation of 0; false for a written one. */
function reportUnusableFit(
  fn: FunctionName,
  args: readonly Expr[],
  { argument, problem }: ArgumentProblem,
  { collector }: LowerContext,
): boolean {
  const blamed = args[argument];
  const fitted = [blamed, ...args].find((arg) => arg?.kind === "Literal" && arg.fit !== undefined);
  if (fitted?.kind !== "Literal" || fitted.fit === undefined) return false;
  collector.report("fit/unusable-value", fitted.span, {
    name: fitName(fitted.fit),
    function: fn,
    problem,
  });
  return true;
}

/** A value that is looked up in a list of keys is of their kind; an enum can be each of them. */
function keysFit(
  fn: FunctionName,
  params: readonly Param[],
  args: readonly Expr[],
  context: LowerContext,
): boolean {
  const value = args[params.findIndex((param) => param.type === "key")];
  const keys = args[params.findIndex((param) => param.type === "key list")];
  if (value === undefined || keys?.kind !== "Literal" || !Array.isArray(keys.value)) return true;
  const texts = keys.value.filter((key) => typeof key === "string");
  if ((value.type.kind === "int") === texts.length > 0) {
    context.collector.report("type/argument", keys.span, {
      function: fn,
      param: params.find((param) => param.type === "key list")?.name ?? "values",
      wanted: value.type.kind === "int" ? "a list of ints" : "a list of texts",
      actual: texts.length > 0 ? "list of texts" : "list of ints",
    });
    return false;
  }
  const { type } = value;
  if (type.kind !== "enum" || value.kind === "Literal") return true;
  return !texts.some((key) => reportUnknownEnumValue(key, value, keys.span, context));
}

/** Arguments of a function on numbers are widened together, so that `least(1, 2.5)` is one type. */
function sameNumbers(
  params: readonly Param[],
  args: readonly Expr[],
  result: Type,
): readonly Expr[] {
  if (result.kind !== "number") return args;
  return args.map((arg, i) => {
    const param = params[Math.min(i, params.length - 1)];
    return param?.type === "number" && arg.type.kind === "int" ? coerce(arg, numberType) : arg;
  });
}

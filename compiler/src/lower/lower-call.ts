import { assertNever } from "../base/assert.js";
import { nearest } from "../diagnostics/suggest.js";
import { fitName } from "../bind/dependencies.js";
import type { ArgumentProblem, Param, ParamType } from "../functions/definition.js";
import { functionNamed, functionNames, isFunctionName } from "../functions/registry.js";
import type { CallableName, FunctionName } from "../functions/registry.js";
import type { ArgumentAst, CallAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { intType, numberType, printType, stringType } from "../types/type.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";
import { aggregateNames, insteadOf } from "./call-names.table.js";
import { coerce, copyOfSimple } from "./coerce.js";
import type { BoundFunction, LowerContext } from "./context.js";
import { fitOf, withFittedValues } from "./fitted-values.js";
import { constantOf, isReported } from "./lower-constant.js";
import { lowerFormula } from "./lower-formula.js";
import { lowerOneHot } from "./lower-encode.js";
import { callInZone, takeZone, zoneHasTimestamp } from "./zoned-call.js";
import { reportUnknownEnumValue } from "./lower-operator.js";

export function lowerCall(ast: CallAst, context: LowerContext): Expr {
  const userFunction = context.functions.get(ast.callee);
  if (userFunction !== undefined) return inlineFunction(userFunction, ast, context);
  if (context.scope.maps.has(ast.callee) && !isFunctionName(ast.callee)) {
    context.collector.report("name/not-a-value", ast.calleeSpan, {
      name: ast.callee,
      what: "a map",
      instead: `${ast.callee}[key]`,
    });
    return build.invalid(ast.span);
  }
  if (ast.callee === "one_hot") return lowerOneHot(ast, context);
  if ((ast.callee === "min" || ast.callee === "max") && ast.args.length > 1) {
    context.collector.report("name/unknown-function", ast.calleeSpan, {
      name: ast.callee,
      suggestion: undefined,
      instead: ast.callee === "min" ? "`least(a, b)`" : "`greatest(a, b)`",
    });
    return build.invalid(ast.span);
  }
  if (ast.selection !== undefined || aggregateNames.has(ast.callee)) {
    context.collector.report("name/not-supported-yet", ast.span, {
      construct: `the aggregate ${ast.callee}(…)`,
    });
    return build.invalid(ast.span);
  }
  if (!isFunctionName(ast.callee)) {
    context.collector.report("name/unknown-function", ast.calleeSpan, {
      name: ast.callee,
      suggestion:
        insteadOf[ast.callee] === undefined
          ? nearest(ast.callee, [...functionNames, "one_hot", ...context.functions.keys()])
          : undefined,
      instead: insteadOf[ast.callee],
    });
    for (const argument of ast.args) lowerFormula(argument.value, context);
    return build.invalid(ast.span);
  }
  return lowerBuiltIn(ast.callee, ast, context);
}

function lowerBuiltIn(fn: CallableName, call: CallAst, context: LowerContext): Expr {
  const definition = functionNamed(fn);
  const zoned = takeZone(definition, call, context);
  const { ast } = zoned;
  const placed = placeArguments(fn, definition.params, ast, context);
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
    context.collector.report("type/bad-argument", args[problem.argument]?.span ?? ast.span, {
      function: fn,
      problem: problem.problem,
    });
    return build.invalid(ast.span);
  }
  if (!keysFit(fn, definition.params, args, context)) return build.invalid(ast.span);
  const type = definition.result(args.map((arg) => arg.type));
  if (zoned.zone === undefined || !zoneHasTimestamp(zoned, args, context)) {
    return build.invalid(ast.span);
  }
  return callInZone(fn, sameNumbers(definition.params, args, type), type, zoned);
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

interface PlacedArgument {
  readonly param: Param;
  readonly argument: ArgumentAst;
}

/** Brings named arguments into the order of the parameters; counts them. */
function placeArguments(
  fn: FunctionName,
  params: readonly Param[],
  ast: CallAst,
  context: LowerContext,
): readonly PlacedArgument[] | undefined {
  const placed: PlacedArgument[] = [];
  const signature = printSignature(fn, params, functionNamed(fn).zoned);
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

function lowerArgument(
  fn: string,
  param: Param,
  argument: ArgumentAst,
  context: LowerContext,
): Expr {
  const { span } = argument.value;
  if (param.constant === true) {
    const constant = constantOf(argument.value);
    if (isReported(argument.value)) return build.invalid(span);
    if (constant === undefined) {
      context.collector.report("type/constant-needed", span, {
        what: `the argument ${param.name} of ${fn}`,
      });
      return build.invalid(span);
    }
    const type = constantType(param.type, constant);
    if (type === undefined)
      return reportArgument(fn, param, span, describeConstant(constant), context);
    return build.literal(constant, type, span, fitOf(argument.value));
  }
  const value = lowerFormula(argument.value, context);
  if (value.kind === "Invalid" || value.kind === "Missing") return value;
  if (!accepts(param.type, value.type)) {
    return reportArgument(fn, param, span, printType(value.type), context);
  }
  return param.type === "string" ? coerce(value, stringType) : value;
}

function reportArgument(
  fn: string,
  param: Param,
  span: Expr["span"],
  actual: string,
  context: LowerContext,
): Expr {
  context.collector.report("type/argument", span, {
    function: fn,
    param: param.name,
    wanted: describeParam(param.type),
    actual,
  });
  return build.invalid(span);
}

function accepts(param: ParamType, type: Type): boolean {
  switch (param) {
    case "number":
      return type.kind === "number" || type.kind === "int";
    case "int":
    case "bool":
    case "date":
    case "timestamp":
    case "duration":
      return type.kind === param;
    case "string":
      return type.kind === "string" || type.kind === "enum";
    case "day":
      return type.kind === "date" || type.kind === "timestamp";
    case "key":
      return ["string", "enum", "id", "int"].includes(type.kind);
    case "number list":
    case "key list":
    case "point list":
      return false;
    default:
      return assertNever(param);
  }
}

/** The type of a literal argument, or undefined where it is of the wrong kind. */
function constantType(param: ParamType, constant: Constant): Type | undefined {
  const list = (element: Type): Type => ({
    kind: "list",
    element: { type: element, optional: false },
  });
  switch (param) {
    case "number":
      return typeof constant === "number" ? numberType : undefined;
    case "int":
      return typeof constant === "number" && Number.isInteger(constant) ? intType : undefined;
    case "bool":
      return typeof constant === "boolean" ? { kind: "bool" } : undefined;
    case "string":
      return typeof constant === "string" ? stringType : undefined;
    case "key":
      if (typeof constant === "string") return stringType;
      return typeof constant === "number" && Number.isInteger(constant) ? intType : undefined;
    case "number list":
      return Array.isArray(constant) && constant.every((item) => typeof item === "number")
        ? list(numberType)
        : undefined;
    case "key list":
      if (!Array.isArray(constant)) return undefined;
      if (constant.every((item) => typeof item === "string")) return list(stringType);
      return constant.every((item) => Number.isInteger(item)) ? list(intType) : undefined;
    case "point list":
      return Array.isArray(constant) && constant.every(isPoint)
        ? list(list(numberType))
        : undefined;
    case "date":
    case "timestamp":
    case "day":
    case "duration":
      return typeof constant === "number" ? { kind: param === "day" ? "date" : param } : undefined;
    default:
      return assertNever(param);
  }
}

function isPoint(constant: Constant): boolean {
  return (
    Array.isArray(constant) &&
    constant.length === 2 &&
    constant.every((item) => typeof item === "number")
  );
}

function describeConstant(constant: Constant): string {
  if (Array.isArray(constant)) return "list";
  if (typeof constant === "string") return "text";
  return typeof constant === "boolean" ? "bool" : "number";
}

function describeParam(param: ParamType): string {
  const words: Record<ParamType, string> = {
    number: "a number",
    int: "an int",
    bool: "a bool",
    string: "a string",
    date: "a date",
    timestamp: "a timestamp",
    duration: "a duration",
    day: "a date or a timestamp",
    key: "a string, an enum, an id or an int",
    "number list": "a list of numbers such as [0, 10, 100]",
    "key list": 'a list of texts such as ["a", "b"] or of ints',
    "point list": "a list of points such as [[0, 0], [10, 1]]",
  };
  return words[param];
}

/** Writes a user's function out: arguments are bound once, in order, and its body is lowered with them. */
function inlineFunction(fn: BoundFunction, ast: CallAst, context: LowerContext): Expr {
  const name = fn.ast.name.value;
  if (context.callStack.includes(name)) {
    context.collector.report("name/recursive-function", ast.calleeSpan, {
      cycle: [...context.callStack.slice(context.callStack.indexOf(name)), name],
    });
    return build.invalid(ast.span);
  }
  const named = ast.args.find((argument) => argument.name !== undefined);
  const signature = `${name}(${fn.params.join(", ")})`;
  if (named?.name !== undefined) {
    context.collector.report("type/argument-name", named.span, { signature, name: named.name });
    return build.invalid(ast.span);
  }
  if (ast.args.length !== fn.params.length) {
    context.collector.report("type/argument-count", ast.span, {
      signature,
      given: ast.args.length,
    });
    return build.invalid(ast.span);
  }
  const params = new Map<string, () => Expr>();
  const bound: { readonly id: number; readonly name: string; readonly value: Expr }[] = [];
  for (const [i, param] of fn.params.entries()) {
    const argument = ast.args[i];
    if (argument === undefined) continue;
    const value = lowerFormula(argument.value, context);
    if (copyOfSimple(value) !== undefined) {
      params.set(param, () => copyOfSimple(value) ?? value);
    } else {
      const id = context.nextLocal();
      bound.push({ id, name: param, value });
      params.set(param, () => build.localRef(id, param, value.type, value.span));
    }
  }
  const body = lowerFormula(withFittedValues(fn.body, context), {
    ...context,
    params,
    callStack: [...context.callStack, name],
  });
  if (body.kind === "Invalid") return build.invalid(ast.span);
  return bound.reduceRight<Expr>(
    (inner, { id, name: local, value }) => build.let(id, local, value, inner, ast.span),
    body,
  );
}

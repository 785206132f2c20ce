import { assertNever } from "../base/assert.js";
import type { Param, ParamType } from "../functions/definition.js";
import type { ArgumentAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { intType, numberType, printType, stringType } from "../types/type.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";
import { coerce } from "./coerce.js";
import type { LowerContext } from "./context.js";
import { fitOf } from "./fitted-values.js";
import { constantOf, isReported } from "./lower-constant.js";
import { lowerFormula } from "./lower-formula.js";

/** One argument of a function, of the type that the parameter wants; or reported. */
export function lowerArgument(
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
    case "text list":
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
    case "text list":
      return Array.isArray(constant) && constant.every((item) => typeof item === "string")
        ? list(stringType)
        : undefined;
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
    "text list": 'a list of texts such as ["a", "b"]',
    "point list": "a list of points such as [[0, 0], [10, 1]]",
  };
  return words[param];
}

import type { CallAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { printType } from "../types/type.js";
import type { Constant } from "../types/value.js";
import type { LowerContext } from "./context.js";
import { constantOf, isReported } from "./lower-constant.js";
import { widthLimit } from "./lower-encode.js";
import { lowerFormula } from "./lower-formula.js";

const signature = "multi_hot(list, [values])";

/** `multi_hot(split(genres, ","), ["drama", "comedy"])`: a cell per value, 1 where the list has it. */
export function lowerMultiHot(ast: CallAst, context: LowerContext): Expr {
  const [listAst, valuesAst] = ast.args;
  if (listAst === undefined || valuesAst === undefined || ast.args.length > 2) {
    context.collector.report("type/argument-count", ast.span, {
      signature,
      given: ast.args.length,
    });
    return build.invalid(ast.span);
  }
  const list = lowerFormula(listAst.value, { ...context, element: null });
  if (list.kind === "Invalid" || isReported(valuesAst.value)) return build.invalid(ast.span);
  const { type } = list;
  const element = type.kind === "list" ? type.element.type : undefined;
  if (element === undefined || !["string", "enum", "id", "int"].includes(element.kind)) {
    context.collector.report("type/argument", list.span, {
      function: "multi_hot",
      param: "list",
      wanted: "a list of texts or of ints",
      actual: printType(type),
    });
    return build.invalid(ast.span);
  }
  const values = constantOf(valuesAst.value);
  const wanted = element.kind === "int" ? "number" : "string";
  const problem = Array.isArray(values) ? problemOf(values, wanted) : "they are no list";
  if (!Array.isArray(values) || problem !== undefined) {
    context.collector.report("type/bad-argument", valuesAst.value.span, {
      function: "multi_hot",
      problem: problem ?? "",
    });
    return build.invalid(ast.span);
  }
  return build.multiHot(list, values.filter(isSingle), ast.span);
}

function problemOf(values: readonly Constant[], wanted: "number" | "string"): string | undefined {
  if (values.length === 0) return "it needs at least one value";
  if (values.length > widthLimit) {
    return `${values.length} values are more than the ${widthLimit} that it may have`;
  }
  const odd = values.find((value) => typeof value !== wanted);
  if (odd !== undefined) {
    return `${JSON.stringify(odd)} is no ${wanted === "number" ? "int" : "text"} as the elements are`;
  }
  const twice = values.find((value, i) => values.indexOf(value) < i);
  return twice === undefined ? undefined : `${JSON.stringify(twice)} stands in the list twice`;
}

function isSingle(value: Constant): value is number | string | boolean {
  return typeof value !== "object";
}

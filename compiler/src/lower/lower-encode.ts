import type { CallAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import type { LowerContext } from "./context.js";
import { constantOf, isReported } from "./lower-constant.js";
import { lowerFormula } from "./lower-formula.js";
import { compareExprs, reportUnknownEnumValue } from "./lower-operator.js";

const signature = "one_hot(value, [values])";
/** Wider vectors are refused. */
export const widthLimit = 10_000;

/** `one_hot(x, ["a", "b"])`, or `one_hot(x)` of an enum: one cell per value. */
export function lowerOneHot(ast: CallAst, context: LowerContext): Expr {
  const [operandAst, valuesAst] = ast.args;
  if (operandAst === undefined || ast.args.length > 2) {
    context.collector.report("type/argument-count", ast.span, {
      signature,
      given: ast.args.length,
    });
    return build.invalid(ast.span);
  }
  const operand = lowerFormula(operandAst.value, context);
  if (operand.kind === "Invalid") return operand;
  if (valuesAst === undefined) {
    if (operand.type.kind === "enum") return build.oneHot(operand, operand.type.values, ast.span);
    context.collector.report("type/argument-count", ast.span, {
      signature,
      given: ast.args.length,
    });
    return build.invalid(ast.span);
  }
  const list = valuesAst.value;
  if (isReported(list)) return build.invalid(ast.span);
  const constants = constantOf(list);
  if (list.kind !== "ListAst" || !Array.isArray(constants) || constants.length === 0) {
    context.collector.report("type/constant-needed", list.span, { what: "the values of one_hot" });
    return build.invalid(ast.span);
  }
  if (constants.length > widthLimit) {
    context.collector.report("type/bad-argument", list.span, {
      function: "one_hot",
      problem: `${constants.length} values are more than the ${widthLimit} that one_hot may have`,
    });
    return build.invalid(ast.span);
  }
  const values: (number | string | boolean)[] = [];
  for (const item of list.items) {
    const value = oneHotValue(lowerFormula(item, context), operand, values, context);
    if (value === undefined) return build.invalid(ast.span);
    values.push(value);
  }
  return build.oneHot(operand, values, ast.span);
}

function oneHotValue(
  literal: Expr,
  operand: Expr,
  before: readonly (number | string | boolean)[],
  context: LowerContext,
): number | string | boolean | undefined {
  if (literal.kind !== "Literal" || typeof literal.value === "object") {
    if (literal.kind !== "Invalid") {
      context.collector.report("type/constant-needed", literal.span, {
        what: "the values of one_hot",
      });
    }
    return undefined;
  }
  if (before.includes(literal.value)) {
    context.collector.report("type/bad-argument", literal.span, {
      function: "one_hot",
      problem: `${JSON.stringify(literal.value)} stands in the list twice`,
    });
    return undefined;
  }
  if (operand.type.kind === "enum" && typeof literal.value === "string") {
    if (reportUnknownEnumValue(literal.value, operand, literal.span, context)) {
      return undefined;
    }
  }
  const comparison = compareExprs("==", operand, literal, literal.span, context);
  return comparison.kind === "Invalid" ? undefined : literal.value;
}

import type { IToken } from "chevrotain";
import type { FormulaAst } from "./ast.js";
import { invalid } from "./build-context.js";
import type { BuildContext, Built } from "./build-context.js";

/** Powers are unrolled to multiplications; larger exponents are the business of `pow`. */
export const exponentLimit = 16;

export function buildPower(
  base: Built,
  operator: IToken,
  exponent: Built,
  context: BuildContext,
): Built {
  const { start } = base;
  const { end } = exponent;
  const { report } = context;
  const value = literalInteger(exponent.ast);
  if (value !== undefined && Math.abs(value) <= exponentLimit) {
    return {
      ast: {
        kind: "PowerAst",
        base: base.ast,
        exponent: value,
        exponentSpan: report.span(exponent.start, end),
        span: report.span(start, end),
      },
      start,
      end,
    };
  }
  // `**` was answered with `pow` already.
  if (!context.reported.has(operator) && exponent.ast.kind !== "InvalidAst") {
    report.report("formula/exponent", exponent.start, end, {
      problem: value === undefined ? "not-literal" : "too-large",
      text: report.quote(exponent.start, end),
      base: report.quote(start, base.end),
    });
  }
  return invalid(context, start, end);
}

function literalInteger(ast: FormulaAst): number | undefined {
  if (ast.kind === "NumberAst") return ast.integral ? ast.value : undefined;
  if (ast.kind !== "NegateAst" || ast.operand.kind !== "NumberAst" || !ast.operand.integral) {
    return undefined;
  }
  return ast.operand.value === 0 ? 0 : -ast.operand.value;
}

import type { IToken } from "chevrotain";
import type { FormulaAst } from "./ast.js";
import type { ExpressionCstNode, OperandCstNode } from "./formula-cst.js";
import type { FormulaReport } from "./formula-report.js";

/** A node with the offsets that it takes in the text, parentheses around it included. */
export interface Built {
  readonly ast: FormulaAst;
  readonly start: number;
  readonly end: number;
}

/** What the parts of the builder share; it carries their mutual recursion as well. */
export interface BuildContext {
  readonly report: FormulaReport;
  /** Tokens that a diagnostic names already. */
  readonly reported: ReadonlySet<IToken>;
  readonly expression: (node: ExpressionCstNode) => Built;
  /** The operand without the prefix operators before it. */
  readonly operand: (node: OperandCstNode) => Built;
}

export function invalid(context: BuildContext, start: number, end: number): Built {
  return { ast: { kind: "InvalidAst", span: context.report.span(start, end) }, start, end };
}

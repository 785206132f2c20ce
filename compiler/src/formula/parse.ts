import type { IToken } from "chevrotain";
import { spanOf } from "../base/source.js";
import type { SourceFile } from "../base/source.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FormulaText } from "../base/formula-text.js";
import type { FormulaAst } from "./ast.js";
import { buildFormula } from "./build-ast.js";
import { reportSyntaxError } from "./error-wording.js";
import type { FormulaCstNode } from "./formula-cst.js";
import { FormulaReport } from "./formula-report.js";
import { formulaParser } from "./grammar.js";
import { lexFormula } from "./lexer.js";
import { withinLimits } from "./limits.js";
import { pairBrackets } from "./pair-brackets.js";
import { besideLeftOut, leaveOutPart } from "./recover.js";

export interface ParsedFormula {
  /** What was read; InvalidAst stands for each part that a diagnostic refuses. */
  readonly ast: FormulaAst;
  /** In the order of the text; all are errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a formula of any text, without throwing. */
export function parseFormula(formula: FormulaText): ParsedFormula {
  if (formula.reported === true) {
    return { ast: { kind: "InvalidAst", span: formula.span }, diagnostics: [] };
  }
  const report = new FormulaReport(formula);
  const ast = readFormula(formula, report);
  return { ast, diagnostics: report.diagnostics };
}

/** A formula that stands in no spec: its spans point into a file that holds nothing else. */
export function parseFormulaText(text: string): ParsedFormula {
  const file: SourceFile = { path: "formula", text };
  return parseFormula({
    text,
    span: spanOf(file, 0, text.length),
    at: (start, end) => spanOf(file, start, end),
  });
}

function readFormula(formula: FormulaText, report: FormulaReport): FormulaAst {
  const invalid: FormulaAst = { kind: "InvalidAst", span: formula.span };
  const lexed = lexFormula(report);
  if (lexed.tokens.length === 0) {
    if (report.diagnostics.length === 0) {
      report.report("formula/empty", 0, formula.text.length, {});
    }
    return invalid;
  }
  const paired = pairBrackets(lexed.tokens, report);
  if (!withinLimits(paired.tokens, report)) return invalid;
  return (
    parseTokens(paired.tokens, lexed.reported, lexed.lostText || paired.repaired, report) ?? invalid
  );
}

/** Each round leaves out one part that cannot be read; a formula with more mistakes is given up. */
const roundLimit = 24;

function parseTokens(
  tokens: readonly IToken[],
  reported: Set<IToken>,
  structureReported: boolean,
  report: FormulaReport,
): FormulaAst | undefined {
  const parser = formulaParser();
  let readable = tokens;
  for (let round = 0; round < roundLimit; round++) {
    parser.input = [...readable];
    const tree = parser.formula() as FormulaCstNode;
    const error = parser.errors[0];
    if (error === undefined) return buildFormula(tree, reported, report);
    const found = readable.indexOf(error.token);
    const at = found === -1 ? readable.length : found;
    const consequence =
      structureReported ||
      besideLeftOut(readable, at) ||
      [readable[at - 1], readable[at]].some((token) => token !== undefined && reported.has(token));
    if (!consequence) reportSyntaxError(readable, at, error, reported, report);
    readable = leaveOutPart(readable, at);
  }
  return undefined;
}

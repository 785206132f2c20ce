import type { Located } from "../base/source.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { FormulaText } from "../spec/ast.js";
import { parseUnit } from "../types/parse-unit.js";

/** A declared unit that can be read; one that cannot is reported and then counts as not declared. */
export function lowerUnit(
  ast: FormulaText | undefined,
  collector: DiagnosticCollector,
): Located<string> | undefined {
  if (ast === undefined) return undefined;
  const read = parseUnit(ast.text);
  if ("unit" in read) return { value: ast.text.trim(), span: ast.span };
  const { start, end, problem, suggestion } = read.error;
  const span = ast.text === "" ? ast.span : ast.at(start, end);
  collector.report("unit/syntax", span, { text: ast.text, problem, suggestion });
  return undefined;
}

import { parseFormula } from "../formula/parse.js";
import { printFormula } from "../formula/print.js";
import type { Expr } from "../ir/nodes.js";
import { walk } from "../ir/children.js";
import type { Matrix, MatrixColumn, Step } from "../ir/program.js";
import type { FormulaText, MatrixAst } from "../spec/ast.js";
import { printType } from "../types/type.js";
import { isNumeric } from "../types/type.js";
import type { LowerContext } from "./context.js";
import { withFittedValues } from "./fitted-values.js";
import { lowerFormula } from "./lower-formula.js";

export function lowerMatrix(
  ast: MatrixAst,
  steps: ReadonlyMap<string, Step>,
  context: LowerContext,
): Matrix {
  const seen = new Set<string>();
  const columns: MatrixColumn[] = [];
  for (const text of ast.columns) {
    const column = lowerColumn(text, steps, context);
    if (column === undefined) continue;
    if (seen.has(column.text)) {
      context.collector.report("name/duplicate-column", column.span, { column: column.text });
      continue;
    }
    seen.add(column.text);
    columns.push(column);
  }
  return {
    name: ast.name.value,
    dtype: ast.dtype,
    missing: ast.missing.value,
    columns,
    span: ast.span,
  };
}

function lowerColumn(
  text: FormulaText,
  steps: ReadonlyMap<string, Step>,
  context: LowerContext,
): MatrixColumn | undefined {
  const { ast, diagnostics } = parseFormula(text);
  context.collector.add(diagnostics);
  const formula = lowerFormula(withFittedValues(ast, context), context);
  if (formula.kind === "Invalid") return undefined;
  const { kind } = formula.type;
  const fits = kind === "number" || kind === "int" || kind === "bool" || kind === "vector";
  if (!fits) {
    context.collector.report("type/column", text.span, {
      column: text.text,
      type: printType(formula.type),
      values: formula.type.kind === "enum" ? formula.type.values : undefined,
      timeLike: isNumeric(formula.type),
    });
    return undefined;
  }
  const feature = firstFeature(formula);
  if (feature === undefined) {
    context.collector.report("name/not-a-feature", text.span, {
      name: text.text,
      suggestion: undefined,
    });
    return undefined;
  }
  const canonical = printFormula(ast);
  return {
    formula,
    text: canonical,
    feature,
    cells: cellNames(formula, canonical, steps),
    span: text.span,
  };
}

function firstFeature(formula: Expr): string | undefined {
  let found: string | undefined;
  walk(formula, (expr) => {
    if (expr.kind === "FeatureRef") found ??= expr.name;
  });
  return found;
}

/** One name per cell; those of a one-hot vector say the value: `employment=salaried`. */
function cellNames(
  formula: Expr,
  canonical: string,
  steps: ReadonlyMap<string, Step>,
): readonly string[] {
  if (formula.type.kind !== "vector") return [canonical];
  const source = formula.kind === "FeatureRef" ? steps.get(formula.name)?.formula : formula;
  if (source?.kind === "Encode") {
    const name =
      formula.kind === "FeatureRef" ? formula.name : (firstFeature(source.operand) ?? canonical);
    return source.values.map((value) => `${name}=${value}`);
  }
  return Array.from({ length: formula.type.length }, (_, i) => `${canonical}[${i}]`);
}

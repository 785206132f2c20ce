import type { SourceData } from "../../compiler/src/interpret/source-data.js";
import { unknownEntity } from "../../compiler/src/interpret/source-data.js";
import { bind, chosenBranch, evaluateExpr } from "../../compiler/src/interpret/evaluate-expr.js";
import type { EvaluationRow } from "../../compiler/src/interpret/evaluate-expr.js";
import { evaluateStep } from "../../compiler/src/interpret/evaluate-step.js";
import { momentOf } from "../../compiler/src/interpret/evaluate-program.js";
import { elementsOf } from "../../compiler/src/interpret/evaluate-aggregate.js";
import { childrenOf, rowParts } from "../../compiler/src/ir/children.js";
import type { Facts } from "../../compiler/src/ir/facts.js";
import type { Expr } from "../../compiler/src/ir/nodes.js";
import type { Program } from "../../compiler/src/ir/program.js";
import type { Domain, Fact } from "../../compiler/src/types/domain.js";
import type { PresentValue, Value } from "../../compiler/src/types/value.js";
import { contains } from "../unit/types/random-domain.js";

/**
 * What one row shows to be wrong about the facts of a program: every expression that the row reaches is
 * evaluated and held against its fact, and so is every step. Stops where a value leaves a range without a rule,
 * for which the spec is refused anyway.
 */
export function factViolations(
  program: Program,
  facts: Facts,
  input: Readonly<Record<string, Value>>,
  asOf: number,
  sources: SourceData = unknownEntity(program),
): readonly string[] {
  const found: string[] = [];
  const steps = new Map<string, Value>();
  const imputed = new Set<string>();
  const moment = momentOf(program, input, asOf);
  const row: EvaluationRow = {
    input,
    sources,
    asOf: moment,
    steps,
    outputs: {},
    locals: new Map(),
  };
  for (const step of program.steps) {
    const fact = facts.step(step.name);
    if (step.indicatorOf !== null) {
      steps.set(step.name, imputed.has(step.indicatorOf));
      continue;
    }
    const computed = visit(step.formula, row, facts, found);
    const result = evaluateStep(step, row);
    const outside = typeof computed === "number" && isOutside(computed, step.range);
    if (outside && !fact.mayBeOutside) found.push(`${step.name} leaves its range: ${computed}`);
    if (result.rejected !== null || (outside && step.outside === null)) break;
    if (result.wasMissing && step.impute !== null) visit(step.impute, row, facts, found);
    if (result.wasMissing) imputed.add(step.name);
    if (result.wasMissing && !fact.mayBeImputed) found.push(`${step.name} is missing`);
    const problem = contradicts(fact.final, result.value);
    if (problem !== undefined) found.push(`${step.name} in the end ${problem}`);
    const lost = result.value === null && step.impute === null && !fact.mayBeImputed;
    if (lost) found.push(`${step.name} has no value`);
    steps.set(step.name, result.value);
  }
  return found;
}

/** Evaluates as the interpreter does, and only what it needs for this row. */
function visit(expr: Expr, row: EvaluationRow, facts: Facts, found: string[]): Value {
  const inner = (child: Expr, within = row): Value => visit(child, within, facts, found);
  const value = evaluateExpr(expr, row);
  const text = expr.span.file.text.slice(expr.span.start, expr.span.end);
  if (!facts.isReachable(expr))
    found.push(`\`${text}\` is never reached, and gives ${String(value)}`);
  const problem = contradicts(facts.of(expr), value);
  if (problem !== undefined) found.push(`\`${text}\` ${problem}`);
  switch (expr.kind) {
    case "Let":
      inner(expr.body, bind(row, expr.id, inner(expr.value)));
      break;
    case "Coalesce":
      if (inner(expr.left) === null) inner(expr.right);
      break;
    case "Logic": {
      const left = inner(expr.left);
      if (left !== (expr.operator === "or")) inner(expr.right);
      break;
    }
    case "Case": {
      const chosen = chosenBranch(expr, row);
      for (const arm of expr.arms) if (inner(arm.condition) === true) break;
      inner(chosen);
      break;
    }
    case "Aggregate": {
      rowParts(expr.collection).forEach((part) => inner(part));
      for (const { value: element } of elementsOf(expr, row, evaluateExpr) ?? []) {
        const at = { ...row, element };
        const counts = expr.where === null || inner(expr.where, at) === true;
        if (counts && expr.element !== null) inner(expr.element, at);
      }
      break;
    }
    default:
      for (const child of childrenOf(expr)) inner(child);
  }
  return value;
}

function contradicts(fact: Fact, value: Value): string | undefined {
  if (value === null) return fact.missing ? undefined : "is missing, which it never is";
  if (!fact.present) return `is ${JSON.stringify(value)}, and is always missing`;
  return includes(fact.domain, value)
    ? undefined
    : `is ${JSON.stringify(value)}, which is not in ${JSON.stringify(fact.domain)}`;
}

function includes(domain: Domain, value: PresentValue): boolean {
  switch (domain.kind) {
    case "number":
      return typeof value === "number" && contains(domain, value);
    case "bool":
      return value === true ? domain.mayBeTrue : domain.mayBeFalse;
    case "text": {
      if (typeof value !== "string") return false;
      const length = [...value].length;
      const fits =
        domain.length === undefined || (length >= domain.length.min && length <= domain.length.max);
      return fits && (domain.values?.includes(value) ?? true);
    }
    case "opaque":
      return true;
  }
}

function isOutside(
  value: number,
  range: { readonly low: number | null; readonly high: number | null } | null,
): boolean {
  if (range === null) return false;
  return (range.low !== null && value < range.low) || (range.high !== null && value > range.high);
}

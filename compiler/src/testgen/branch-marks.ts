import type { EvaluationRow } from "../interpret/evaluation-row.js";
import type { RowResult } from "../interpret/evaluate-program.js";
import { traceExpr } from "../interpret/trace.js";
import type { Trace } from "../interpret/trace.js";
import type { Expr } from "../ir/nodes.js";
import type { Program } from "../ir/program.js";
import type { Value } from "../types/value.js";

/** Begins a mark of a step as a whole; others are of one expression. */
export const stepMark = "step ";

/** Tells what a row reaches inside the formulas of a program. */
export class BranchMarks {
  readonly #program: Program;
  /** A number for each expression, in the order in which rows come to them. */
  readonly #numbers = new Map<Expr, number>();

  constructor(program: Program) {
    this.#program = program;
  }

  /** How each expression came out, and which steps were imputed or clamped. */
  ofSteps(row: EvaluationRow, { steps, imputed, clamped }: RowResult): readonly string[] {
    const marks = new Set<string>();
    for (const step of this.#program.steps) {
      if (step.indicatorOf === null) this.#visit(traceExpr(step.formula, row), marks);
      if (step.impute !== null && imputed.has(step.name)) {
        this.#visit(traceExpr(step.impute, row), marks);
        marks.add(`${stepMark}${step.name} imputed`);
      }
      if (clamped.has(step.name)) {
        const end = steps.get(step.name) === step.range?.high ? "high" : "low";
        marks.add(`${stepMark}${step.name} ${end}`);
      }
    }
    return [...marks];
  }

  /** The same of the policy, and what is decided. */
  ofPolicy(row: EvaluationRow, decisions: ReadonlyMap<string, Value>): readonly string[] {
    const marks = new Set<string>();
    const decided = { ...row, steps: new Map([...row.steps, ...decisions]) };
    for (const step of this.#program.policy) {
      this.#visit(traceExpr(step.formula, decided), marks);
      const value = decisions.get(step.name);
      if (typeof value !== "number") marks.add(`${stepMark}${step.name} ${JSON.stringify(value)}`);
    }
    return [...marks];
  }

  #visit(trace: Trace, marks: Set<string>): void {
    const { expr, value, parts, elements } = trace;
    let number = this.#numbers.get(expr);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(expr, number);
    }
    marks.add(`${number}${kindOf(value)}`);
    if (elements !== undefined) marks.add(`${number} of ${Math.min(elements, 2)}`);
    for (const part of parts) this.#visit(part, marks);
  }
}

function kindOf(value: Value): string {
  if (value === null) return "?";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value !== "number") return ".";
  return value === 0 ? "0" : value < 0 ? "-" : "+";
}

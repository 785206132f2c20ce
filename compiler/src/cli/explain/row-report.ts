import type { SourceData } from "../../interpret/source-data.js";
import type { Step, Program } from "../../ir/program.js";
import type { Expr } from "../../ir/nodes.js";
import { evaluateProgram, momentOf } from "../../interpret/evaluate-program.js";
import type { EvaluationRow } from "../../interpret/evaluation-row.js";
import { evaluateStep } from "../../interpret/evaluate-step.js";
import { traceExpr } from "../../interpret/trace.js";
import type { FieldReasons, Trace } from "../../interpret/trace.js";
import type { Value } from "../../types/value.js";
import { policyReads } from "./policy-reads.js";
import { jsonForm } from "../run/output-value.js";

/** A part of a formula with its value for one row. */
export interface TracedPart {
  /** As it is written in the spec. */
  readonly text: string;
  /** JSON form; null is missing. */
  readonly value: Value;
  /** Where a missing value came from; null for a present one. */
  readonly missing: { readonly text: string; readonly reason: string } | null;
  /** Of an aggregate: how many events or elements it took. */
  readonly elements?: string;
  readonly parts: readonly TracedPart[];
}

/** A step with its value for one row. */
export interface TracedStep {
  readonly name: string;
  readonly role: string;
  readonly value: Value;
  /** What became of the formula's value: clamped, imputed, rejected. */
  readonly treatment: string | null;
  readonly formula: TracedPart;
}

export interface ExplainedInput {
  readonly input: Readonly<Record<string, Value>>;
  readonly reasons: FieldReasons;
  readonly asOf: number;
  readonly sources: SourceData;
}

/** The steps that `step` depends on, in order, and at last itself, each with the trace of its formula. */
export function rowReport(
  program: Program,
  step: Step,
  explained: ExplainedInput,
): readonly TracedStep[] {
  const values = new Map(
    evaluateProgram(program, explained.input, explained.asOf, explained.sources).steps,
  );
  const row: EvaluationRow = {
    input: explained.input,
    sources: explained.sources,
    asOf: momentOf(program, explained.input, explained.asOf),
    steps: values,
    outputs: {},
    locals: new Map(),
  };
  for (const decision of policyReads(program, step).decisions) {
    values.set(decision.name, evaluateStep(decision, row).value);
  }
  const byName = new Map([...program.steps, ...program.policy].map((one) => [one.name, one]));
  const ordered = new Map<string, TracedStep>();
  const visit = (one: Step): void => {
    if (ordered.has(one.name)) return;
    const trace = traceExpr(one.formula, row, explained.reasons);
    const needed = featuresIn(trace);
    if (one.indicatorOf !== null) needed.add(one.indicatorOf);
    for (const name of needed) {
      const other = byName.get(name);
      if (other !== undefined) visit(other);
    }
    ordered.set(one.name, tracedStep(one, row, values, trace));
  };
  visit(step);
  return [...ordered.values()];
}

function featuresIn(trace: Trace): Set<string> {
  const names = new Set<string>();
  const visit = (part: Trace): void => {
    if (part.expr.kind === "FeatureRef") names.add(part.expr.name);
    part.parts.forEach(visit);
  };
  visit(trace);
  return names;
}

function tracedStep(
  step: Step,
  row: EvaluationRow,
  values: ReadonlyMap<string, Value>,
  trace: Trace,
): TracedStep {
  const { name, role } = step;
  const formula = tracedPart(trace);
  if (step.indicatorOf !== null) {
    return { name, role, value: values.get(name) ?? null, treatment: null, formula };
  }
  const result = evaluateStep(step, row);
  return {
    name,
    role,
    value: jsonForm(result.value, step.type),
    treatment: treatmentOf(step, result),
    formula,
  };
}

function treatmentOf(step: Step, result: ReturnType<typeof evaluateStep>): string | null {
  const range = step.range?.text ?? "";
  if (result.rejected !== null) return `outside ${range}: the row is rejected`;
  if (result.clamped) return `outside ${range}: clamped`;
  if (result.wasMissing && step.impute !== null)
    return `missing: imputed by ${step.imputeText ?? ""}`;
  return null;
}

function tracedPart(trace: Trace): TracedPart {
  const { expr, value, origin } = trace;
  return {
    text: sourceOf(expr),
    value: jsonForm(value, expr.type),
    ...elementsText(trace),
    missing:
      origin === null
        ? null
        : {
            text: sourceOf(origin.expr),
            reason: (origin.reason ?? "missing").replaceAll("_", " "),
          },
    parts: trace.parts.map((part) =>
      tracedPart(isSilent(part.expr) ? (part.parts[0] ?? part) : part),
    ),
  };
}

/** How many elements an aggregate of the row took. */
function elementsText({ expr, elements }: Trace): { readonly elements?: string } {
  if (expr.kind !== "Aggregate" || elements === undefined) return {};
  const { collection } = expr;
  const noun =
    collection.kind === "events"
      ? `event${elements === 1 ? "" : "s"} of ${collection.source.name}`
      : "in the list";
  return { elements: `${elements} ${noun}` };
}

/** Widenings, and what the clock of a zone shows: a reader sees the value itself. */
function isSilent(expr: Expr): boolean {
  return expr.kind === "Cast" || (expr.kind === "Call" && expr.fn === "local_time");
}

function sourceOf(expr: Expr): string {
  const { file, start, end } = expr.span;
  return file.text.slice(start, end).replace(/\s+/g, " ");
}

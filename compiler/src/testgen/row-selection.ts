import { elementsOf } from "../interpret/evaluate-aggregate.js";
import { evaluateExpr } from "../interpret/evaluate-expr.js";
import { evaluateProgram, momentOf } from "../interpret/evaluate-program.js";
import type { RowResult } from "../interpret/evaluate-program.js";
import type { EvaluationRow } from "../interpret/evaluation-row.js";
import type { SourceData } from "../interpret/source-data.js";
import { traceExpr } from "../interpret/trace.js";
import type { Trace } from "../interpret/trace.js";
import type { Expr } from "../ir/nodes.js";
import { printValue } from "../ir/print-value.js";
import type { Program, Step } from "../ir/program.js";
import { unbound } from "../ir/unbound.js";
import { readRelated } from "../prove/related.js";
import type { RelatedChanges } from "../prove/related.js";
import type { Value } from "../types/value.js";
import { describeChanges } from "./describe-changes.js";
import type { LivingMutants } from "./living-mutants.js";
import type { RowSetting } from "./row-setting.js";
import { satisfiesConstraints } from "./row-source.js";
import type { RowSource } from "./row-source.js";

/** A row that tests one step, with the value that the interpreter gives it. */
export interface StepRow {
  readonly title: string;
  /** `where income is 0`, as in the title. */
  readonly place: string;
  /** Top-level keys of the producer's record that differ from the default record. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Events and records of tables, where there are some. */
  readonly related: RelatedChanges;
  readonly asOf: number;
  readonly expected: Value | "rejected";
}

/** Rows kept because mutants die of them, at most: beyond that a formula is too large for its tests to be read. */
const mostForMutants = 60;

interface Kept {
  readonly row: StepRow;
  readonly setting: RowSetting;
}

/**
 * The rows that test a step. One is kept where it takes a way through the formula that no row before it takes,
 * or kills a mutant that none before it kills.
 */
export class RowSelection {
  readonly #step: Step;
  readonly #told: Step;
  readonly #reduced: Program;
  readonly #source: RowSource;
  readonly #living: LivingMutants;
  readonly #kept: Kept[] = [];
  readonly #ways = new Set<string>();
  #forWays = 0;

  /** `reduced` computes the step and everything before it; `told` is the step, or the one an indicator tells of. */
  constructor(step: Step, told: Step, reduced: Program, source: RowSource, living: LivingMutants) {
    this.#step = step;
    this.#told = told;
    this.#reduced = reduced;
    this.#source = source;
    this.#living = living;
  }

  get rows(): readonly StepRow[] {
    return this.#kept.map(({ row }) => row);
  }

  /** The rows so far, to start from. */
  get settings(): readonly RowSetting[] {
    return this.#kept.map(({ setting }) => setting);
  }

  /** Whether the row is kept; `words` tell of the records beside the input. */
  offer(setting: RowSetting, words = "", always = false): boolean {
    const { input, changes, related, asOf } = setting;
    const evaluated = this.evaluate(setting);
    if (evaluated === undefined) return false;
    const { result, row } = evaluated;
    const outcome = outcomeOf(this.#step, result);
    const way = `${wayThrough(this.#told, row)} ${outcome.how}`;
    const isNewWay = !this.#ways.has(way) && this.#forWays < this.#source.rowsPerStep;
    const { sources } = row;
    const kills = this.#living.kill({ input, asOf, sources, expected: outcome.expected });
    if (!always && !isNewWay && (!kills || this.#kept.length >= mostForMutants)) return false;
    if (!this.#ways.has(way) && !kills) this.#forWays += 1;
    this.#ways.add(way);
    const { program, defaults } = this.#source;
    const moment = asOf === defaults.asOf ? null : asOf;
    const place = describeChanges(program, changes, moment, words);
    const title = `is ${outcome.words} ${place}`;
    const kept = { title, place, changes, related, asOf, expected: outcome.expected };
    this.#kept.push({ row: kept, setting });
    return true;
  }

  /** Undefined where the row tests nothing: a constraint, a source or another step refuses it. */
  evaluate({
    input,
    related,
    asOf,
  }: RowSetting): { readonly result: RowResult; readonly row: EvaluationRow } | undefined {
    const { program, usual } = this.#source;
    if (!satisfiesConstraints(program, input, asOf)) return undefined;
    const sources: SourceData | undefined = readRelated(program, related, usual);
    if (sources === undefined) return undefined;
    const result = evaluateProgram(this.#reduced, input, asOf, sources);
    const { rejected, steps } = result;
    if (rejected !== null && rejected.feature !== this.#step.name) return undefined;
    const moment = momentOf(program, input, asOf);
    const row = { input, sources, asOf: moment, steps, outputs: {}, locals: new Map() };
    return { result, row };
  }
}

/** How each condition inside a formula came out and which parts were missing. */
function wayThrough(step: Step, row: EvaluationRow): string {
  const marks: string[] = [];
  const mark = ({ expr, value, parts }: Trace): void => {
    if (value === null) marks.push("?");
    else if (expr.type.kind === "bool") marks.push(value === true ? "t" : "f");
    else if (typeof value === "number") marks.push(value === 0 ? "0" : value < 0 ? "-" : "+");
    else marks.push(".");
    if (expr.kind === "Aggregate") marks.push(chosenFrom(unbound(expr, step.formula), row));
    parts.forEach(mark);
  };
  mark(traceExpr(step.formula, row));
  return marks.join("");
}

/** Whether the condition of an aggregate takes no element, some or all, and which bools come first and last. */
function chosenFrom(expr: Expr, row: EvaluationRow): string {
  if (expr.kind !== "Aggregate") return "";
  const { where, element } = expr;
  if (where === null && element?.type.kind !== "bool") return "";
  const elements = elementsOf(expr, row, evaluateExpr) ?? [];
  const of = (part: Expr, value: Value): Value => evaluateExpr(part, { ...row, element: value });
  const taken = elements.filter(({ value }) => where === null || of(where, value) === true);
  const share = taken.length === elements.length ? "a" : taken.length === 0 ? "n" : "s";
  if (element?.type.kind !== "bool" || taken.length < 2) return elements.length === 0 ? "" : share;
  const ends = [taken[0], taken.at(-1)].map((one) => String(of(element, one?.value ?? null)));
  return `${share} ${ends.join()}`;
}

interface Outcome {
  readonly words: string;
  readonly how: string;
  readonly expected: Value | "rejected";
}

function outcomeOf(step: Step, result: RowResult): Outcome {
  if (result.rejected !== null) {
    return { words: "rejected", how: "rejected", expected: "rejected" };
  }
  const expected = result.steps.get(step.name) ?? null;
  const imputed = result.imputed.has(step.name);
  const clamped = result.clamped.has(step.name);
  const how = imputed ? " (imputed)" : clamped ? " (clamped)" : "";
  return { words: `${printValue(expected, step.type)}${how}`, how, expected };
}

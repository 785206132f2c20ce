import type { DefaultRow } from "../interpret/default-row.js";
import { evaluateProgram, momentOf } from "../interpret/evaluate-program.js";
import type { RowResult } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { traceExpr } from "../interpret/trace.js";
import type { Trace } from "../interpret/trace.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import type { Expr } from "../ir/nodes.js";
import { printValue } from "../ir/print-value.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import { landmarksOf } from "../ir/landmarks.js";
import { candidateValues, timestampCandidates } from "../prove/candidates.js";
import type { Value } from "../types/value.js";
import { exampleRow } from "./example-row.js";
import { wireForm } from "../interpret/wire-form.js";

/** A row that tests one step, with the value that the interpreter gives it. */
export interface StepRow {
  readonly title: string;
  /** Top-level keys of the producer's record that differ from the default record. */
  readonly changes: Readonly<Record<string, unknown>>;
  readonly asOf: number;
  readonly expected: Value | "rejected";
}

const rowsPerStep = 12;
/** So many rows are kept for their value alone; later ones must take another way through the formula. */
const rowsOfOneWay = 5;

/** Everything that rows are made from; the same for all steps of a program. */
export interface RowSource {
  readonly program: Program;
  readonly defaults: DefaultRow;
  readonly input: Readonly<Record<string, Value>>;
}

/**
 * The examples of a step, then rows with one or two fields at a value where its formula can turn: kept where
 * they take a way through the formula that no row before them takes, or give a value that none gives.
 */
export function stepRows(step: Step, source: RowSource): readonly StepRow[] {
  const { program, defaults, input } = source;
  const told = step.indicatorOf === null ? step : (stepNamed(program, step.indicatorOf) ?? step);
  const formulas = [...formulasOf(told), ...rejectingFormulas(program)];
  const { fields, usesAsOf } = dependenciesOf(program, formulasOf(told));
  const momentField = usesAsOf && program.asOf !== null ? [program.asOf] : [];
  const reduced: Program = { ...program, steps: stepsFor(program, told, step, formulas) };
  const rows: StepRow[] = [];
  const ways = new Set<string>();
  const values = new Set<string>();

  const add = (changes: Readonly<Record<string, unknown>>, asOf: number, always: boolean): void => {
    const read = readInput(program, { ...defaults.json, ...changes }, asOf);
    if ("issues" in read) return;
    const result = evaluateProgram(reduced, read.input, asOf);
    const { rejected } = result;
    if (rejected !== null && rejected.feature !== step.name) return;
    const outcome = outcomeOf(step, result);
    const way = `${wayThrough(told, read.input, asOf, result, program)} ${outcome.how}`;
    const isNewValue = !values.has(outcome.words) && rows.length < rowsOfOneWay;
    if (ways.has(way) && !isNewValue && !always) return;
    ways.add(way);
    values.add(outcome.words);
    rows.push({
      title: `is ${outcome.words} ${describeChanges(program, changes, asOf === defaults.asOf ? null : asOf)}`,
      changes,
      asOf,
      expected: outcome.expected,
    });
  };

  for (const example of step.examples) {
    const { json, asOf } = exampleRow(program, example, defaults);
    add(changesOf(json, defaults.json), asOf, true);
  }
  add({}, defaults.asOf, rows.length === 0);
  const names = new Set([...fields, ...momentField]);
  const contracts = [...names].flatMap((name) =>
    program.input.filter((field) => field.name === name),
  );
  const landmarks = landmarksOf(reduced.steps.flatMap(formulasOf));
  for (const changes of oneAndTwo(contracts, (field) => candidateValues(field, landmarks), input)) {
    if (rows.length >= rowsPerStep) break;
    add(changes, defaults.asOf, false);
  }
  if (usesAsOf && program.asOf === null) {
    for (const moment of timestampCandidates(landmarks.timestamps)) {
      if (rows.length < rowsPerStep) add({}, moment, false);
    }
  }
  return rows;
}

function stepNamed(program: Program, name: string): Step | undefined {
  return program.steps.find((candidate) => candidate.name === name);
}

/** Generated code computes all features at once: a row that another feature rejects tests nothing here. */
function rejectingFormulas(program: Program): readonly Expr[] {
  return program.steps.filter(rejects).flatMap(formulasOf);
}

function rejects(step: Step): boolean {
  return step.outside?.value === "reject";
}

function stepsFor(
  program: Program,
  told: Step,
  step: Step,
  formulas: readonly Expr[],
): readonly Step[] {
  const needed = new Set([
    ...dependenciesOf(program, formulas).steps,
    ...program.steps.filter(rejects),
    told,
    step,
  ]);
  return [...needed].sort((a, b) => program.steps.indexOf(a) - program.steps.indexOf(b));
}

/** How each condition inside a formula came out and which parts were missing. */
function wayThrough(
  step: Step,
  input: Readonly<Record<string, Value>>,
  asOf: number,
  { steps }: RowResult,
  program: Program,
): string {
  const row = {
    input,
    asOf: momentOf(program, input, asOf),
    steps,
    outputs: {},
    locals: new Map(),
  };
  const marks: string[] = [];
  const mark = ({ expr, value, parts }: Trace): void => {
    if (value === null) marks.push("?");
    else if (expr.type.kind === "bool") marks.push(value === true ? "t" : "f");
    else if (typeof value === "number") marks.push(value === 0 ? "0" : value < 0 ? "-" : "+");
    else marks.push(".");
    parts.forEach(mark);
  };
  mark(traceExpr(step.formula, row));
  return marks.join("");
}

interface Outcome {
  readonly words: string;
  readonly how: string;
  readonly expected: Value | "rejected";
}

function outcomeOf(step: Step, result: RowResult): Outcome {
  if (result.rejected !== null) return { words: "rejected", how: "rejected", expected: "rejected" };
  const expected = result.steps.get(step.name) ?? null;
  const imputed = result.imputed.has(step.name);
  const clamped = result.clamped.has(step.name);
  const how = imputed ? " (imputed)" : clamped ? " (clamped)" : "";
  return { words: `${printValue(expected, step.type)}${how}`, how, expected };
}

function* oneAndTwo(
  contracts: readonly FieldContract[],
  candidatesOf: (field: FieldContract) => readonly Value[],
  input: Readonly<Record<string, Value>>,
): Generator<Readonly<Record<string, unknown>>> {
  const options = contracts.map((field) => ({
    key: field.key,
    values: candidatesOf(field)
      .filter((value) => value !== input[field.name])
      .map((value) => wireForm(field, value))
      .filter((value) => value !== undefined),
  }));
  for (const { key, values } of options) {
    for (const value of values) yield { [key]: value };
  }
  for (const [i, first] of options.entries()) {
    for (const second of options.slice(i + 1)) {
      for (const a of first.values.slice(0, 6)) {
        for (const b of second.values.slice(0, 6)) yield { [first.key]: a, [second.key]: b };
      }
    }
  }
}

function changesOf(
  json: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(json).filter(([key, value]) => defaults[key] !== value));
}

function describeChanges(
  program: Program,
  changes: Readonly<Record<string, unknown>>,
  asOf: number | null,
): string {
  const words = Object.entries(changes).map(([key, value]) => {
    const name = program.input.find((field) => field.key === key)?.name ?? key;
    return `${name} is ${value === null ? "missing" : JSON.stringify(value)}`;
  });
  if (asOf !== null) words.push(`as_of is ${printValue(asOf, { kind: "timestamp" })}`);
  return words.length === 0 ? "for the usual record" : `where ${words.join(" and ")}`;
}

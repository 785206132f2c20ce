import type { DefaultRow } from "../interpret/default-row.js";
import { evaluateProgram } from "../interpret/evaluate-program.js";
import type { RowResult } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { printValue } from "../ir/print-value.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import { candidateValues, landmarksOf } from "../prove/candidates.js";
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

/** Everything that rows are made from; the same for all steps of a program. */
export interface RowSource {
  readonly program: Program;
  readonly defaults: DefaultRow;
  readonly input: Readonly<Record<string, Value>>;
}

/**
 * The examples of a step, then rows with one or two fields at a value where its formula can turn: kept where
 * they show an outcome that no row before them shows.
 */
export function stepRows(step: Step, source: RowSource): readonly StepRow[] {
  const { program, defaults, input } = source;
  const { fields, steps } = dependenciesOf(program, formulasOf(step));
  const indicated =
    step.indicatorOf === null ? undefined : indicatedSteps(step.indicatorOf, program);
  const needed = indicated ?? steps;
  const reduced: Program = { ...program, steps: [...needed, step] };
  const names = indicated === undefined ? fields : fieldsOf(step.indicatorOf ?? "", program);
  const rows: StepRow[] = [];
  const outcomes = new Set<string>();

  const add = (changes: Readonly<Record<string, unknown>>, asOf: number, always: boolean): void => {
    const read = readInput(program, { ...defaults.json, ...changes });
    if ("issues" in read) return;
    const result = evaluateProgram(reduced, read.input, asOf);
    const outcome = outcomeOf(step, result);
    if (outcomes.has(outcome.id) && !always) return;
    outcomes.add(outcome.id);
    const where = describeChanges(program, changes);
    rows.push({
      title: `is ${outcome.words}${where === "" ? "" : ` where ${where}`}`,
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
  const contracts = names.flatMap((name) => program.input.filter((field) => field.name === name));
  const landmarks = landmarksOf([step, ...needed].flatMap(formulasOf));
  for (const changes of oneAndTwo(contracts, (field) => candidateValues(field, landmarks), input)) {
    if (rows.length >= rowsPerStep) break;
    add(changes, defaults.asOf, false);
  }
  return rows;
}

function indicatedSteps(feature: string, program: Program): readonly Step[] {
  const step = program.steps.find(({ name }) => name === feature);
  if (step === undefined) return [];
  return [...dependenciesOf(program, formulasOf(step)).steps, step];
}

function fieldsOf(feature: string, program: Program): readonly string[] {
  const step = program.steps.find(({ name }) => name === feature);
  return step === undefined ? [] : dependenciesOf(program, formulasOf(step)).fields;
}

interface Outcome {
  readonly id: string;
  readonly words: string;
  readonly expected: Value | "rejected";
}

function outcomeOf(step: Step, result: RowResult): Outcome {
  if (result.rejected !== null) return { id: "rejected", words: "rejected", expected: "rejected" };
  const expected = result.steps.get(step.name) ?? null;
  const imputed = result.imputed.has(step.name);
  const clamped = result.clamped.has(step.name);
  const how = imputed ? " (imputed)" : clamped ? " (clamped)" : "";
  return {
    id: `${JSON.stringify(expected)}${how}`,
    words: `${printValue(expected, step.type)}${how}`,
    expected,
  };
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

function describeChanges(program: Program, changes: Readonly<Record<string, unknown>>): string {
  return Object.entries(changes)
    .map(([key, value]) => {
      const name = program.input.find((field) => field.key === key)?.name ?? key;
      return `${name} is ${value === null ? "missing" : JSON.stringify(value)}`;
    })
    .join(" and ");
}

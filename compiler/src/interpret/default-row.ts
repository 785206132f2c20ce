import { walk } from "../ir/children.js";
import { dependenciesOf } from "../ir/dependencies.js";
import type { Expr } from "../ir/nodes.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import { noLandmarks, usualMoment, usualValues } from "./default-values.js";
import type { Landmarks } from "./default-values.js";
import { evaluateProgram, momentOf } from "./evaluate-program.js";
import { readInput } from "./read-input.js";
import { wireForm } from "./wire-form.js";

/** A record that a contract admits, in the producer's form, and the moment of the prediction. */
export interface DefaultRow {
  readonly json: Readonly<Record<string, unknown>>;
  readonly asOf: number;
}

type Json = Readonly<Record<string, unknown>>;

/** Rows tried at most: a count, never a time, so that the row does not depend on the machine. */
const budget = 4_000;

/**
 * A usual record: round numbers inside their ranges, the first value of an enum, short texts, every optional
 * field there. Where constraints or `outside: reject` refuse it, the nearest record that a bounded search finds
 * in which they do not; where it finds none, the usual record all the same.
 */
export function defaultRow(program: Program): DefaultRow {
  const usual = Object.fromEntries(
    program.input.map((field) => [field.key, wireValues(field, noLandmarks)[0]]),
  );
  let admitted: DefaultRow | undefined;
  let tried = 0;
  for (const changes of candidates(program)) {
    if (tried >= budget) break;
    tried += 1;
    const json = { ...usual, ...changes };
    const verdict = judge(program, json);
    if (verdict === undefined) continue;
    if (verdict.isComputed) return { json, asOf: verdict.asOf };
    admitted ??= { json, asOf: verdict.asOf };
  }
  return admitted ?? { json: usual, asOf: usualMoment };
}

/** Undefined where the contract refuses the record. */
function judge(
  program: Program,
  json: Json,
): { readonly asOf: number; readonly isComputed: boolean } | undefined {
  const read = readInput(program, json, usualMoment);
  if ("issues" in read) return undefined;
  const asOf = momentOf(program, read.input, usualMoment);
  const { rejected } = evaluateProgram(program, read.input, asOf);
  return { asOf, isComputed: rejected === null };
}

/** No change, one field, two fields, then all fields that decide at once. */
function* candidates(program: Program): Generator<Json> {
  yield {};
  const formulas = decidingFormulas(program);
  const landmarks = landmarksOf(formulas);
  const names = new Set(dependenciesOf(program, formulas).fields);
  const options = program.input
    .filter(({ name }) => names.has(name))
    .map((field) => ({ key: field.key, values: wireValues(field, landmarks).slice(1) }));
  for (const { key, values } of options) for (const value of values) yield { [key]: value };
  for (const [i, first] of options.entries()) {
    for (const second of options.slice(i + 1)) {
      for (const a of first.values) {
        for (const b of second.values) yield { [first.key]: a, [second.key]: b };
      }
    }
  }
  if (options.length < 3) return;
  let state = 1;
  for (;;) {
    const row = options.flatMap(({ key, values }) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const at = Math.floor((state / 2 ** 32) * (values.length + 1));
      return at === 0 ? [] : [[key, values[at - 1]] as const];
    });
    yield Object.fromEntries(row);
  }
}

function decidingFormulas(program: Program): readonly Expr[] {
  const rejects = (step: Step): boolean => step.outside?.value === "reject";
  return [
    ...program.constraints
      .filter(({ onViolation }) => onViolation === "reject")
      .map(({ formula }) => formula),
    ...program.steps.filter(rejects).map(({ formula }) => formula),
  ];
}

function landmarksOf(formulas: readonly Expr[]): Landmarks {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === "number") numbers.add(value);
    if (typeof value === "string") texts.add(value);
  };
  for (const formula of formulas) {
    walk(formula, (expr) => {
      if (expr.kind === "Literal") add(expr.value);
      if (expr.kind === "In") expr.values.forEach(add);
      if (expr.kind === "Lookup") expr.map.entries.forEach(({ key }) => add(key));
    });
  }
  return { numbers: [...numbers], texts: [...texts] };
}

/** Without those that the contract takes for missing. */
function wireValues(field: FieldContract, landmarks: Landmarks): readonly unknown[] {
  const isSentinel = (value: unknown): boolean =>
    field.missingValues.some((sentinel) => sentinel === value || String(sentinel) === value);
  return usualValues(field, landmarks)
    .map((value) => wireForm(field, value))
    .filter((value) => value !== undefined && !isSentinel(value));
}

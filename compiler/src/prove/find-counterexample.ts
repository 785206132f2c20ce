import { noSources } from "../interpret/source-data.js";
import type { ExampleField } from "../diagnostics/diagnostic.js";
import { evaluateExpr } from "../interpret/evaluate-expr.js";
import { evaluateProgram, momentOf } from "../interpret/evaluate-program.js";
import type { RowResult } from "../interpret/evaluate-program.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { printValue } from "../ir/print-value.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { landmarksOf } from "../ir/landmarks.js";
import { candidateValues } from "./candidates.js";

/** A valid parsed row from which the search starts. */
export interface StartRow {
  readonly input: Readonly<Record<string, Value>>;
  readonly asOf: number;
}

/** What a row must show to be a counterexample. */
export type Violation = (row: {
  readonly input: Readonly<Record<string, Value>>;
  readonly asOf: number;
  readonly result: RowResult;
}) => boolean;

/** Rows tried at most: a count, never a time, so that a verdict does not depend on the machine. */
const budget = 4_000;

/**
 * Searches a row that the contract admits and that shows the violation, by running the interpreter: the
 * default row with one field changed, then two, then all of them. The first found is the simplest.
 */
export function findCounterexample(
  program: Program,
  step: Step,
  start: StartRow,
  violates: Violation,
): readonly ExampleField[] | undefined {
  const formulas = formulasOf(step);
  const { fields: read, steps: before, usesAsOf } = dependenciesOf(program, formulas);
  const fields = new Set(usesAsOf && program.asOf !== null ? [...read, program.asOf] : read);
  const steps = [...before, step];
  const contracts = [...fields].flatMap((name) =>
    program.input.filter((field) => field.name === name),
  );
  const reduced: Program = { ...program, steps };
  const landmarks = landmarksOf([
    ...steps.flatMap(formulasOf),
    ...program.constraints.map((constraint) => constraint.formula),
  ]);
  const candidates = contracts.map((field) => candidateValues(field, landmarks));
  let tried = 0;

  const shows = (changes: ReadonlyMap<string, Value>): boolean => {
    tried += 1;
    const input = { ...start.input, ...Object.fromEntries(changes) };
    if (!satisfiesConstraints(program, input, momentOf(program, input, start.asOf))) return false;
    const result = evaluateProgram(reduced, input, start.asOf);
    return violates({ input, asOf: start.asOf, result });
  };

  for (const changes of combinations(contracts, candidates)) {
    if (tried >= budget) return undefined;
    if (shows(changes))
      return describe(contracts, { ...start.input, ...Object.fromEntries(changes) });
  }
  return undefined;
}

function* combinations(
  contracts: readonly FieldContract[],
  candidates: readonly (readonly Value[])[],
): Generator<ReadonlyMap<string, Value>> {
  yield new Map();
  for (const [i, field] of contracts.entries()) {
    for (const value of candidates[i] ?? []) yield new Map([[field.name, value]]);
  }
  for (const [i, field] of contracts.entries()) {
    for (const [j, other] of contracts.entries()) {
      if (j <= i) continue;
      for (const value of candidates[i] ?? []) {
        for (const second of candidates[j] ?? []) {
          yield new Map([
            [field.name, value],
            [other.name, second],
          ]);
        }
      }
    }
  }
  if (contracts.length > 2) yield* corners(contracts, candidates);
}

/** All fields at once, stepping through their candidates at different speeds. */
function* corners(
  contracts: readonly FieldContract[],
  candidates: readonly (readonly Value[])[],
): Generator<ReadonlyMap<string, Value>> {
  for (let round = 0; round < budget; round += 1) {
    const row = new Map<string, Value>();
    let state = round * 2_654_435_761;
    for (const [i, field] of contracts.entries()) {
      const values = candidates[i] ?? [];
      if (values.length === 0) continue;
      state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) >>> 0) + i;
      row.set(field.name, values[state % values.length] ?? null);
    }
    yield row;
  }
}

function satisfiesConstraints(
  program: Program,
  input: Readonly<Record<string, Value>>,
  asOf: number,
): boolean {
  const row = { input, sources: noSources, asOf, steps: new Map(), outputs: {}, locals: new Map() };
  return program.constraints.every(
    (constraint) =>
      constraint.onViolation === "warn" || evaluateExpr(constraint.formula, row) !== false,
  );
}

function describe(
  contracts: readonly FieldContract[],
  input: Readonly<Record<string, Value>>,
): readonly ExampleField[] {
  return contracts.map((field) => ({
    name: field.name,
    value: printValue(input[field.name] ?? null, field.type),
  }));
}

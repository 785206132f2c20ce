import { noSources } from "../interpret/source-data.js";
import type { ExampleField } from "../diagnostics/diagnostic.js";
import { evaluateExpr } from "../interpret/evaluate-expr.js";
import { evaluateProgram, momentOf } from "../interpret/evaluate-program.js";
import type { RowResult } from "../interpret/evaluate-program.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { landmarksOf } from "../ir/landmarks.js";
import type { Landmarks } from "../ir/landmarks.js";
import type { SourceData } from "../interpret/source-data.js";
import { readRelated, unrelated } from "./related.js";
import type { RelatedChanges, UsualRecords } from "./related.js";
import { relatedCandidates } from "./related-candidates.js";
import { candidateValues } from "./candidates.js";
import { sentAs } from "./sent-as.js";

/** A valid parsed row from which the search starts. */
export interface StartRow {
  readonly input: Readonly<Record<string, Value>>;
  readonly asOf: number;
  /** Of each source, as a producer writes it. */
  readonly usual: UsualRecords;
}

/** What a row must show to be a counterexample. */
export type Violation = (row: {
  readonly input: Readonly<Record<string, Value>>;
  readonly asOf: number;
  readonly sources: SourceData;
  /** What differs from the row that the search starts from. */
  readonly changes: ReadonlyMap<string, Value>;
  readonly related: RelatedChanges;
  readonly result: RowResult;
}) => boolean;

/** Rows tried at most: a count, never a time, so that a verdict does not depend on the machine. */
const budget = 4_000;
const candidatesForAll = 8;
/** Rows tried at most with each kind of records. */
const budgetWithRecords = 60;

/** What a search came to. */
export interface SearchResult {
  /** The row, simplest first; undefined where none was found. */
  readonly fields: readonly ExampleField[] | undefined;
  /** Rows that the interpreter ran. */
  readonly rows: number;
}

/**
 * Searches a row that the contract admits and that shows the violation, by running the interpreter: the
 * default row with one field changed, then two, then all of them. The first found is the simplest.
 */
export function findCounterexample(
  program: Program,
  step: Step,
  start: StartRow,
  violates: Violation,
  most = budget,
): SearchResult {
  const formulas = formulasOf(step);
  const { fields: read, steps: before, usesAsOf, ...related } = dependenciesOf(program, formulas);
  const fields = new Set(usesAsOf && program.asOf !== null ? [...read, program.asOf] : read);
  const sourcesRead = new Set([...related.events.keys(), ...related.tables.keys()]);
  const steps = [...before, step];
  const contracts = [...fields, ...constrainedWith(program, fields)].flatMap((name) =>
    program.input.filter((field) => field.name === name),
  );
  const reduced: Program = { ...program, steps };
  const landmarks = landmarksOf([
    ...steps.flatMap(formulasOf),
    ...program.constraints.map((constraint) => constraint.formula),
  ]);
  const candidates = contracts.map((field) => candidateValues(field, landmarks));

  let rows = 0;
  const shows = (changes: ReadonlyMap<string, Value>, { related, sources }: Records): boolean => {
    const input = { ...start.input, ...Object.fromEntries(changes) };
    if (!satisfiesConstraints(program, input, momentOf(program, input, start.asOf))) return false;
    const result = evaluateProgram(reduced, input, start.asOf, sources);
    rows += 1;
    return violates({ input, asOf: start.asOf, sources, changes, related, result });
  };

  // No records first; then records one kind at a time, each with the input changed a little.
  for (const records of recordsToTry(program, steps, start, landmarks)) {
    const { related } = records;
    let left = related === unrelated ? most : Math.min(most, budgetWithRecords);
    for (const changes of combinations(contracts, candidates)) {
      if (left-- === 0) break;
      if (!shows(changes, records)) continue;
      // A field that the formula does not read is named where a constraint makes it follow one that it reads.
      const told = contracts.filter(({ name }) => fields.has(name) || changes.has(name));
      const given = describe(told, { ...start.input, ...Object.fromEntries(changes) });
      return { fields: [...given, ...describeRecords(program, sourcesRead, related)], rows };
    }
  }
  return { fields: undefined, rows };
}

/** Fields that constraints bind to the ones given, through others too. */
function constrainedWith(program: Program, fields: ReadonlySet<string>): readonly string[] {
  const bound = new Set<string>();
  const groups = program.constraints.map(
    ({ formula }) => dependenciesOf(program, [formula]).fields,
  );
  for (let known = -1; known !== bound.size;) {
    known = bound.size;
    for (const group of groups) {
      if (!group.some((name) => fields.has(name) || bound.has(name))) continue;
      for (const name of group) if (!fields.has(name)) bound.add(name);
    }
  }
  return [...bound];
}

interface Records {
  readonly related: RelatedChanges;
  readonly sources: SourceData;
}

function recordsToTry(
  program: Program,
  steps: readonly Step[],
  start: StartRow,
  landmarks: Landmarks,
): readonly Records[] {
  const formulas = steps.flatMap(formulasOf);
  const moment = momentOf(program, start.input, start.asOf);
  const candidates = relatedCandidates(program, formulas, landmarks, moment);
  return [unrelated, ...candidates.map(({ changes }) => changes)].flatMap((related) => {
    const sources = readRelated(program, related, start.usual);
    return sources === undefined ? [] : [{ related, sources }];
  });
}

/** As an example of the spec gives them: no event, and no record, where the row needs none. */
function describeRecords(
  { events, tables }: Program,
  reads: ReadonlySet<string>,
  related: RelatedChanges,
): readonly ExampleField[] {
  const isRead = ({ name }: { readonly name: string }): boolean => reads.has(name);
  const described = (section: "events" | "tables", name: string, value: unknown): ExampleField => ({
    name,
    value: JSON.stringify(value),
    section,
  });
  return [
    ...events
      .filter(isRead)
      .map(({ name }) => described("events", name, related.events[name] ?? [])),
    ...tables
      .filter(isRead)
      .map(({ name }) => described("tables", name, related.tables[name] ?? null)),
  ];
}

function* combinations(
  contracts: readonly FieldContract[],
  candidates: readonly (readonly Value[])[],
): Generator<ReadonlyMap<string, Value>> {
  yield new Map();
  for (const [i, field] of contracts.entries()) {
    for (const value of candidates[i] ?? []) yield new Map([[field.name, value]]);
  }
  if (contracts.length > 1) yield* sameForAll(contracts, candidates);
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

/** All fields at 0, all at 1, and so on: rows that constraints between fields rarely refuse. */
function* sameForAll(
  contracts: readonly FieldContract[],
  candidates: readonly (readonly Value[])[],
): Generator<ReadonlyMap<string, Value>> {
  for (let i = 0; i < candidatesForAll; i += 1) {
    yield new Map(
      contracts.flatMap(({ name }, j) => {
        const value = candidates[j]?.[i];
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  }
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
    value: JSON.stringify(sentAs(field, input[field.name] ?? null)),
  }));
}

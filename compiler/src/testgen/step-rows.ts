import type { SourceData } from "../interpret/source-data.js";
import { evaluateProgram, momentOf } from "../interpret/evaluate-program.js";
import type { RowResult } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { traceExpr } from "../interpret/trace.js";
import type { Trace } from "../interpret/trace.js";
import { dependenciesOf, formulasOf, inDependencyOrder, stepNamed } from "../ir/dependencies.js";
import { landmarksOf } from "../ir/landmarks.js";
import { printValue } from "../ir/print-value.js";
import type { Program, Step } from "../ir/program.js";
import { timestampCandidates } from "../prove/candidates.js";
import type { Value } from "../types/value.js";
import { exampleRow } from "./example-row.js";
import { LivingMutants } from "./living-mutants.js";
import { readRelated, unrelated } from "../prove/related.js";
import type { RelatedChanges } from "../prove/related.js";
import { relatedCandidates } from "../prove/related-candidates.js";
import {
  changedInput,
  combinedChanges,
  fieldChanges,
  jsonOfChanges,
  testedStepKey,
} from "./row-source.js";
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
const mostForMutants = 40;
const noRecords = { related: unrelated, words: "" };

/**
 * The examples of a step, the default row, then rows with one or two fields at a value where its formula can
 * turn, and rows made for what these leave over. A row is kept where it takes a way through the formula that no
 * row before it takes, or kills a mutant that none before it kills.
 */
export function stepRows(step: Step, source: RowSource): readonly StepRow[] {
  const { program, defaults } = source;
  const told = toldBy(step, program);
  const { fields, steps, usesAsOf } = dependenciesOf(program, formulasOf(told));
  const reduced: Program = {
    ...program,
    steps: inDependencyOrder(program, [...steps, ...source.rejecting, told, step]),
  };
  const living = new LivingMutants(step, told, steps, reduced, source.mutantsPerStep);
  const rows: StepRow[] = [];
  const ways = new Set<string>();
  let forWays = 0;

  const add = (
    input: Readonly<Record<string, Value>>,
    changes: Readonly<Record<string, unknown>>,
    asOf: number,
    always: boolean,
    records: { readonly related: RelatedChanges; readonly words: string } = noRecords,
  ): void => {
    const { related, words } = records;
    const sources = readRelated(program, related, source.usual);
    if (sources === undefined) return;
    const result = evaluateProgram(reduced, input, asOf, sources);
    const { rejected } = result;
    if (rejected !== null && rejected.feature !== step.name) return;
    const outcome = outcomeOf(step, result);
    const way = `${wayThrough(told, input, asOf, sources, result, program)} ${outcome.how}`;
    const isNewWay = !ways.has(way) && forWays < source.rowsPerStep;
    const kills = living.kill({ input, asOf, sources, expected: outcome.expected });
    if (!always && !isNewWay && (!kills || rows.length >= mostForMutants)) return;
    if (!ways.has(way) && !kills) forWays += 1;
    ways.add(way);
    const moment = asOf === defaults.asOf ? null : asOf;
    const place = describeChanges(program, changes, moment, words);
    const title = `is ${outcome.words} ${place}`;
    rows.push({ title, place, changes, related, asOf, expected: outcome.expected });
  };

  for (const example of step.examples) {
    const { json, asOf, related } = exampleRow(program, example, defaults);
    const read = readInput(program, json, asOf);
    const records = { related, words: describeRelated(related) };
    if ("input" in read) add(read.input, changesOf(json, defaults.json), asOf, true, records);
  }
  add(source.input, {}, defaults.asOf, rows.length === 0);
  const names = new Set([...fields, ...(usesAsOf && program.asOf !== null ? [program.asOf] : [])]);
  const contracts = [...names].flatMap((name) =>
    program.input.filter((field) => field.name === name),
  );
  const landmarks = landmarksOf(reduced.steps.flatMap(formulasOf));
  const moment = momentOf(program, source.input, defaults.asOf);
  const own = [...steps, told].flatMap(formulasOf);
  const candidates = relatedCandidates(program, own, landmarks, moment);
  for (const { words, changes } of candidates.slice(0, source.recordsPerStep)) {
    add(source.input, {}, defaults.asOf, false, { related: changes, words });
  }
  const options = contracts.map((field) => fieldChanges(field, landmarks, source));
  let tries = 0;
  for (const changes of combinedChanges(options)) {
    tries += 1;
    if (tries > source.triesPerStep) break;
    const input = changedInput(changes, source, defaults.asOf);
    if (input !== undefined) add(input, jsonOfChanges(changes), defaults.asOf, false);
  }
  if (usesAsOf && program.asOf === null) {
    for (const moment of timestampCandidates(landmarks.timestamps)) {
      add(source.input, {}, moment, false);
    }
  }
  for (const { input, changes, related } of living.rowsThatKill(source)) {
    add(input, changes, defaults.asOf, false, { related, words: describeRelated(related) });
  }
  return rows;
}

/** Rows by everything that decides them. */
export type RowCache = Map<string, readonly StepRow[]>;

/** As `stepRows`, but once for the same step, steps before it and contract. */
export function cachedStepRows(step: Step, source: RowSource, cache: RowCache): readonly StepRow[] {
  const told = toldBy(step, source.program);
  const before = dependenciesOf(source.program, formulasOf(told)).steps;
  const key = [source.contractKey, ...[...before, told, step].map(testedStepKey)].join("\n");
  let rows = cache.get(key);
  if (rows === undefined) {
    rows = stepRows(step, source);
    cache.set(key, rows);
  }
  return rows;
}

/** The feature that an indicator tells of; other steps tell of themselves. */
function toldBy(step: Step, program: Program): Step {
  return step.indicatorOf === null ? step : (stepNamed(program, step.indicatorOf) ?? step);
}

/** How each condition inside a formula came out and which parts were missing. */
function wayThrough(
  step: Step,
  input: Readonly<Record<string, Value>>,
  asOf: number,
  sources: SourceData,
  { steps }: RowResult,
  program: Program,
): string {
  const row = {
    input,
    sources,
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
  if (result.rejected !== null) {
    return { words: "rejected", how: "rejected", expected: "rejected" };
  }
  const expected = result.steps.get(step.name) ?? null;
  const imputed = result.imputed.has(step.name);
  const clamped = result.clamped.has(step.name);
  const how = imputed ? " (imputed)" : clamped ? " (clamped)" : "";
  return { words: `${printValue(expected, step.type)}${how}`, how, expected };
}

function changesOf(
  json: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(json).filter(([key, value]) => defaults[key] !== value));
}

/** The records of an example, in short. */
function describeRelated({ events, tables }: RelatedChanges): string {
  const counts = Object.entries(events).map(
    ([name, list]) => `${name} has ${list.length} event${list.length === 1 ? "" : "s"}`,
  );
  const records = Object.entries(tables).map(([name, change]) =>
    change === null ? `${name} has no record` : `${name} is ${JSON.stringify(change)}`,
  );
  return [...counts, ...records].join(" and ");
}

/** `where income is 0 and debt is missing`; `records` are words for what stands beside the input. */
export function describeChanges(
  program: Program,
  changes: Readonly<Record<string, unknown>>,
  asOf: number | null,
  records = "",
): string {
  const words = Object.entries(changes).map(([key, value]) => {
    const name = program.input.find((field) => field.key === key)?.name ?? key;
    return `${name} is ${value === null ? "missing" : JSON.stringify(value)}`;
  });
  if (records !== "") words.push(records);
  if (asOf !== null) words.push(`as_of is ${printValue(asOf, { kind: "timestamp" })}`);
  return words.length === 0 ? "for the usual record" : `where ${words.join(" and ")}`;
}

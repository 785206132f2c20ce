import { momentOf } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { dependenciesOf, formulasOf, inDependencyOrder, stepNamed } from "../ir/dependencies.js";
import type { Expr } from "../ir/nodes.js";
import { walk } from "../ir/children.js";
import { landmarksOf } from "../ir/landmarks.js";
import type { Landmarks } from "../ir/landmarks.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import { timestampCandidates } from "../prove/candidates.js";
import { fieldOf, unrelated } from "../prove/related.js";
import { sentAs } from "../prove/sent-as.js";
import { relatedCandidates } from "../prove/related-candidates.js";
import { describeRelated } from "./describe-changes.js";
import { inputDial, momentDial, tableDial } from "./dials.js";
import type { Dial } from "./dials.js";
import { exampleRow } from "./example-row.js";
import { LivingMutants } from "./living-mutants.js";
import { pivotsOf } from "./pivots.js";
import { RowSelection } from "./row-selection.js";
import type { StepRow } from "./row-selection.js";
import type { RowSetting } from "./row-setting.js";
import {
  combinedChanges,
  fieldChanges,
  jsonOfChanges,
  testedStepKey,
  withValues,
} from "./row-source.js";
import type { RowSource } from "./row-source.js";
import { takeTurns } from "./take-turns.js";
import { tellingValues } from "./telling-values.js";
import { windowCandidates } from "./window-candidates.js";

export type { StepRow } from "./row-selection.js";

/** What a step reads, and where its formulas turn. */
interface Reads {
  readonly step: Step;
  /** The step, or the one an indicator tells of. */
  readonly told: Step;
  /** In dependency order, `told` left out. */
  readonly before: readonly Step[];
  readonly fields: readonly FieldContract[];
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** The moment of the prediction is read, and the caller says it. */
  readonly takesMoment: boolean;
  readonly landmarks: Landmarks;
}

/** The examples of a step, the default row, then rows with one or two fields at a value where its formula can
 * turn, and rows made for what these leave over. */
export function stepRows(step: Step, source: RowSource): readonly StepRow[] {
  const { program } = source;
  const reduced = programOf(step, source);
  const reads = readsOf(step, reduced, program);
  const { told, before } = reads;
  const living = new LivingMutants(step, told, before, reduced, source.mutantsPerStep);
  const selection = new RowSelection(step, told, reduced, source, living);
  const usual = usualRow(source);
  offerExamples(step, source, selection);
  selection.offer(usual, "", selection.rows.length === 0);
  offerRecords(reads, usual, source, selection);
  offerTelling(reads, usual, source, selection);
  offerFieldChanges(reads, usual, source, selection);
  if (source.searches) {
    if (!living.isEmpty) offerWindows(reads, usual, source, selection);
    if (!living.isEmpty) offerTurns(reads, source, selection, living);
    for (const { input, changes, related } of living.rowsThatKill(source)) {
      selection.offer({ ...usual, input, changes, related }, describeRelated(related));
    }
  }
  return selection.rows;
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

/** The step, what it reads, and the steps that reject rows. */
function programOf(step: Step, { program, rejecting }: RowSource): Program {
  const told = toldBy(step, program);
  const { steps } = dependenciesOf(program, formulasOf(told));
  return { ...program, steps: inDependencyOrder(program, [...steps, ...rejecting, told, step]) };
}

function readsOf(step: Step, reduced: Program, program: Program): Reads {
  const told = toldBy(step, program);
  const { fields, steps, usesAsOf, tables } = dependenciesOf(program, formulasOf(told));
  const names = new Set([...fields, ...(usesAsOf && program.asOf !== null ? [program.asOf] : [])]);
  return {
    step,
    told,
    before: steps,
    fields: [...names].flatMap((name) => program.input.filter((field) => field.name === name)),
    tables,
    takesMoment: usesAsOf && program.asOf === null,
    landmarks: landmarksOf(reduced.steps.flatMap(formulasOf)),
  };
}

function usualRow({ input, defaults }: RowSource): RowSetting {
  return { input, changes: {}, related: unrelated, asOf: defaults.asOf, outputs: {} };
}

function offerExamples(step: Step, source: RowSource, selection: RowSelection): void {
  const { program, defaults } = source;
  for (const example of step.examples) {
    const { json, asOf, related } = exampleRow(program, example, defaults);
    const read = readInput(program, json, asOf);
    if ("issues" in read) continue;
    const changes = changesOf(json, defaults.json);
    const setting = { input: read.input, changes, related, asOf, outputs: {} };
    selection.offer(setting, describeRelated(related), true);
  }
}

function changesOf(
  json: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(json).filter(([key, value]) => defaults[key] !== value));
}

function offerRecords(
  { told, before, landmarks, tables }: Reads,
  usual: RowSetting,
  { program, recordsPerStep }: RowSource,
  selection: RowSelection,
): void {
  const formulas = [...before, told].flatMap(formulasOf);
  const moment = momentOf(program, usual.input, usual.asOf);
  const candidates = relatedCandidates(program, formulas, landmarks, moment);
  const inOrder = formulas.some(looksAtOrder);
  for (const { words, changes, isTie } of candidates.slice(0, recordsPerStep)) {
    selection.offer({ ...usual, related: changes }, words, isTie && inOrder);
    // Tables that are read beside it have their usual record once too.
    const others = Object.fromEntries(
      [...tables.keys()].filter((name) => !(name in changes.tables)).map((name) => [name, {}]),
    );
    if (Object.keys(others).length === 0) continue;
    const beside = describeRelated({ events: {}, tables: others });
    const related = { ...changes, tables: { ...others, ...changes.tables } };
    selection.offer({ ...usual, related }, `${words} and ${beside}`);
  }
}

/** Whether which events come first decides the value. */
function looksAtOrder(formula: Expr): boolean {
  let found = false;
  walk(formula, (expr) => {
    if (expr.kind !== "Aggregate" || expr.collection.kind !== "events") return;
    if (expr.latest !== null || ["first", "last", "nth_last"].includes(expr.fn)) found = true;
  });
  return found;
}

/** Kept whatever they kill: a mistake in a function is none in the formula. */
function offerTelling(
  { told, fields }: Reads,
  usual: RowSetting,
  { program, defaults }: RowSource,
  selection: RowSelection,
): void {
  for (const { name, value } of tellingValues(told)) {
    for (const field of fields.filter((one) => one.name === name)) {
      const changes = { [field.key]: sentAs(field, value) };
      const read = readInput(program, { ...defaults.json, ...changes }, defaults.asOf);
      if ("issues" in read) continue;
      selection.offer({ ...usual, input: read.input, changes }, "", true);
    }
  }
}

function offerFieldChanges(
  { fields, landmarks, takesMoment }: Reads,
  usual: RowSetting,
  source: RowSource,
  selection: RowSelection,
): void {
  const options = fields.map((field) => fieldChanges(field, landmarks, source));
  let tries = 0;
  for (const changes of combinedChanges(options, landmarks)) {
    tries += 1;
    if (tries > source.triesPerStep) break;
    const input = withValues(usual.input, changes);
    selection.offer({ ...usual, input, changes: jsonOfChanges(changes) });
  }
  if (!takesMoment) return;
  for (const asOf of timestampCandidates(landmarks.timestamps)) selection.offer({ ...usual, asOf });
}

/** Events around the edges of each window, with others inside. */
function offerWindows(
  { told, before, landmarks, tables }: Reads,
  usual: RowSetting,
  { program }: RowSource,
  selection: RowSelection,
): void {
  const formulas = [...before, told].flatMap(formulasOf);
  const row = selection.evaluate(usual)?.row;
  if (row === undefined) return;
  const present = Object.fromEntries([...tables.keys()].map((name) => [name, {}]));
  for (const { words, changes } of windowCandidates(program, formulas, landmarks, row)) {
    selection.offer({ ...usual, related: { ...changes, tables: present } }, words);
  }
}

/** Rows on both sides of each place where the formulas turn. */
function offerTurns(
  reads: Reads,
  { program }: RowSource,
  selection: RowSelection,
  living: LivingMutants,
): void {
  takeTurns({
    pivots: pivotsOf([...reads.before, reads.told]),
    dials: dialsOf(reads, program),
    starts: () => selection.settings,
    rowOf: (setting) => selection.evaluate(setting)?.row,
    offer: (setting) => selection.offer(setting, describeRelated(setting.related)),
    isDone: () => living.isEmpty,
  });
}

function dialsOf(
  { fields, tables, takesMoment, landmarks }: Reads,
  program: Program,
): readonly Dial[] {
  const ofTables = program.tables.flatMap((table) =>
    (tables.get(table.name) ?? []).flatMap((name) => {
      const field = fieldOf(table, name);
      return field === undefined ? [] : [tableDial(table, field, landmarks)];
    }),
  );
  return [
    ...fields.map((field) => inputDial(field, landmarks)),
    ...ofTables,
    ...(takesMoment ? [momentDial(landmarks)] : []),
  ].filter((dial) => dial !== undefined);
}

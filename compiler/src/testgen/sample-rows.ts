import { defaultRow } from "../interpret/default-row.js";
import type { DefaultRow } from "../interpret/default-row.js";
import { readInput } from "../interpret/read-input.js";
import { formulasOf } from "../ir/dependencies.js";
import { landmarksOf } from "../ir/landmarks.js";
import type { EventSource, FieldContract, Program, TableSource } from "../ir/program.js";
import { candidateValues } from "../prove/candidates.js";
import { momentChange, readRelated, unrelated, usualRecords } from "../prove/related.js";
import type { UsualRecords } from "../prove/related.js";
import { sentAs } from "../prove/sent-as.js";

type Json = Readonly<Record<string, unknown>>;

/** Records that the contract of a spec admits, in the producer's form. */
export interface SampleRows {
  readonly inputs: readonly Json[];
  /** The moment of the prediction, in milliseconds. */
  readonly asOf: number;
  /** Events of one entity by source, in the order of time. */
  readonly events: Readonly<Record<string, readonly Json[]>>;
  /** A record of each table. */
  readonly tables: Readonly<Record<string, Json>>;
}

const valuesPerField = 12;
const daysWithoutRetention = 30;
const millisPerDay = 86_400_000;

/** Rows in which every field takes several values, and events that are spread over their retention. */
export function sampleRows(program: Program, rows: number, eventsPerSource: number): SampleRows {
  const defaults = defaultRow(program);
  const usual = usualRecords(program, defaults);
  return {
    inputs: inputRows(program, defaults, rows),
    asOf: defaults.asOf,
    events: Object.fromEntries(
      program.events.map((source) => [
        source.name,
        eventsOf(program, source, defaults, usual, eventsPerSource),
      ]),
    ),
    tables: Object.fromEntries(program.tables.map(({ name }) => [name, usual[name] ?? {}])),
  };
}

/** The field that joins, and the moment, stay what they are, so that events keep belonging to the row. */
function inputRows(program: Program, defaults: DefaultRow, rows: number): readonly Json[] {
  const landmarks = landmarksOf(program.steps.flatMap(formulasOf));
  const kept = new Set([
    program.asOf,
    ...[...program.events, ...program.tables].map(({ on }) => on),
  ]);
  const options = program.input
    .filter(({ name }) => !kept.has(name))
    .map((field) => sentValues(field, candidateValues(field, landmarks)))
    .filter((values) => values.length > 0);
  const admitted: Json[] = [];
  for (let row = 0; row < rows; row += 1) {
    const changes = options.map(
      (values, field) => values[(row * (field + 1)) % values.length] ?? {},
    );
    admitted.push(firstAdmitted(program, defaults, changes, row));
  }
  return admitted;
}

/** With all changes, else with one of them, else the default row. */
function firstAdmitted(
  program: Program,
  { json, asOf }: DefaultRow,
  changes: readonly Json[],
  row: number,
): Json {
  const all = Object.assign({ ...json }, ...changes) as Json;
  const one = { ...json, ...changes[row % Math.max(1, changes.length)] };
  return [all, one].find((candidate) => !("issues" in readInput(program, candidate, asOf))) ?? json;
}

function sentValues(
  field: FieldContract,
  values: ReturnType<typeof candidateValues>,
): readonly Json[] {
  return values.slice(0, valuesPerField).flatMap((value) => {
    const sent = sentAs(field, value);
    return sent === undefined ? [] : [{ [field.key]: sent }];
  });
}

function eventsOf(
  program: Program,
  source: EventSource,
  { asOf }: DefaultRow,
  usual: UsualRecords,
  count: number,
): readonly Json[] {
  const moments = new Set([source.key, source.time, source.known]);
  const options = source.fields
    .filter(({ name }) => !moments.has(name))
    .map((field) => sentValues(field, candidateValues(field, landmarksOf([]))));
  const span = source.retention ?? daysWithoutRetention * millisPerDay;
  const most = Math.min(count, source.maxCount ?? count);
  return Array.from({ length: most }, (_, i) => {
    const time = Math.floor(asOf - (span * (most - i)) / (most + 1));
    const when = [source.time, source.known]
      .filter((name) => name !== null)
      .map((name) => momentChange(source, name, time));
    const changes = options.map((values, field) => values[(i * (field + 1)) % values.length] ?? {});
    const varied = Object.assign({}, ...changes, ...when) as Json;
    const plain = Object.assign({}, ...when) as Json;
    const change = isAdmitted(program, source, varied, usual) ? varied : plain;
    return { ...usual[source.name], ...change };
  });
}

function isAdmitted(
  program: Program,
  source: TableSource,
  event: Json,
  usual: UsualRecords,
): boolean {
  const changes = { ...unrelated, events: { [source.name]: [event] } };
  return readRelated(program, changes, usual) !== undefined;
}

import type { DefaultRow } from "../interpret/default-row.js";
import { noLandmarks, usualValues } from "../interpret/default-values.js";
import { readEvents, readTableRecord } from "../interpret/read-source.js";
import type { SourceData } from "../interpret/source-data.js";
import { wireForm } from "../interpret/wire-form.js";
import type { EventSource, FieldContract, Program, TableSource } from "../ir/program.js";

type Json = Readonly<Record<string, unknown>>;

/** Records beside the input, each by what differs from the usual record of its source. */
export interface RelatedChanges {
  readonly events: Readonly<Record<string, readonly Json[]>>;
  /** Null and absent: the table has no record. */
  readonly tables: Readonly<Record<string, Json | null>>;
}

export const unrelated: RelatedChanges = { events: {}, tables: {} };

/** A record of each source that its contract admits, by the name of the source. */
export type UsualRecords = Readonly<Record<string, Json>>;

const millisPerHour = 3_600_000;

/** Events happened, and were known, an hour before the prediction; the key is that of the default row. */
export function usualRecords(program: Program, defaults: DefaultRow): UsualRecords {
  const records = [
    ...program.events.map(
      (source) => [source.name, usualEvent(program, source, defaults)] as const,
    ),
    ...program.tables.map(
      (source) => [source.name, usualRecord(program, source, defaults)] as const,
    ),
  ];
  return Object.fromEntries(records);
}

function usualRecord(program: Program, source: TableSource, { json }: DefaultRow): Json {
  const on = program.input.find((field) => field.name === source.on);
  return Object.fromEntries(
    source.fields.map((field) => [
      field.key,
      field.name === source.key && on !== undefined
        ? json[on.key]
        : wireForm(field, usualValues(field, noLandmarks)[0] ?? null),
    ]),
  );
}

function usualEvent(program: Program, source: EventSource, defaults: DefaultRow): Json {
  const moments = [source.time, source.known].filter((name) => name !== null);
  const changes = moments.map((name) => momentChange(source, name, defaults.asOf - millisPerHour));
  return Object.assign({ ...usualRecord(program, source, defaults) }, ...changes) as Json;
}

/** A moment of an event in the producer's form; empty where that cannot say it. */
export function momentChange(source: EventSource, name: string, millis: number): Json {
  const field = fieldOf(source, name);
  const json = field === undefined ? undefined : wireForm(field, millis);
  return field === undefined || json === undefined ? {} : { [field.key]: json };
}

export function fieldOf(source: TableSource, name: string): FieldContract | undefined {
  return source.fields.find((field) => field.name === name);
}

/** The records with their changes, as formulas read them; undefined where a contract refuses one. */
export function readRelated(
  program: Program,
  changes: RelatedChanges,
  usual: UsualRecords,
): SourceData | undefined {
  const events: Record<string, SourceData["events"][string]> = {};
  const tables: Record<string, SourceData["tables"][string]> = {};
  for (const source of program.events) {
    const own = changes.events[source.name] ?? [];
    const read = readEvents(
      program,
      source,
      own.map((change) => ({ ...usual[source.name], ...change })),
    );
    if ("issues" in read) return undefined;
    events[source.name] = read.events;
  }
  for (const source of program.tables) {
    const change = changes.tables[source.name] ?? null;
    const json = change === null ? null : { ...usual[source.name], ...change };
    const read = readTableRecord(program, source, json);
    if ("issues" in read) return undefined;
    tables[source.name] = read.record;
  }
  return { events, tables };
}

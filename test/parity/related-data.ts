import { wireForm } from "../../compiler/src/interpret/wire-form.js";
import { readInput } from "../../compiler/src/interpret/read-input.js";
import { momentOf } from "../../compiler/src/interpret/evaluate-program.js";
import { readKey, readTableRecord } from "../../compiler/src/interpret/read-source.js";
import type { ReferenceIssue } from "../../compiler/src/interpret/read-input.js";
import type { ParsedRecord, SourceData } from "../../compiler/src/interpret/source-data.js";
import { landmarksOf } from "../../compiler/src/ir/landmarks.js";
import type { EventSource, Program, TableSource } from "../../compiler/src/ir/program.js";
import { candidateValues } from "../../compiler/src/prove/candidates.js";
import type { Value } from "../../compiler/src/types/value.js";
import { cellText } from "../support/duckdb.js";
import { Random } from "../support/random.js";
import type { SentRow } from "./compare-rows.js";

type Json = Readonly<Record<string, unknown>>;

/** The records of each data set, in the order of its table. */
export type DataSets = ReadonlyMap<string, readonly Json[]>;

const day = 86_400_000;
/** Where windows begin and end, and next to it. */
const distances = [0, 1, -1, 3_600_000, day, 7 * day, 30 * day, 30 * day + 1, 365 * day];

/** Records for the keys that the rows have: events around the moments of rows, some refused, some keys twice. */
export function dataOf(program: Program, rows: readonly SentRow[], seed: number): DataSets {
  const random = new Random(seed);
  const data = new Map<string, Json[]>();
  const admitted = rows.flatMap(({ json, asOf }) => {
    const read = readInput(program, json, asOf);
    return "issues" in read ? [] : [{ input: read.input, at: momentOf(program, read.input, asOf) }];
  });
  const landmarks = landmarksOf(program.steps.map(({ formula }) => formula));
  const make = (source: TableSource, key: Value, isSpoiled: boolean, time?: number): Json => {
    const fields = source.fields.map((field) => {
      const choices = candidateValues(field, landmarks);
      const isNear = time !== undefined && field.type.kind === "timestamp" && random.chance(0.95);
      const value =
        field.name === source.key
          ? key
          : isNear
            ? time - random.pick(distances) - (random.chance(0.3) ? random.int(0, 40 * day) : 0)
            : random.pick(choices);
      return [field.key, isSpoiled && random.chance(0.1) ? null : wireForm(field, value)] as const;
    });
    return Object.fromEntries(fields);
  };
  const seen = new Set<string>();
  const keysOf = (source: TableSource): readonly (readonly [Value, number])[] =>
    admitted.flatMap(({ input, at }) => {
      const key = input[source.on] ?? null;
      const place = `${source.data} ${String(key)}`;
      if (key === null || seen.has(place)) return [];
      seen.add(place);
      return [[key, at] as const];
    });
  const add = (source: TableSource, record: Json): void => {
    if (source.fields.some((field) => cellText(field, record[field.key]) === undefined)) return;
    data.set(source.data, [...(data.get(source.data) ?? []), record]);
  };
  for (const source of [...program.events, ...program.tables]) {
    if (!data.has(source.data)) data.set(source.data, []);
    for (const [key, at] of keysOf(source)) {
      const isSpoiled = random.chance(0.05);
      if ("time" in source) {
        const moments = admitted.filter(({ input }) => input[source.on] === key);
        const count = random.int(0, 25);
        for (let i = 0; i < count; i += 1) {
          const record = make(
            source,
            key,
            isSpoiled,
            random.chance(0.7) ? random.pick(moments).at : at,
          );
          add(source, record);
          // Events of one moment, and events that are one another's likes.
          if (random.chance(0.2)) add(source, record);
          if (random.chance(0.2)) {
            const other = make(source, key, isSpoiled, at);
            const time = source.fields.find(({ name }) => name === source.time);
            add(source, time === undefined ? other : { ...other, [time.key]: record[time.key] });
          }
        }
      } else if (random.chance(0.8)) {
        add(source, make(source, key, isSpoiled));
        if (random.chance(0.02)) add(source, make(source, key, isSpoiled));
      }
    }
  }
  return data;
}

export interface SourceOutcome {
  readonly sources: SourceData;
  readonly issues: readonly ReferenceIssue[];
}

/** What the entity of a row has: records that are refused, too many or second ones reject the row. */
export function sourcesOf(
  program: Program,
  data: DataSets,
  input: Readonly<Record<string, Value>>,
): SourceOutcome {
  const events: Record<string, readonly ParsedRecord[]> = {};
  const tables: Record<string, ParsedRecord | null> = {};
  let issues: readonly ReferenceIssue[] = [];
  for (const source of program.events) {
    const { records, found } = entityOf(program, source, data, input);
    events[source.name] = records;
    const isTooLong = source.maxCount !== null && records.length > source.maxCount;
    const wrong: readonly ReferenceIssue[] = isTooLong
      ? [{ code: "length", path: [source.name] }]
      : found;
    if (issues.length === 0) issues = wrong;
  }
  for (const source of program.tables) {
    const { records, found } = entityOf(program, source, data, input);
    tables[source.name] = records[0] ?? null;
    if (issues.length === 0) issues = found;
  }
  return { sources: { events, tables }, issues };
}

interface EntityRecords {
  readonly records: readonly ParsedRecord[];
  readonly found: readonly ReferenceIssue[];
}

const known = new WeakMap<DataSets, Map<string, EntityRecords>>();

function entityOf(
  program: Program,
  source: EventSource | TableSource,
  data: DataSets,
  input: Readonly<Record<string, Value>>,
): EntityRecords {
  const key = input[source.on] ?? null;
  if (key === null) return { records: [], found: [] };
  const cache = known.get(data) ?? new Map<string, EntityRecords>();
  known.set(data, cache);
  const place = `${source.name} ${String(key)}`;
  const cached = cache.get(place);
  if (cached !== undefined) return cached;
  const records: ParsedRecord[] = [];
  const found: ReferenceIssue[] = [];
  for (const json of data.get(source.data) ?? []) {
    const own = readKey(source, json);
    if (own === null || String(own) !== String(key)) continue;
    const read = readTableRecord(program, source, json);
    if ("issues" in read) {
      found.push(...read.issues.map((one) => ({ ...one, path: [source.name, ...one.path] })));
    } else if (!("time" in source) && records.length > 0) {
      found.push({ code: "second_record" as ReferenceIssue["code"], path: [source.name] });
    } else if (read.record !== null) records.push(read.record);
  }
  const outcome = { records, found };
  cache.set(place, outcome);
  return outcome;
}

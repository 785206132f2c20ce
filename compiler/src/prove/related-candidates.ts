import { wireForm } from "../interpret/wire-form.js";
import { walk } from "../ir/children.js";
import type { Landmarks } from "../ir/landmarks.js";
import type { Aggregate, Expr, Window } from "../ir/nodes.js";
import type { EventSource, FieldContract, Program, TableSource } from "../ir/program.js";
import { candidateValues } from "./candidates.js";
import { fieldOf, momentChange } from "./related.js";
import type { RelatedChanges } from "./related.js";

type Json = Readonly<Record<string, unknown>>;

/** Records that may turn a formula another way, and what they are in words. */
export interface RelatedCandidate {
  readonly words: string;
  readonly changes: RelatedChanges;
  /** Events happen at one time: what an aggregate that looks at their order makes of it says something. */
  readonly isTie: boolean;
}

const valuesPerField = 6;
const millisPerHour = 3_600_000;

/** For each source that the formulas read: no record, edges of windows, ties, and values of each field. */
export function relatedCandidates(
  program: Program,
  formulas: readonly Expr[],
  landmarks: Landmarks,
  asOf: number,
): readonly RelatedCandidate[] {
  const candidates: RelatedCandidate[] = [];
  const reads = readsOf(formulas);
  for (const source of program.tables) {
    const paths = reads.tables.get(source.name);
    if (paths !== undefined) candidates.push(...tableCandidates(source, paths, landmarks));
  }
  for (const source of program.events) {
    const aggregates = reads.events.get(source.name);
    if (aggregates !== undefined) {
      candidates.push(...eventCandidates(source, aggregates, landmarks, asOf));
    }
  }
  return candidates;
}

interface Reads {
  /** Top-level fields by table. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  readonly events: ReadonlyMap<string, readonly Aggregate[]>;
}

export function readsOf(formulas: readonly Expr[]): Reads {
  const tables = new Map<string, Set<string>>();
  const events = new Map<string, Aggregate[]>();
  for (const formula of formulas) {
    walk(formula, (expr) => {
      if (expr.kind === "TableRef") {
        const paths = tables.get(expr.table) ?? new Set();
        if (expr.path[0] !== undefined) paths.add(expr.path[0]);
        tables.set(expr.table, paths);
      }
      if (expr.kind === "Aggregate" && expr.collection.kind === "events") {
        const { name } = expr.collection.source;
        events.set(name, [...(events.get(name) ?? []), expr]);
      }
    });
  }
  return { tables, events };
}

function tableCandidates(
  source: TableSource,
  fields: ReadonlySet<string>,
  landmarks: Landmarks,
): readonly RelatedCandidate[] {
  const { name } = source;
  const one = (words: string, change: Json): RelatedCandidate => ({
    words,
    changes: { events: {}, tables: { [name]: change } },
    isTie: false,
  });
  return [
    one(`${name} has a usual record`, {}),
    ...variations(source, fields, landmarks).map(({ words, change }) =>
      one(`in ${name} ${words}`, change),
    ),
  ];
}

export interface Variation {
  readonly words: string;
  readonly change: Json;
}

/** One field at a time at a value where a formula can turn. */
export function variations(
  source: TableSource,
  names: Iterable<string>,
  landmarks: Landmarks,
): readonly Variation[] {
  return [...names].flatMap((name) => {
    const field = fieldOf(source, name);
    return field === undefined ? [] : variationsOf(field, landmarks);
  });
}

function variationsOf(field: FieldContract, landmarks: Landmarks): readonly Variation[] {
  return candidateValues(field, landmarks)
    .filter((value) => value !== null || field.optional)
    .map((value) => ({ value, json: wireForm(field, value) }))
    .filter(({ json }) => json !== undefined && !isSentinel(field, json))
    .filter((_, i, all) => i < valuesPerField || i === all.length - 1)
    .map(({ json }) => ({
      words: `${field.name} is ${json === null ? "missing" : JSON.stringify(json)}`,
      change: { [field.key]: json },
    }));
}

function isSentinel(field: FieldContract, json: unknown): boolean {
  return field.missingValues.some((sentinel) => sentinel === json || String(sentinel) === json);
}

function eventCandidates(
  source: EventSource,
  aggregates: readonly Aggregate[],
  landmarks: Landmarks,
  asOf: number,
): readonly RelatedCandidate[] {
  const { name } = source;
  const windows = aggregates.flatMap(({ collection }) =>
    collection.kind === "events" ? [collection.window] : [],
  );
  const at = (moment: number, change: Json = {}): Json => ({
    ...momentChange(source, source.time, moment),
    ...(source.known === null ? {} : momentChange(source, source.known, moment)),
    ...change,
  });
  const some = (words: string, events: readonly Json[], isTie = false): RelatedCandidate => ({
    words,
    changes: { events: { [name]: events }, tables: {} },
    isTie,
  });
  const inside = insideOf(windows, asOf);
  const fields = variations(source, fieldsOf(source, aggregates), landmarks);
  const of = (i: number): Json => fields[i % Math.max(1, fields.length)]?.change ?? {};
  return [
    some(`${name} has one event`, [at(inside)]),
    ...edgesOf(windows, asOf).map(({ words, moment }) =>
      some(`${name} has one event ${words}`, [at(moment)]),
    ),
    ...(source.known === null
      ? []
      : [
          some(`the event of ${name} became known only at as_of`, [
            { ...at(inside), ...momentChange(source, source.known, asOf) },
          ]),
        ]),
    ...fields.map(({ words, change }) =>
      some(`${name} has one event whose ${words}`, [at(inside, change)]),
    ),
    some(`${name} has two equal events`, [at(inside), at(inside)]),
    some(`${name} has events out of order`, [
      at(inside, of(2)),
      at(inside - 2 * millisPerHour, of(0)),
      at(inside - millisPerHour, of(1)),
    ]),
    some(`${name} has two events`, [at(inside - millisPerHour, of(0)), at(inside, of(1))]),
    some(`${name} has two events, the other way round`, [
      at(inside - millisPerHour, of(1)),
      at(inside, of(0)),
    ]),
    some(`${name} has two events at one time`, [at(inside, of(1)), at(inside, of(0))], true),
    some(
      `${name} has two events at one time, the other way round`,
      [at(inside, of(0)), at(inside, of(1))],
      true,
    ),
    some(
      `${name} has six events`,
      [0, 1, 2, 3, 4, 5].map((i) => at(inside - i * millisPerHour, of(i + 1))),
    ),
  ];
}

/** Fields of events that the aggregates read. */
export function fieldsOf(source: EventSource, aggregates: readonly Aggregate[]): readonly string[] {
  const names = new Set<string>();
  for (const { where, element } of aggregates) {
    for (const part of [where, element]) {
      if (part === null) continue;
      walk(part, (expr) => {
        if (expr.kind === "ElementRef" && expr.path[0] !== undefined) names.add(expr.path[0]);
      });
    }
  }
  for (const moment of [source.time, source.known]) if (moment !== null) names.delete(moment);
  return [...names];
}

/** A moment that lies in as many windows as possible: an hour before the earliest end. */
function insideOf(windows: readonly Window[], asOf: number): number {
  const ends = windows.flatMap(({ highs }) =>
    highs.filter(({ base }) => base.kind === "AsOf").map(({ offset }) => offset),
  );
  return asOf + Math.min(0, ...ends) - millisPerHour;
}

/** Each end, and a millisecond on both sides of it. */
function edgesOf(
  windows: readonly Window[],
  asOf: number,
): readonly { readonly words: string; readonly moment: number }[] {
  const offsets = new Set<number>([0]);
  for (const { lows, highs } of windows) {
    for (const { base, offset } of [...lows, ...highs]) {
      if (base.kind === "AsOf") offsets.add(offset);
    }
  }
  return [...offsets].slice(0, 4).flatMap((offset) => {
    const place = offset === 0 ? "as_of" : `${spanWords(-offset)} before as_of`;
    return [
      { words: `1 ms before ${place}`, moment: asOf + offset - 1 },
      { words: `at ${place}`, moment: asOf + offset },
      { words: `1 ms after ${place}`, moment: asOf + offset + 1 },
    ];
  });
}

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;

export function spanWords(millis: number): string {
  const [unit, size] = units.find(([, length]) => millis % length === 0) ?? units[4];
  return `${millis / size}${unit}`;
}

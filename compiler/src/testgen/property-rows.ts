import { momentOf } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { wireForm } from "../interpret/wire-form.js";
import { walk } from "../ir/children.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { landmarksOf } from "../ir/landmarks.js";
import type { Landmarks } from "../ir/landmarks.js";
import type { Expr } from "../ir/nodes.js";
import type { EventSource, FieldContract, Program } from "../ir/program.js";
import { candidateValues, timestampCandidates } from "../prove/candidates.js";
import { fieldOf } from "../prove/related.js";
import { recordOf } from "./arbitrary.js";
import type { Arbitrary, WrittenAs } from "./arbitrary.js";
import type { RowSource } from "./row-source.js";

type Json = Readonly<Record<string, unknown>>;

/** Fields that are drawn together, because a constraint reads them or the moment is one of them. */
export interface JointValues {
  readonly values: Json;
  /** Of the prediction, in milliseconds. */
  readonly moment: number;
}

/** The moment of the prediction of a random row. */
export type MomentRule =
  /** No formula asks for it apart from the record. */
  | { readonly kind: "none" }
  /** Drawn, and passed by the caller. */
  | { readonly kind: "passed" }
  /** Drawn, and written into a field. */
  | { readonly kind: "field"; readonly key: string; readonly written: WrittenAs }
  /** Part of the joint values. */
  | { readonly kind: "joint" };

/** Random events of one source. */
export interface EventArbitrary {
  readonly source: EventSource;
  /** All fields but those of `moments`. */
  readonly fields: Arbitrary;
  readonly moments: EventMoments | null;
  /** Events drawn at most. */
  readonly most: number;
}

/** Time and knowledge of an event, relative to the prediction; null where a producer's format cannot say them. */
export interface EventMoments {
  readonly time: { readonly key: string; readonly written: WrittenAs };
  readonly known: { readonly key: string; readonly written: WrittenAs } | null;
  /** Milliseconds before the prediction where some window has its edge. */
  readonly edges: readonly number[];
  /** A longer time than that of every window. */
  readonly span: number;
}

/** What random rows of a spec are made of. */
export interface PropertyRows {
  readonly fields: Arbitrary;
  readonly joint: readonly JointValues[] | null;
  readonly moment: MomentRule;
  readonly events: readonly EventArbitrary[];
  readonly tables: readonly { readonly name: string; readonly fields: Arbitrary }[];
}

const mostEvents = 8;

/** The constants of the formulas that read a field or a source: what others compare with says nothing of it. */
class Readers {
  readonly #fields = new Map<string, Expr[]>();
  readonly #sources = new Map<string, Expr[]>();

  constructor(program: Program) {
    for (const step of program.steps) {
      const formulas = formulasOf(step);
      const { fields, steps } = dependenciesOf(program, formulas);
      const all = [...formulas, ...steps.flatMap(formulasOf)];
      for (const name of fields) addTo(this.#fields, name, formulas);
      const sources = new Set<string>();
      for (const formula of all) {
        walk(formula, (expr) => {
          if (expr.kind === "TableRef") sources.add(expr.table);
          if (expr.kind === "Aggregate" && expr.collection.kind === "events") {
            sources.add(expr.collection.source.name);
          }
        });
      }
      for (const name of sources) addTo(this.#sources, name, formulas);
    }
  }

  ofField(name: string): Landmarks {
    return landmarksOf(this.#fields.get(name) ?? []);
  }

  ofSource(name: string): Landmarks {
    return landmarksOf(this.#sources.get(name) ?? []);
  }
}

function addTo(lists: Map<string, Expr[]>, name: string, formulas: readonly Expr[]): void {
  const list = lists.get(name) ?? [];
  list.push(...formulas);
  lists.set(name, list);
}

export function propertyRows(source: RowSource): PropertyRows {
  const { program } = source;
  const readers = new Readers(program);
  const constrained = new Set(
    dependenciesOf(
      program,
      program.constraints
        .filter(({ onViolation }) => onViolation === "reject")
        .map(({ formula }) => formula),
    ).fields,
  );
  const moment = momentRule(program, constrained);
  if (moment.kind === "joint" && program.asOf !== null) constrained.add(program.asOf);
  const drawn = program.input.filter(
    ({ name, key }) => !constrained.has(name) && !(moment.kind === "field" && moment.key === key),
  );
  return {
    fields: recordOf(drawn, ({ name }) => readers.ofField(name)),
    joint: constrained.size === 0 ? null : jointValues(source, constrained, readers),
    moment,
    events: program.events.map((one) => eventArbitrary(one, program, readers)),
    tables: program.tables.map(({ name, fields }) => ({
      name,
      fields: recordOf(fields, () => readers.ofSource(name)),
    })),
  };
}

function momentRule(program: Program, constrained: ReadonlySet<string>): MomentRule {
  if (program.asOf === null) {
    return program.usesAsOf || program.events.length > 0 ? { kind: "passed" } : { kind: "none" };
  }
  if (program.events.length === 0) return { kind: "none" };
  const field = program.input.find(({ name }) => name === program.asOf);
  const written = field === undefined ? undefined : writtenAs(field);
  // Milliseconds would be lost, and an event at the very moment would no longer be one.
  if (field === undefined || written === undefined || written === "seconds") {
    return { kind: "joint" };
  }
  if (constrained.has(field.name)) return { kind: "joint" };
  return { kind: "field", key: field.key, written };
}

/** How a moment is written, if any moment can be. */
function writtenAs({ format, range }: FieldContract): WrittenAs | undefined {
  if (range !== null) return undefined;
  switch (format.kind) {
    case "json":
      return "timestamp";
    case "epoch_ms":
      return "number";
    case "epoch_s":
      return "seconds";
    default:
      return undefined;
  }
}

const mostTuples = 40;
const tries = 600;

/** Values that the reference admits together, the usual ones first. */
function jointValues(
  { program, defaults }: RowSource,
  names: ReadonlySet<string>,
  readers: Readers,
): readonly JointValues[] {
  const constraints = landmarksOf(program.constraints.map(({ formula }) => formula));
  const options = program.input
    .filter(({ name }) => names.has(name))
    .map((field) => ({
      field,
      values: optionsOf(field, [constraints, readers.ofField(field.name)]),
    }));
  const tuples: JointValues[] = [];
  const seen = new Set<string>();
  const add = (values: Json): void => {
    const id = JSON.stringify(values);
    if (seen.has(id)) return;
    seen.add(id);
    const read = readInput(program, { ...defaults.json, ...values }, defaults.asOf);
    if ("issues" in read) return;
    tuples.push({ values, moment: momentOf(program, read.input, defaults.asOf) });
  };
  add(Object.fromEntries(options.map(({ field }) => [field.key, defaults.json[field.key]])));
  const next = randomIndex();
  for (let i = 0; i < tries && tuples.length < mostTuples; i += 1) {
    add(
      Object.fromEntries(
        options.map(({ field, values }) => [field.key, values[next(values.length)]]),
      ),
    );
  }
  return tuples;
}

function optionsOf(field: FieldContract, landmarks: readonly Landmarks[]): readonly unknown[] {
  const near = field.type.kind === "timestamp" ? timestampCandidates([]) : [];
  const values = [...near, ...landmarks.flatMap((one) => candidateValues(field, one))]
    .filter((value) => value !== null)
    .map((value) => wireForm(field, value))
    .filter((value) => value !== undefined);
  return field.optional ? [null, ...values] : values;
}

/** The same numbers in every run. */
function randomIndex(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function eventArbitrary(source: EventSource, program: Program, readers: Readers): EventArbitrary {
  const moments = momentsOf(source, program);
  const written = [source.time, ...(source.known === null ? [] : [source.known])];
  const fields = source.fields.filter(({ name }) => moments === null || !written.includes(name));
  return {
    source,
    fields: recordOf(fields, () => readers.ofSource(source.name)),
    moments,
    // Room for events that are added.
    most: Math.max(1, Math.min(mostEvents, (source.maxCount ?? mostEvents) - 2)),
  };
}

const millisPerDay = 86_400_000;

function momentsOf(source: EventSource, program: Program): EventMoments | null {
  const of = (name: string) => {
    const field = fieldOf(source, name);
    const written = field === undefined ? undefined : writtenAs(field);
    return field === undefined || written === undefined ? null : { key: field.key, written };
  };
  const time = of(source.time);
  const known = source.known === null ? null : of(source.known);
  if (time === null || (source.known !== null && known === null)) return null;
  const edges = new Set<number>([0]);
  for (const formula of program.steps.flatMap(formulasOf)) {
    walk(formula, (expr) => {
      if (expr.kind !== "Aggregate" || expr.collection.kind !== "events") return;
      if (expr.collection.source.name !== source.name) return;
      const { lows, highs } = expr.collection.window;
      for (const { offset } of [...lows, ...highs]) edges.add(Math.abs(offset));
    });
  }
  const span = Math.max(millisPerDay, source.retention ?? 0, ...edges);
  return { time, known, edges: [...edges].sort((a, b) => a - b), span };
}

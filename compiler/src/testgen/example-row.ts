import { readDate, readTimestamp } from "../formula/read-date.js";
import type { DefaultRow } from "../interpret/default-row.js";
import type { EventSource, Program, TableSource } from "../ir/program.js";
import { fieldOf } from "../prove/related.js";
import type { RelatedChanges } from "../prove/related.js";
import type { DataAst, ExampleAst, GivenAst } from "../spec/ast.js";
import type { Type } from "../types/type.js";
import type { Value } from "../types/value.js";

type Json = Readonly<Record<string, unknown>>;

/** A record in the producer's form, and the moment of the prediction. */
export interface TestRow {
  readonly json: Readonly<Record<string, unknown>>;
  readonly asOf: number;
  readonly related: RelatedChanges;
}

/** The default row with the fields of `given` in place. */
export function exampleRow(program: Program, example: ExampleAst, defaults: DefaultRow): TestRow {
  const json: Record<string, unknown> = { ...defaults.json };
  let { asOf } = defaults;
  for (const { name, value } of example.given) {
    const given = jsonOfData(value);
    const field = program.input.find((candidate) => candidate.name === name.value);
    if (field !== undefined) json[field.key] = given;
    if (name.value === "as_of" || name.value === program.asOf) {
      const moment = typeof given === "string" ? readTimestamp(given) : undefined;
      if (moment !== undefined && "millis" in moment) asOf = moment.millis;
      if (program.asOf !== null && name.value === "as_of") {
        const asOfField = program.input.find((candidate) => candidate.name === program.asOf);
        if (asOfField !== undefined) json[asOfField.key] = given;
      }
    }
  }
  return { json, asOf, related: relatedOf(program, example) };
}

/** What `given` says under `events` or `tables`, unless the input has a field of that name. */
export function recordsGiven(
  program: Program,
  { given }: ExampleAst,
  section: "events" | "tables",
): GivenAst | undefined {
  const isField = program.input.some(({ name }) => name === section);
  return isField ? undefined : given.find(({ name }) => name.value === section);
}

/** `given: { events: { payments: […] }, tables: { bureau: {…} } }`, by the producer's keys. */
function relatedOf(program: Program, example: ExampleAst): RelatedChanges {
  const entriesOf = (section: "events" | "tables") => {
    const data = recordsGiven(program, example, section)?.value;
    return data?.kind === "map" ? data.entries : [];
  };
  const events = entriesOf("events").map(({ key, value }) => {
    const source = program.events.find((candidate) => candidate.name === key.value);
    const items = value.kind === "list" ? value.items : [];
    return [key.value, items.map((item) => eventOf(item, source))] as const;
  });
  const tables = entriesOf("tables").map(({ key, value }) => {
    const source = program.tables.find((candidate) => candidate.name === key.value);
    return [key.value, value.kind === "map" ? recordOf(value, source) : null] as const;
  });
  return { events: Object.fromEntries(events), tables: Object.fromEntries(tables) };
}

/** An event is known when it happens, unless it says otherwise. */
function eventOf(data: DataAst, source: EventSource | undefined): Json {
  const record = recordOf(data, source);
  if (source === undefined || source.known === null) return record;
  const keyOf = (name: string): string => fieldOf(source, name)?.key ?? name;
  const [time, known] = [keyOf(source.time), keyOf(source.known)];
  return time in record && !(known in record) ? { ...record, [known]: record[time] } : record;
}

function recordOf(data: DataAst, source: TableSource | undefined): Json {
  if (data.kind !== "map") return {};
  return Object.fromEntries(
    data.entries.map(({ key, value }) => [
      (source === undefined ? undefined : fieldOf(source, key.value)?.key) ?? key.value,
      jsonOfData(value),
    ]),
  );
}

/** YAML data as the JSON value that it stands for. */
export function jsonOfData(data: DataAst): unknown {
  switch (data.kind) {
    case "scalar":
      return data.value;
    case "list":
      return data.items.map(jsonOfData);
    case "map":
      return Object.fromEntries(
        data.entries.map(({ key, value }) => [key.value, jsonOfData(value)]),
      );
  }
}

/** An expected value as a value of the language: dates and timestamps are written as text. */
export function constantOfData(data: DataAst, type: Type): Value | undefined {
  if (data.kind === "list") {
    const items = data.items.map((item) => constantOfData(item, { kind: "number" }));
    return items.some((item) => item === undefined) ? undefined : (items as readonly Value[]);
  }
  if (data.kind !== "scalar") return undefined;
  const { value } = data;
  if (typeof value === "string" && type.kind === "date") {
    const reading = readDate(value);
    return "days" in reading ? reading.days : undefined;
  }
  if (typeof value === "string" && type.kind === "timestamp") {
    const reading = readTimestamp(value);
    return "millis" in reading ? reading.millis : undefined;
  }
  return typeof value === "number" ? value + 0 : value;
}

import { internalError } from "../../base/assert.js";
import type { EventSource, FieldContract, TableSource } from "../../ir/program.js";
import { fieldOf } from "./field-of.js";
import { rawOf, typedOf } from "./names.js";
import { allIssues, readField, valueOf } from "./read-field.js";
import type { FieldReading } from "./read-field.js";
import { columnOf, fromMoment } from "./moment-column.js";
import { rowNumber } from "./row-number.js";
import type { SqlFile } from "./scope.js";
import { atom, cases, column, identifier, plain, textLiteral } from "./sql-text.js";
import type { Sql } from "./sql-text.js";
import type { Stage } from "./stage.js";

/** A stage of a source: a colon keeps its name apart from tables. */
export const sourceStage = (source: string, part: string): string => `${source}:${part}`;

/** Columns of a record that are no fields. */
export const record = {
  line: "featc:line",
  key: "featc:key",
  issues: "featc:record_issues",
  isSound: "featc:is_sound",
} as const;

export function fieldNamed({ name, fields }: TableSource, wanted: string): FieldContract {
  return fields.find((field) => field.name === wanted) ?? internalError(`${name} has no ${wanted}`);
}

/** From the columns of a source's table to records with their key, their values and what is wrong with them. */
export function recordStages(source: TableSource, file: SqlFile): readonly Stage[] {
  const readings = source.fields.map((field) => {
    const raw = column(rawOf(field.name));
    const read = readField(field, raw, [textLiteral(source.name), textLiteral(field.key)], file);
    return fromMoment(read, raw, field, source.data, file);
  });
  const all = readings.flat();
  const key = readings[source.fields.indexOf(fieldNamed(source, source.key))] ?? [];
  return [
    {
      name: sourceStage(source.name, "raw"),
      keepsAll: false,
      from: identifier(source.data),
      comment: `The columns of the records of ${source.name}.`,
      columns: [
        { name: record.line, value: rowNumber(file) },
        ...source.fields.map((field) => ({
          name: rawOf(field.name),
          value: columnOf(field, source.data, file),
        })),
      ],
    },
    {
      name: sourceStage(source.name, "read"),
      keepsAll: true,
      from: identifier(sourceStage(source.name, "raw")),
      comment: "Each field in the form of formulas.",
      columns: all.map(({ name, typed }) => ({ name: typedOf(name), value: typed })),
    },
    {
      name: sourceStage(source.name, "fields"),
      keepsAll: false,
      from: identifier(sourceStage(source.name, "read")),
      comment: "The value of each field, and what is wrong with the record.",
      columns: [
        { name: record.line, value: column(record.line) },
        ...readings.map((parts) => ({
          name: parts[0]?.name ?? "",
          value: valueOf(parts, (i) => typedAt(parts, i), file.dialect.record),
        })),
        { name: record.key, value: keyOf(key, file) },
        { name: record.issues, value: issuesOf(all, file) },
      ],
    },
  ];
}

const typedAt = (readings: readonly FieldReading[], i: number): Sql =>
  column(typedOf(readings[i]?.name ?? ""));

function issuesOf(readings: readonly FieldReading[], file: SqlFile): Sql {
  const typed = (reading: FieldReading): Sql => column(typedOf(reading.name));
  return allIssues(
    readings.flatMap((reading) => reading.issues(typed(reading))),
    readings.flatMap((reading) => reading.inner(typed(reading))),
    file,
  );
}

/** What joins the record to rows, whatever its other fields are; NULL where it cannot be read. */
function keyOf(readings: readonly FieldReading[], file: SqlFile): Sql {
  const [key] = readings;
  if (key === undefined) internalError("a source without key");
  const wrong = key.issues(typedAt(readings, 0));
  const value = key.value(typedAt(readings, 0));
  return wrong.length === 0
    ? value
    : cases([{ when: atom(`len(${allIssues(wrong, [], file).text}) = 0`), value }]);
}

/** A record with these fields; nothing of a record that is not read is carried along. */
export function recordOf(alias: string, names: readonly string[], file: SqlFile): Sql {
  const prefix = alias === "" ? "" : `${alias}.`;
  return atom(file.dialect.record(names.map((name) => [name, `${prefix}${identifier(name)}`])));
}

/** Whether the record keeps its contract. */
export const isSound = (): Sql => plain(`(len(${identifier(record.issues)}) = 0)`);

/** Time first, then the other fields in order of declaration, missing values before all others. */
export function eventOrder(source: EventSource): string {
  const time = fieldNamed(source, source.time);
  const others = source.fields.filter((field) => field !== time);
  return [time, ...others].flatMap((field) => orderOf(field, column(field.name))).join(", ");
}

/** A record is compared field by field: engines put what it lacks last, the language first. */
function orderOf(field: FieldContract, value: Sql): readonly string[] {
  if (field.type.kind !== "record") return [`${value.text} NULLS FIRST`];
  return [
    `${value.text} IS NOT NULL`,
    ...field.fields.flatMap((inner) => orderOf(inner, fieldOf(value, [inner.name]))),
  ];
}

/** Inside lists engines put missing values last, where the language has them first. */
export function hasMissingInLists({ fields }: TableSource): boolean {
  const lacks = (field: FieldContract): boolean =>
    field.mayBeMissing || field.fields.some(lacks) || (field.items !== null && lacks(field.items));
  const has = (field: FieldContract): boolean =>
    field.fields.some(has) || (field.items !== null && lacks(field.items));
  return fields.some(has);
}

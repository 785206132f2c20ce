import { columnKind } from "../../emit/sql/read-scalar.js";
import { columnType } from "../../emit/sql/sql-module.js";
import { textLiteral, identifier } from "../../emit/sql/sql-text.js";
import type { FieldContract } from "../../ir/program.js";
import type { SqlType } from "../engine/sql-type.js";
import type { Notation } from "./notation.js";

const numberCell = "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,4})?";

/**
 * SQL for the value of a column as the generated query takes it; undefined where a column of this type never
 * holds what the field may be. `cells` says that texts are cells of a CSV file.
 */
export function readColumn(
  field: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
  notation: Notation,
): string | undefined {
  switch (field.type.kind) {
    case "list":
      return readList(field, value, type, cells, notation);
    case "record":
      return readRecord(field, value, type, cells, notation);
    default:
      return readScalarColumn(field, value, type, cells, notation);
  }
}

function readScalarColumn(
  field: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
  notation: Notation,
): string | undefined {
  switch (columnKind(field)) {
    case "number":
      return readNumber(field, value, type, cells);
    case "bool":
      if (type.kind === "bool") return value;
      return type.kind === "text" && cells ? boolCell(field, value, notation) : undefined;
    case "text":
      return readText(field, value, type, cells, notation);
  }
}

function readNumber(
  field: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
): string | undefined {
  switch (type.kind) {
    case "integer":
    case "number":
      return `CAST(${value} AS DOUBLE)`;
    case "decimal":
      // By its digits: the engine's own way divides, and rounds twice.
      return `CAST(CAST(${value} AS VARCHAR) AS DOUBLE)`;
    case "text":
      return cells && !hasNeededSentinel(field) ? numberText(field, value) : undefined;
    default:
      return undefined;
  }
}

/** A text that stands for missing where nothing may be absent: a column of numbers cannot tell the two apart. */
function hasNeededSentinel({ missingValues, optional }: FieldContract): boolean {
  return !optional && missingValues.some((one) => typeof one === "string");
}

/** What does not read as a number becomes NaN, which is refused as no number. */
function numberText(field: FieldContract, value: string): string {
  const sentinels = field.missingValues.filter((one) => typeof one === "string" && one !== "");
  const none =
    sentinels.length === 0
      ? ""
      : `WHEN ${value} IN (${sentinels.map((one) => textLiteral(String(one)).text).join(", ")}) THEN NULL `;
  return `CASE WHEN ${value} = '' THEN NULL ${none}WHEN regexp_full_match(${value}, '${numberCell}') THEN CAST(${value} AS DOUBLE) WHEN ${value} IS NOT NULL THEN CAST('NaN' AS DOUBLE) END`;
}

function boolCell(field: FieldContract, value: string, { fail }: Notation): string {
  const problem = textLiteral(`the column ${field.key} has a value that is no bool: `).text;
  return `CASE WHEN ${value} IN ('true', 'True', 'TRUE', '1') THEN true WHEN ${value} IN ('false', 'False', 'FALSE', '0') THEN false WHEN ${value} = '' OR ${value} IS NULL THEN NULL ELSE CAST(${fail(`${problem} || ${value}`)} AS BOOLEAN) END`;
}

function readText(
  field: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
  notation: Notation,
): string | undefined {
  if (type.kind === "text") {
    const keepsEmpty = !cells || field.missingValues.includes("");
    const text = `CAST(${value} AS VARCHAR)`;
    return keepsEmpty ? text : `nullif(${text}, '')`;
  }
  if (field.format.kind !== "json") return undefined;
  switch (field.type.kind) {
    case "id":
      return type.kind === "integer" ||
        type.kind === "uuid" ||
        (type.kind === "decimal" && type.isWhole)
        ? `CAST(${value} AS VARCHAR)`
        : undefined;
    case "string":
      return type.kind === "uuid" ? `CAST(${value} AS VARCHAR)` : undefined;
    case "date":
      return dayText(value, type, notation);
    case "timestamp":
      return instantText(value, type, notation);
    default:
      return undefined;
  }
}

/** A timestamp is a date where it is midnight; any other is refused as no date. */
function dayText(value: string, type: SqlType, notation: Notation): string | undefined {
  if (type.kind === "date") return `CAST(${value} AS VARCHAR)`;
  if (type.kind !== "timestamp") return undefined;
  const moment = `CAST(${value} AS TIMESTAMP)`;
  return `CASE WHEN ${moment} = date_trunc('day', ${moment}) THEN CAST(CAST(${moment} AS DATE) AS VARCHAR) ELSE ${notation.instantText(moment)} END`;
}

/** A time without zone is taken for UTC, as Parquet means it. */
function instantText(value: string, type: SqlType, notation: Notation): string | undefined {
  if (type.kind === "date") return `CAST(${value} AS VARCHAR) || 'T00:00:00Z'`;
  return type.kind === "timestamp"
    ? notation.instantText(`CAST(${value} AS TIMESTAMP)`)
    : undefined;
}

function readList(
  { items }: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
  notation: Notation,
): string | undefined {
  if (type.kind !== "list" || items === null || cells) return undefined;
  const item = `item${String(depthOf(value))}`;
  const read = readColumn(items, item, type.items, false, notation);
  return read === undefined ? undefined : notation.dialect.map(value, item, read);
}

function readRecord(
  { fields }: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
  notation: Notation,
): string | undefined {
  if (type.kind !== "record" || cells) return undefined;
  const known = new Map(type.fields.map((one) => [one.name, one.type]));
  const entries: (readonly [string, string])[] = [];
  for (const field of fields) {
    const own = known.get(field.key);
    const read =
      own === undefined
        ? `CAST(NULL AS ${columnType(field, notation.dialect)})`
        : readColumn(field, `${value}.${identifier(field.key)}`, own, false, notation);
    if (read === undefined) return undefined;
    entries.push([field.key, read]);
  }
  return `CASE WHEN ${value} IS NOT NULL THEN ${notation.dialect.record(entries)} END`;
}

/** How many lists the value is inside of, so that each has a name of its own for its elements. */
function depthOf(value: string): number {
  const [, digits = "0"] = /^item([0-9]+)/.exec(value) ?? [];
  return Number(digits) + 1;
}

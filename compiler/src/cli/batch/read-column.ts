import { columnKind } from "../../emit/sql/read-scalar.js";
import { columnType } from "../../emit/sql/sql-module.js";
import { duckdb } from "../../emit/sql/duckdb.js";
import { textLiteral, identifier } from "../../emit/sql/sql-text.js";
import type { FieldContract } from "../../ir/program.js";
import type { SqlType } from "../engine/sql-type.js";

const numberCell = "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,4})?";
/** An instant as RFC 3339 writes it, finer than the milliseconds that the contract keeps. */
const instant = "%Y-%m-%dT%H:%M:%S.%fZ";

/**
 * SQL for the value of a column as the generated query takes it; undefined where a column of this type never
 * holds what the field may be. `cells` says that texts are cells of a CSV file.
 */
export function readColumn(
  field: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
): string | undefined {
  switch (field.type.kind) {
    case "list":
      return readList(field, value, type, cells);
    case "record":
      return readRecord(field, value, type, cells);
    default:
      return readScalarColumn(field, value, type, cells);
  }
}

function readScalarColumn(
  field: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
): string | undefined {
  switch (columnKind(field)) {
    case "number":
      return readNumber(field, value, type, cells);
    case "bool":
      if (type.kind === "bool") return value;
      return type.kind === "text" && cells ? boolCell(field, value) : undefined;
    case "text":
      return readText(field, value, type, cells);
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

function boolCell(field: FieldContract, value: string): string {
  const problem = textLiteral(`the column ${field.key} has a value that is no bool: `).text;
  return `CASE WHEN ${value} IN ('true', 'True', 'TRUE', '1') THEN true WHEN ${value} IN ('false', 'False', 'FALSE', '0') THEN false WHEN ${value} = '' OR ${value} IS NULL THEN NULL ELSE CAST(error(${problem} || ${value}) AS BOOLEAN) END`;
}

function readText(
  field: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
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
      return dayText(value, type);
    case "timestamp":
      return instantText(value, type);
    default:
      return undefined;
  }
}

/** A timestamp is a date where it is midnight; any other is refused as no date. */
function dayText(value: string, type: SqlType): string | undefined {
  if (type.kind === "date") return `CAST(${value} AS VARCHAR)`;
  if (type.kind !== "timestamp") return undefined;
  const moment = `CAST(${value} AS TIMESTAMP)`;
  return `CASE WHEN ${moment} = date_trunc('day', ${moment}) THEN CAST(CAST(${moment} AS DATE) AS VARCHAR) ELSE strftime(${moment}, '${instant}') END`;
}

/** A time without zone is taken for UTC, as Parquet means it. */
function instantText(value: string, type: SqlType): string | undefined {
  if (type.kind === "date") return `strftime(${value}, '%Y-%m-%dT00:00:00Z')`;
  return type.kind === "timestamp"
    ? `strftime(CAST(${value} AS TIMESTAMP), '${instant}')`
    : undefined;
}

function readList(
  { items }: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
): string | undefined {
  if (type.kind !== "list" || items === null || cells) return undefined;
  const item = `item${String(value.split("lambda").length)}`;
  const read = readColumn(items, item, type.items, false);
  return read === undefined ? undefined : `list_transform(${value}, lambda ${item}: ${read})`;
}

function readRecord(
  { fields }: FieldContract,
  value: string,
  type: SqlType,
  cells: boolean,
): string | undefined {
  if (type.kind !== "record" || cells) return undefined;
  const known = new Map(type.fields.map((one) => [one.name, one.type]));
  const entries: string[] = [];
  for (const field of fields) {
    const own = known.get(field.key);
    const read =
      own === undefined
        ? `CAST(NULL AS ${columnType(field, duckdb)})`
        : readColumn(field, `${value}.${identifier(field.key)}`, own, false);
    if (read === undefined) return undefined;
    entries.push(`${identifier(field.key)}: ${read}`);
  }
  return `CASE WHEN ${value} IS NOT NULL THEN {${entries.join(", ")}} END`;
}

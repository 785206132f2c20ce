import { DuckDBInstance } from "@duckdb/node-api";
import type { DuckDBConnection } from "@duckdb/node-api";
import { duckdb } from "../../compiler/src/emit/sql/duckdb.js";
import { columnKind } from "../../compiler/src/emit/sql/read-scalar.js";
import { columnType } from "../../compiler/src/emit/sql/sql-module.js";
import type { FieldContract } from "../../compiler/src/ir/program.js";
import type { Type } from "../../compiler/src/types/type.js";

/** An engine in memory. */
export async function openDuckDB(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:");
  return instance.connect();
}

/** Columns by name: numbers are doubles with all their bits, integers of 64 bits are bigints. */
export async function readColumns(
  connection: DuckDBConnection,
  query: string,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const result = await connection.runAndReadAll(query);
  const columns = result.getColumnsJS();
  return new Map(result.columnNames().map((name, i) => [name, columns[i] ?? []]));
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A value as the column of its field takes it; undefined where a column of that type cannot hold it. */
export function cellText(field: FieldContract, json: unknown): string | undefined {
  if (json === null || json === undefined) return "NULL";
  switch (field.type.kind) {
    case "list": {
      if (!Array.isArray(json) || field.items === null) return undefined;
      const { items } = field;
      const cells = json.map((item) => cellText(items, item));
      return cells.includes(undefined)
        ? undefined
        : `CAST([${cells.join(", ")}] AS ${columnType(field, duckdb)})`;
    }
    case "record": {
      if (typeof json !== "object" || Array.isArray(json)) return undefined;
      const record = json as Readonly<Record<string, unknown>>;
      const known = new Set(field.fields.map(({ key }) => key));
      if (Object.keys(record).some((key) => !known.has(key))) return undefined;
      const cells = field.fields.map((one) => [one.key, cellText(one, record[one.key])] as const);
      if (cells.some(([, cell]) => cell === undefined)) return undefined;
      const entries = cells.map(([key, cell]) => `${quoted(key)}: ${cell}`);
      return `CAST({${entries.join(", ")}} AS ${columnType(field, duckdb)})`;
    }
    default:
      return scalarText(field, json);
  }
}

function scalarText(field: FieldContract, json: unknown): string | undefined {
  switch (columnKind(field)) {
    case "number":
      return typeof json === "number" ? numberText(json) : undefined;
    case "bool":
      return typeof json === "boolean" ? String(json) : undefined;
    case "text":
      if (field.type.kind === "id" && Number.isSafeInteger(json)) return textText(String(json));
      return typeof json === "string" && !/\p{Surrogate}/u.test(json) ? textText(json) : undefined;
  }
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return `CAST('${value}' AS DOUBLE)`;
  const digits = Object.is(value, -0) ? "-0" : String(value);
  return digits.includes("e") ? digits : `${digits}e0`;
}

function textText(text: string): string {
  return text
    .split("\0")
    .map((part) => `'${part.replaceAll("'", "''")}'`)
    .join(" || chr(0) || ");
}

export interface TableColumn {
  readonly name: string;
  readonly type: string;
}

/** Makes a table of rows whose cells are SQL. */
export async function fillTable(
  connection: DuckDBConnection,
  table: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const defined = columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(", ");
  await connection.run(`CREATE OR REPLACE TABLE ${quoted(table)} (${defined})`);
  for (let i = 0; i < rows.length; i += 500) {
    const part = rows.slice(i, i + 500).map((cells) => `(${cells.join(", ")})`);
    await connection.run(`INSERT INTO ${quoted(table)} VALUES ${part.join(",\n")}`);
  }
}

/** A column of a result in a form that loses nothing on the way out: dates as days, timestamps as milliseconds. */
export function readable(name: string, type: Type): string {
  const of = quoted(name);
  switch (type.kind) {
    case "date":
      return `CAST(${of} - DATE '1970-01-01' AS DOUBLE) AS ${of}`;
    case "timestamp":
      return `CAST(epoch_us(${of}) AS DOUBLE) / 1000 AS ${of}`;
    case "int":
    case "duration":
      return `CAST(${of} AS DOUBLE) AS ${of}`;
    case "string":
    case "enum":
    case "id":
      // The client drops a byte order mark that stands first.
      return `'.' || ${of} AS ${of}`;
    default:
      return of;
  }
}

/** The value of a column that `readable` selects. */
export function valueFrom(cell: unknown, type: Type): unknown {
  const isText = type.kind === "string" || type.kind === "enum" || type.kind === "id";
  return isText && typeof cell === "string" ? cell.slice(1) : cell;
}

import type { DuckDBConnection } from "@duckdb/node-api";

export { cellText } from "../../compiler/src/cli/batch/cell-text.js";
export { readable, valueFrom } from "../../compiler/src/cli/batch/engine-value.js";
export { openDuckDB } from "../../compiler/src/cli/engine/open-duckdb.js";

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

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DuckDBConnection } from "@duckdb/node-api";
import { bindSource } from "../../../compiler/src/cli/batch/bind-source.js";
import { inputShape } from "../../../compiler/src/cli/run/record-shape.js";
import { compile } from "../../../compiler/src/compile.js";
import type { Program } from "../../../compiler/src/ir/program.js";
import { openDuckDB } from "../../support/duckdb.js";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const flightsFile = join(root, "node_modules/vega-datasets/data/flights-3m.parquet");
export const flightsSpec = "test/bench/specs/flights.feat.yaml";
export const flightsRows = 3_000_000;

const hubs = ["ORD", "DFW", "ATL", "LAX", "PHX", "STL", "DTW", "MSP"];
const hub = (column: string): string =>
  `CASE ${column} ${hubs.map((name, i) => `WHEN '${name}' THEN ${String(i)}`).join(" ")} ELSE ${String(hubs.length)} END`;

/** The features of the spec as a person writes them for DuckDB, in its order: no contract, and the engine's own logarithm. */
const handWritten: readonly (readonly [name: string, sql: string])[] = [
  ["delay_minutes", "delay"],
  ["is_late", "delay > 15"],
  ["log_delay", "ln(1 + greatest(delay, 0))"],
  ["log_distance", "ln(1 + distance)"],
  ["delay_per_mile", "delay / distance"],
  [
    "distance_band",
    "CASE WHEN distance < 250 THEN 0 WHEN distance < 500 THEN 1 WHEN distance < 1000 THEN 2 WHEN distance < 2000 THEN 3 ELSE 4 END",
  ],
  ["hour_of_day", "hour(date)"],
  ["weekday", "isodow(date)"],
  ["month_of_year", "month(date)"],
  ["is_weekend", "isodow(date) >= 6"],
  ["origin_hub", hub("origin")],
  ["destination_hub", hub("destination")],
];

export const flightFeatures = handWritten.map(([name]) => name);

export function handWrittenQuery(file: string, type?: "FLOAT"): string {
  const columns = handWritten.map(
    ([name, sql]) => `${type === undefined ? sql : `CAST(${sql} AS ${type})`} AS ${name}`,
  );
  return `SELECT ${columns.join(", ")} FROM read_parquet('${file}')`;
}

export interface CompiledSql {
  readonly program: Program;
  readonly sql: string;
}

/** The SQL that featc emits for a spec. */
export async function emittedSql(name: string, text: string): Promise<CompiledSql> {
  const { program, files, diagnostics } = await compile(`${name}.feat.yaml`, {
    readFile: () => text,
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const sql = files.find(({ path }) => path === "duckdb.sql")?.text;
  if (program === undefined || sql === undefined || errors.length > 0) {
    throw new Error(`${name}: ${errors.map(({ message }) => message).join("; ")}\n${text}`);
  }
  if (sql.includes("-- There is no SQL")) throw new Error(sql);
  return { program, sql };
}

/** A session that has the views of the spec over a file, as `featc run` makes them. */
export async function flightsSession(file: string, threads: number): Promise<DuckDBConnection> {
  const { program, sql } = await emittedSql(
    "flights",
    readFileSync(join(root, flightsSpec), "utf8"),
  );
  const connection = await openDuckDB();
  await connection.run(`SET threads = ${String(threads)}`);
  const query = async (text: string) => (await connection.runAndReadAll(text)).getRowObjectsJS();
  const shape = inputShape(program);
  await bindSource(query, { table: "input", path: file, shown: file, shape });
  await connection.run(sql);
  return connection;
}

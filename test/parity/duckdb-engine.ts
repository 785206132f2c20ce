import type { DuckDBConnection } from "@duckdb/node-api";
import { duckdb } from "../../compiler/src/emit/sql/duckdb.js";
import { columnType, sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { duckdbNotation } from "../../compiler/src/cli/batch/notation.js";
import type { Type } from "../../compiler/src/types/type.js";
import {
  cellText,
  fillTable,
  quoted,
  readColumns,
  readable,
  valueFrom,
} from "../support/duckdb.js";
import { issueText } from "./batch-engine.js";
import type { BatchEngine, EngineTable } from "./batch-engine.js";

export function duckdbEngine(connection: DuckDBConnection): BatchEngine {
  return {
    name: "DuckDB",
    compute: async (program, facts, tables) => {
      for (const table of tables) await fill(connection, table);
      await connection.run(sqlModule(program, facts, duckdb).text);
      return {
        verdicts: await verdictsOf(connection, program),
        features: await featuresOf(connection, program),
        matrices: await matricesOf(connection, program),
      };
    },
  };
}

async function fill(
  connection: DuckDBConnection,
  { name, fields, moment, records }: EngineTable,
): Promise<void> {
  const columns = [
    ...fields.map((field) => ({ name: field.key, type: columnType(field, duckdb) })),
    ...(moment ? [{ name: "as_of", type: "TIMESTAMP" }] : []),
  ];
  const rows = records.map(({ json, asOf }) => [
    ...fields.map((field) => cellText(field, json[field.key]) ?? "NULL"),
    ...(moment ? [`make_timestamp(${BigInt(asOf) * 1000n})`] : []),
  ]);
  await fillTable(connection, name, columns, rows);
}

interface SqlIssue {
  readonly code: string;
  readonly path: readonly string[];
  readonly name: string | null;
}

async function verdictsOf(
  connection: DuckDBConnection,
  program: Program,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const view = quoted(`${program.name}_rejects`);
  // The client drops a byte order mark that stands first.
  const marked = `list_transform(issues, lambda i: {code: i.code, name: i.name,
    path: list_transform(i.path, lambda p: '.' || p)})`;
  const columns = await readColumns(connection, `SELECT row, ${marked} AS issues FROM ${view}`);
  const issues = (columns.get("issues") ?? []) as readonly (readonly SqlIssue[])[];
  return new Map(
    (columns.get("row") ?? []).map((row, i) => [
      Number(row),
      (issues[i] ?? []).map(({ code, path, name }) =>
        issueText(
          code,
          path.map((part) => part.slice(1)),
          name,
        ),
      ),
    ]),
  );
}

async function featuresOf(
  connection: DuckDBConnection,
  program: Program,
): Promise<ReadonlyMap<number, Readonly<Record<string, unknown>>>> {
  const types = new Map<string, Type>(program.steps.map(({ name, type }) => [name, type]));
  const typeOf = (name: string): Type => types.get(name) ?? { kind: "number" };
  const selected = program.features.map((name) => readable(name, typeOf(name), duckdbNotation));
  const view = quoted(`${program.name}_features`);
  const columns = await readColumns(
    connection,
    `SELECT ${['"row"', ...selected].join(", ")} FROM ${view}`,
  );
  return new Map(
    (columns.get("row") ?? []).map((row, i) => [
      Number(row),
      Object.fromEntries(
        program.features.map((name) => [name, valueFrom(columns.get(name)?.[i], typeOf(name))]),
      ),
    ]),
  );
}

async function matricesOf(
  connection: DuckDBConnection,
  program: Program,
): Promise<ReadonlyMap<string, Readonly<Record<number, readonly unknown[]>>>> {
  const found = new Map<string, Readonly<Record<number, readonly unknown[]>>>();
  for (const { name, columns: declared } of program.matrices) {
    const view = quoted(`${program.name}_${name}`);
    const columns = await readColumns(connection, `SELECT * FROM ${view}`);
    const cells = declared.flatMap((one) => one.cells);
    const rows = (columns.get("row") ?? []).map(
      (row, i) => [Number(row), cells.map((cell) => columns.get(cell)?.[i])] as const,
    );
    found.set(name, Object.fromEntries(rows));
  }
  return found;
}

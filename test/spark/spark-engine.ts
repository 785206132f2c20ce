import { sparkNotation } from "../../compiler/src/cli/batch/notation.js";
import { readable, valueFrom } from "../../compiler/src/cli/batch/engine-value.js";
import { runStatements, sparkQueries } from "../../compiler/src/cli/spark/spark-session.js";
import type { SparkClient } from "../../compiler/src/cli/spark/start-spark.js";
import { jsonLine, schemaOf } from "../../compiler/src/cli/spark/vector-table.js";
import { sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import { spark } from "../../compiler/src/emit/sql/spark.js";
import { identifier } from "../../compiler/src/emit/sql/sql-text.js";
import type { Program } from "../../compiler/src/ir/program.js";
import type { Type } from "../../compiler/src/types/type.js";
import { issueText } from "../parity/batch-engine.js";
import type { BatchEngine, Computed, EngineTable } from "../parity/batch-engine.js";

type Row = Readonly<Record<string, unknown>>;

/** Runs the SQL of a program in a session of Spark. */
export function sparkEngine(client: SparkClient): BatchEngine {
  const { query } = sparkQueries(client);
  return {
    name: "Spark",
    compute: async (program, facts, tables) => {
      for (const table of tables) await client.call(commandOf(table));
      await runStatements(client, sqlModule(program, facts, spark).text);
      const view = (part: string): string => identifier(`${program.name}_${part}`);
      const types = new Map(program.steps.map(({ name, type }) => [name, type]));
      const typeOf = (name: string): Type => types.get(name) ?? { kind: "number" };
      const columns = program.features.map((name) => readable(name, typeOf(name), sparkNotation));
      const rejects = await query(`SELECT "row", "issues" FROM ${view("rejects")}`);
      const rows = await query(
        `SELECT ${['"row"', ...columns].join(", ")} FROM ${view("features")}`,
      );
      const matrices = new Map<string, Readonly<Record<number, readonly unknown[]>>>();
      for (const matrix of program.matrices) {
        matrices.set(
          matrix.name,
          cellsOf(matrix, await query(`SELECT * FROM ${view(matrix.name)}`)),
        );
      }
      return {
        verdicts: new Map(rejects.map((row) => [Number(row["row"]), issuesOf(row)])),
        features: new Map(
          rows.map((row) => [
            Number(row["row"]),
            Object.fromEntries(
              program.features.map((name) => [name, valueFrom(row[name], typeOf(name))]),
            ),
          ]),
        ),
        matrices,
      } satisfies Computed;
    },
  };
}

interface Issue {
  readonly code: string;
  readonly path: readonly string[];
  readonly name: string | null;
}

function issuesOf(row: Row): readonly string[] {
  const issues = row["issues"] as readonly Issue[];
  return issues.map(({ code, path, name }) => issueText(code, path, name));
}

function commandOf({ name, fields, moment, records }: EngineTable) {
  return {
    do: "table" as const,
    name,
    schema: schemaOf(fields, moment),
    lines: records.map(({ json, asOf }, i) =>
      jsonLine({
        ...json,
        ...(moment ? { as_of: new Date(asOf).toISOString() } : {}),
        featc_row: i + 1,
      }),
    ),
  };
}

function cellsOf({ columns }: Program["matrices"][number], rows: readonly Row[]) {
  const cells = columns.flatMap((one) => one.cells);
  const value = (cell: unknown): unknown => (cell === "nan" ? NaN : (cell ?? null));
  return Object.fromEntries(
    rows.map((row) => [Number(row["row"]), cells.map((name) => value(row[name]))]),
  );
}

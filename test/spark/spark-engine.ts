import { columnType, sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import { spark } from "../../compiler/src/emit/sql/spark/spark.js";
import { identifier } from "../../compiler/src/emit/sql/sql-text.js";
import type { Program } from "../../compiler/src/ir/program.js";
import type { Type } from "../../compiler/src/types/type.js";
import { issueText } from "../parity/batch-engine.js";
import type { BatchEngine, EngineTable } from "../parity/batch-engine.js";
import type { SparkProcess, SparkTable } from "./spark-process.js";

/** Runs the SQL of a program in a session of Spark. */
export function sparkEngine(session: SparkProcess): BatchEngine {
  return {
    name: "Spark",
    compute: async (program, facts, tables) => {
      const types = new Map(program.steps.map(({ name, type }) => [name, type]));
      const view = (part: string): string => identifier(`${program.name}_${part}`);
      const features = program.features.map((name) => readable(name, types.get(name)));
      const queries = [
        `SELECT "row", "issues" FROM ${view("rejects")}`,
        `SELECT ${['"row"', ...features].join(", ")} FROM ${view("features")}`,
        ...program.matrices.map(({ name, columns }) => {
          const cells = columns.flatMap((one) => one.cells).map(identifier);
          return `SELECT ${['"row"', ...cells].join(", ")} FROM ${view(name)}`;
        }),
      ];
      const [rejects = [], rows = [], ...matrices] = await session.run({
        tables: tables.map(sparkTable),
        statements: statementsOf(sqlModule(program, facts, spark).text),
        queries: queries.map(inSpark),
      });
      return {
        verdicts: new Map(
          rejects.map(([row, issues]) => [Number(row), (issues as readonly Issue[]).map(textOf)]),
        ),
        features: new Map(
          rows.map(([row, ...values]) => [
            Number(row),
            Object.fromEntries(
              program.features.map((name, i) => [name, valueOf(values[i], types.get(name))]),
            ),
          ]),
        ),
        matrices: new Map(
          program.matrices.map(({ name }, i) => [name, cellsOf(program, matrices[i] ?? [])]),
        ),
      };
    },
  };
}

interface Issue {
  readonly code: string;
  readonly path: readonly string[];
  readonly name: string | null;
}

const textOf = ({ code, path, name }: Issue): string => issueText(code, path, name);

/** Spark takes one statement at a time. */
function statementsOf(text: string): readonly string[] {
  return text.split(";\n\n");
}

const inSpark = (sql: string): string =>
  spark.rewrite(
    sql,
    () => undefined,
    () => "v",
  );

function sparkTable({ name, fields, moment, records }: EngineTable): SparkTable {
  const columns = [
    ...fields.map((field) => `${identifier(field.key)} ${columnType(field, spark)}`),
    ...(moment ? [`"as_of" TIMESTAMP`] : []),
    `"featc_row" BIGINT`,
  ];
  return {
    name,
    schema: inSpark(columns.join(", ")),
    records: records.map(({ json, asOf }, i) => ({
      ...json,
      ...(moment ? { as_of: new Date(asOf).toISOString() } : {}),
      featc_row: i + 1,
    })),
  };
}

function readable(name: string, type: Type | undefined): string {
  const of = identifier(name);
  switch (type?.kind) {
    case "date":
      return `CAST(unix_date(${of}) AS DOUBLE) AS ${of}`;
    case "timestamp":
      return `CAST(unix_micros(${of}) AS DOUBLE) / 1000e0 AS ${of}`;
    case "int":
    case "duration":
      return `CAST(${of} AS DOUBLE) AS ${of}`;
    default:
      return of;
  }
}

function valueOf(value: unknown, type: Type | undefined): unknown {
  return type?.kind === "number" ? numberOf(value) : (value ?? null);
}

function cellsOf(_: Program, rows: readonly (readonly unknown[])[]) {
  return Object.fromEntries(rows.map(([row, ...cells]) => [Number(row), cells.map(numberOf)]));
}

function numberOf(value: unknown): unknown {
  return value === "nan" ? NaN : (value ?? null);
}

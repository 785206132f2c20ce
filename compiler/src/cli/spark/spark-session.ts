import { sparkNotation } from "../batch/notation.js";
import type { Session } from "../batch/session.js";
import { spark } from "../../emit/sql/spark.js";
import type { SparkClient } from "./start-spark.js";

/** SQL in the notation that the other engine has too, as Spark reads it. */
export function inSpark(sql: string): string {
  let count = 0;
  return spark.rewrite(
    sql,
    () => undefined,
    () => `featc_${String((count += 1))}`,
  );
}

/** What a run asks of an engine, of Spark. */
export function sparkQueries(client: SparkClient): Pick<Session, "query" | "notation"> {
  return {
    notation: sparkNotation,
    query: async (sql) => rowsOf(await client.call({ do: "sql", text: inSpark(sql) })),
  };
}

interface Found {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { columns, rows } = value as Found;
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
}

/** Runs a generated file, which is in Spark's notation already. */
export async function runStatements(client: SparkClient, text: string): Promise<void> {
  for (const statement of text.split(";\n\n")) await client.call({ do: "sql", text: statement });
}

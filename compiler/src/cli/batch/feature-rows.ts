import { viewName } from "../../emit/sql/sql-module.js";
import type { Program } from "../../ir/program.js";
import type { Type } from "../../types/type.js";
import type { Value } from "../../types/value.js";
import type { Session } from "./session.js";
import { readable, valueFrom } from "./engine-value.js";

/** A row of the generated view of features. */
export interface FeatureRow {
  /** Its number in the input, from 1. */
  readonly row: number;
  /** In the order that was asked for. */
  readonly values: readonly (readonly [name: string, value: Value])[];
}

/** Keys and features by name, as the rows are in the view; all at once where the session does not give them in parts. */
export async function* featureRows(
  session: Pick<Session, "query"> & Partial<Pick<Session, "rows">>,
  program: Program,
  names: readonly string[],
  where = "",
): AsyncGenerator<readonly FeatureRow[]> {
  const typed = names.map((name) => [name, typeOf(program, name)] as const);
  const columns = typed.map(([name, type]) => readable(name, type));
  const sql = `SELECT ${['"row"', ...columns].join(", ")} FROM ${viewName(program, "features")} ${where}`;
  const read = (record: Readonly<Record<string, unknown>>): FeatureRow => ({
    row: Number(record["row"]),
    values: typed.map(([name, type]) => [name, valueFrom(record[name], type)]),
  });
  if (session.rows === undefined) {
    yield (await session.query(sql)).map(read);
    return;
  }
  for await (const part of session.rows(sql)) yield part.map(read);
}

function typeOf(program: Program, name: string): Type {
  const step = program.steps.find((one) => one.name === name);
  const field = program.input.find((one) => one.name === name);
  return (program.features.includes(name) ? step?.type : field?.type) ?? { kind: "string" };
}

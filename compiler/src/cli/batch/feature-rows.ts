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
  session: Pick<Session, "query" | "notation"> & Partial<Pick<Session, "rows">>,
  program: Program,
  names: readonly string[],
  where = "",
): AsyncGenerator<readonly FeatureRow[]> {
  const typed = names.map((name) => [name, typeOf(program, name)] as const);
  const columns = typed.map(([name, type]) => readable(name, type, session.notation));
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

/** A row of the generated view of features, by name. */
export interface FeatureRecord {
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
}

/** All rows as `featureRows` gives them, read by columns. */
export async function* featureRecords(
  session: Pick<Session, "query" | "rows" | "columns" | "notation">,
  program: Program,
  names: readonly string[],
): AsyncGenerator<readonly FeatureRecord[]> {
  const types = names.map((name) => typeOf(program, name));
  if (types.some(({ kind }) => kind === "vector")) {
    for await (const part of featureRows(session, program, names)) {
      yield part.map(({ row, values }) => ({ row, values: Object.fromEntries(values) }));
    }
    return;
  }
  const columns = names.map((name) => readable(name, typeOf(program, name), session.notation));
  const sql = `SELECT ${[`CAST("row" AS DOUBLE)`, ...columns].join(", ")} FROM ${viewName(program, "features")}`;
  for await (const [rows = [], ...cells] of session.columns(sql)) {
    yield rows.map((row, i) => {
      const values: Record<string, Value> = {};
      for (let at = 0; at < names.length; at += 1) {
        const [name, type] = [names[at], types[at]];
        if (name !== undefined && type !== undefined)
          values[name] = valueFrom(cells[at]?.[i], type);
      }
      return { row: Number(row), values };
    });
  }
}

function typeOf(program: Program, name: string): Type {
  const step = program.steps.find((one) => one.name === name);
  const field = program.input.find((one) => one.name === name);
  return (program.features.includes(name) ? step?.type : field?.type) ?? { kind: "string" };
}

import type { FieldContract } from "../../ir/program.js";
import type { FieldReading } from "./read-field.js";
import type { SqlFile } from "./scope.js";
import { atom, call, column } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** The column that has the timestamps of a field. */
export const momentColumn = (key: string): string => `featc:moment ${key}`;

/** What a field is read from: its text, or the timestamp beside it. */
export function columnOf(field: FieldContract, table: string, file: SqlFile): Sql {
  return column(isMoment(field, table, file) ? momentColumn(field.key) : field.key);
}

/** The same reading of a timestamp where there is one: no text has to be taken apart. */
export function fromMoment(
  readings: readonly FieldReading[],
  raw: Sql,
  field: FieldContract,
  table: string,
  file: SqlFile,
): readonly FieldReading[] {
  return isMoment(field, table, file)
    ? readings.map((reading) => ({ ...reading, typed: millisecondsOf(raw) }))
    : readings;
}

function isMoment({ key }: FieldContract, table: string, { moments }: SqlFile): boolean {
  return moments.get(table)?.has(key) ?? false;
}

/** Milliseconds of a column of timestamps, floored: what is before 1970 must not round up. */
export function millisecondsOf(timestamp: Sql): Sql {
  return call(
    "featc_timestamp_in_range",
    atom(
      `CAST((epoch_us(${timestamp.text}) - ((epoch_us(${timestamp.text}) % 1000) + 1000) % 1000) // 1000 AS DOUBLE)`,
    ),
  );
}

import { asOfColumn, columnType } from "../../emit/sql/sql-module.js";
import { spark } from "../../emit/sql/spark.js";
import { identifier } from "../../emit/sql/sql-text.js";
import type { FieldContract } from "../../ir/program.js";
import type { VectorTable } from "../batch/check-engine.js";
import { inSpark } from "./spark-session.js";
import type { SparkCommand } from "./start-spark.js";

/** Has Spark make a table of records that the contract admits, numbered from 1. */
export function tableCommand({ name, fields, records, moment }: VectorTable): SparkCommand {
  const at = moment === undefined ? {} : { [asOfColumn]: new Date(moment).toISOString() };
  return {
    do: "table",
    name,
    schema: schemaOf(fields, moment !== undefined),
    lines: records.map((record, i) => jsonLine({ ...record, ...at, featc_row: i + 1 })),
  };
}

/** The columns of such a table, as Spark reads them: `name TYPE, …`. */
export function schemaOf(fields: readonly FieldContract[], hasMoment: boolean): string {
  const columns = [
    ...fields.map((field) => `${identifier(field.key)} ${columnType(field, spark)}`),
    ...(hasMoment ? [`${identifier(asOfColumn)} TIMESTAMP`] : []),
    `${identifier("featc_row")} BIGINT`,
  ];
  return inSpark(columns.join(", "));
}

const negativeZero = "featc:-0";

/** JSON has no number for some, which Spark reads as texts, and `JSON.stringify` no sign for 0. */
export function jsonLine(record: unknown): string {
  const text = JSON.stringify(record, (_, value: unknown) => {
    if (Object.is(value, -0)) return negativeZero;
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
  });
  return text.replaceAll(`"${negativeZero}"`, "-0.0");
}

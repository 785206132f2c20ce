import type { Dialect } from "../../emit/sql/dialect.js";
import { duckdb } from "../../emit/sql/duckdb.js";
import { spark } from "../../emit/sql/spark.js";

/** How the SQL of a run itself, beside the generated query, is written for an engine. */
export interface Notation {
  readonly engine: string;
  readonly dialect: Dialect;
  /** A timestamp as RFC 3339 writes it, finer than the milliseconds that the contract keeps. */
  readonly instantText: (timestamp: string) => string;
  /** A column of timestamps or dates as a timestamp in UTC; what is none is after the year 9999. */
  readonly moment: (value: string) => string;
  /** Days since 1970 of a date, as a double. */
  readonly days: (date: string) => string;
  /** An expression that ends the run. */
  readonly fail: (message: string) => string;
  /** Each element of a list in a row of its own. */
  readonly eachOf: (list: string) => string;
  readonly joined: (list: string) => string;
}

export const duckdbNotation: Notation = {
  engine: "DuckDB",
  dialect: duckdb,
  instantText: (timestamp) => `strftime(${timestamp}, '%Y-%m-%dT%H:%M:%S.%fZ')`,
  moment: (value) =>
    `CASE WHEN isfinite(CAST(${value} AS TIMESTAMP)) THEN CAST(${value} AS TIMESTAMP) WHEN ${value} IS NOT NULL THEN TIMESTAMP '20000-01-01 00:00:00' END`,
  days: (date) => `CAST(${date} - DATE '1970-01-01' AS DOUBLE)`,
  fail: (message) => `error(${message})`,
  eachOf: (list) => `unnest(${list})`,
  joined: (list) => `array_to_string(${list}, '.')`,
};

export const sparkNotation: Notation = {
  engine: "Spark",
  dialect: spark,
  instantText: (timestamp) => `date_format(${timestamp}, 'yyyy-MM-dd''T''HH:mm:ss.SSSSSS''Z''')`,
  moment: (value) => `CAST(${value} AS TIMESTAMP)`,
  days: (date) => `CAST(unix_date(${date}) AS DOUBLE)`,
  fail: (message) => `raise_error(${message})`,
  eachOf: (list) => `explode(${list})`,
  joined: (list) => `array_join(${list}, '.')`,
};

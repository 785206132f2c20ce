import type { Dialect } from "./dialect.js";
import { atom, identifier } from "./sql-text.js";

const list = (items: readonly string[]): string => `[${items.join(", ")}]`;
const map = (of: string, name: string, body: string): string =>
  `list_transform(${of}, lambda ${name}: ${body})`;

export const duckdb: Dialect = {
  engine: "DuckDB",
  file: "duckdb.sql",
  settings: [
    "SET TimeZone = 'UTC';",
    "SET ieee_floating_point_ops = true;",
    "SET integer_division = false;",
    "SET default_collation = '';",
    "SET default_null_order = 'nulls_last';",
  ],
  between: "\n",
  note: null,
  types: {
    number: "DOUBLE",
    int: "BIGINT",
    bool: "BOOLEAN",
    text: "VARCHAR",
    date: "DATE",
    timestamp: "TIMESTAMP",
    float32: "FLOAT",
    list: (element) => `${element}[]`,
    record: (fields) =>
      `STRUCT(${fields.map(([name, type]) => `${identifier(name)} ${type}`).join(", ")})`,
  },
  macro: (name, parameters, body) =>
    `CREATE OR REPLACE TEMP MACRO ${name}(${parameters.join(", ")}) AS\n${body};`,
  macros: {},
  lists: null,
  view: (name, query) => `CREATE OR REPLACE TEMP VIEW ${name} AS\n${query};`,
  rowNumber: { kind: "expression", text: "row_number() OVER ()" },
  shared: "MATERIALIZED ",
  // A lambda computes its argument once; a macro would write it wherever its parameter stands.
  bind: (name, value, body) => `${map(list([value]), name, body)}[1]`,
  record: (fields) =>
    `{${fields.map(([name, value]) => `${identifier(name)}: ${value}`).join(", ")}}`,
  list,
  at: (of, position) => `${of}[${position}]`,
  map,
  mapWithPosition: (of, name, position, body) =>
    `list_transform(${of}, lambda ${name}, ${position}: ${body})`,
  filter: (of, name, condition) => `list_filter(${of}, lambda ${name}: ${condition})`,
  collect: (value, order, condition) =>
    `list(${value} ORDER BY ${order}) FILTER (WHERE ${condition})`,
  exactSum: (of) => `list_sum(${of})`,
  bits: (number) => `CAST(CAST(${number} AS BIT) AS BIGINT)`,
  fromBits: (bits) => `CAST(CAST(CAST(${bits} AS BIGINT) AS BIT) AS DOUBLE)`,
  toInteger: ({ text }) => atom(`TRY_CAST(${text} AS BIGINT)`),
  rewrite: (text) => text,
};

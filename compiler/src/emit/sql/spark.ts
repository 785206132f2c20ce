import type { Dialect } from "./dialect.js";
import { atom, identifier, numberText } from "./sql-text.js";
import { javaCall, sparkMacros } from "./spark/macros.table.js";
import { sparkStatements } from "./spark/spark-statements.js";

const list = (items: readonly string[]): string => `array(${items.join(", ")})`;
const map = (of: string, name: string, body: string): string =>
  `transform(${of}, ${name} -> ${body})`;
const bind = (name: string, value: string, body: string): string =>
  `${map(list([value]), name, body)}[0]`;

const doubleText = (value: number | null): string =>
  value === null ? "CAST(NULL AS DOUBLE)" : numberText(value);

/** Written in the notation that the emitter has for all engines, and rewritten to Spark's at the end. */
export const spark: Dialect = {
  engine: "Spark",
  file: "spark.sql",
  settings: [
    "SET spark.sql.ansi.enabled = true;",
    "SET spark.sql.session.timeZone = UTC;",
    "SET spark.sql.subexpressionElimination.enabled = false;",
    "SET spark.sql.caseSensitive = false;",
  ],
  between: "\n\n",
  note: "Spark takes one statement at a time: in Python, `for s in text.split(';\\n\\n'): spark.sql(s)`.",
  types: {
    number: "DOUBLE",
    int: "BIGINT",
    bool: "BOOLEAN",
    text: "STRING",
    date: "DATE",
    timestamp: "TIMESTAMP",
    float32: "FLOAT",
    list: (element) => `ARRAY<${element}>`,
    record: (fields) =>
      `STRUCT<${fields.map(([name, type]) => `${identifier(name)}: ${type}`).join(", ")}>`,
  },
  // Spark has no functions of a session inside lambdas: they are written out where they are called.
  macro: null,
  macros: sparkMacros,
  lists: {
    declare: (name, values) =>
      `DECLARE OR REPLACE VARIABLE ${name} ARRAY<DOUBLE> DEFAULT ${list(values.map(doubleText))};`,
    // By halves: from the largest step that fits to 1, on where the next start is not after the moment.
    stretch: (moment, starts, values, count) => {
      const steps: number[] = [];
      for (let step = 1; step <= count; step *= 2) steps.unshift(step);
      const place = `aggregate(${list(steps.map(String))}, 0, (place, step) -> CASE WHEN get(${starts}, place + step - 1) <= ${moment} THEN place + step ELSE place END)`;
      return `get(${values}, ${count === 0 ? "0" : place})`;
    },
  },
  view: (name, query) => `CREATE OR REPLACE TEMPORARY VIEW ${name} AS\n${query};`,
  // Rows have no order of their own, and a stage that is read twice is computed twice.
  rowNumber: { kind: "column", name: "featc_row" },
  shared: "",
  bind,
  record: (fields) =>
    `named_struct(${fields.map(([name, value]) => `'${name.replaceAll("'", "''")}', ${value}`).join(", ")})`,
  list,
  at: (of, position) => {
    if (/^-[0-9]+$/.test(position)) return `try_element_at(${of}, ${position})`;
    return /^[0-9]+$/.test(position)
      ? `get(${of}, ${Number(position) - 1})`
      : `get(${of}, CAST(${position} AS INT) - 1)`;
  },
  map,
  mapWithPosition: (of, name, position, body) =>
    `transform(${of}, (${name}, ${position}_from_0) -> ${bind(position, `${position}_from_0 + 1`, body)})`,
  filter: (of, name, condition) => `filter(${of}, ${name} -> ${condition})`,
  collect: (value, order, condition) =>
    map(
      `sort_array(collect_list(named_struct('place', ${order}, 'value', ${value})) FILTER (WHERE ${condition}))`,
      "one",
      "one.value",
    ),
  exactSum: (of) =>
    `aggregate(${of}, CAST(0 AS DECIMAL(38, 0)), (total, next) -> CAST(total + next AS DECIMAL(38, 0)))`,
  bits: (number) => javaCall("java.lang.Double", "doubleToRawLongBits", [number], "BIGINT"),
  fromBits: (bits) => javaCall("java.lang.Double", "longBitsToDouble", [bits], "DOUBLE"),
  toInteger: ({ text }) => atom(`TRY_CAST(${text} AS BIGINT)`),
  rewrite: sparkStatements,
};

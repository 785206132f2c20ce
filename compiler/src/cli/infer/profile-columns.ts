import type { ColumnProfile, NumberProfile, TextProfile, ValueCount } from "./column-profile.js";
import { shapeMarks } from "./date-shape.js";
import { columnName } from "../engine/source-file.js";
import type { Query, SourceColumns } from "../engine/source-file.js";
import type { SqlType } from "../engine/sql-type.js";

/** More values than an enum of a starter spec should have. */
const mostValues = 40;
const mostShapes = 8;
const mostOdd = 3;
/** The share of texts that read as a number, from which the others are taken for sentinels. */
const mostlyNumbers = 0.8;

const numberText = "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,4})?";
const paddedText = "[+-]?0[0-9].*";

/** What the rows of a file hold, column by column; `profiled` is called after each. */
export async function profileColumns(
  query: Query,
  { relation, columns }: SourceColumns,
  profiled: (name: string) => void,
): Promise<readonly ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  for (const { name, type } of columns) {
    profiles.push(await profileColumn(query, relation, name, type));
    profiled(name);
  }
  return profiles;
}

async function profileColumn(
  query: Query,
  relation: string,
  name: string,
  type: SqlType,
): Promise<ColumnProfile> {
  const column = columnName(name);
  const value = type.kind === "text" ? `nullif(${column}, '')` : column;
  const from = `(SELECT ${value} AS v, ${column} AS given FROM ${relation})`;
  const counts = await oneRow(
    query,
    `SELECT count(*) AS n, count(v) AS present, count(given) AS given, approx_count_distinct(v) AS about FROM ${from}`,
  );
  const rows = Number(counts["n"]);
  const present = Number(counts["present"]);
  const about = Number(counts["about"]);
  const countable = isScalar(type) && present > 0;
  return {
    name,
    type,
    rows,
    present,
    unique: countable && present === rows && about >= 0.8 * rows && (await isUnique(query, from)),
    values: countable && about <= 2 * mostValues ? await commonValues(query, from) : null,
    numbers:
      countable && (type.kind === "integer" || type.kind === "number" || type.kind === "decimal")
        ? await profileNumbers(query, `(SELECT CAST(v AS DOUBLE) AS x FROM ${from})`)
        : null,
    text:
      countable && type.kind === "text"
        ? await profileText(query, from, present, Number(counts["given"]) - present)
        : null,
    span:
      countable && (type.kind === "date" || type.kind === "timestamp")
        ? await firstAndLast(query, from)
        : null,
  };
}

function isScalar({ kind }: SqlType): boolean {
  return kind !== "list" && kind !== "record" && kind !== "other";
}

async function isUnique(query: Query, from: string): Promise<boolean> {
  const row = await oneRow(query, `SELECT count(DISTINCT v) = count(*) AS yes FROM ${from}`);
  return row["yes"] === true;
}

async function commonValues(query: Query, from: string): Promise<readonly ValueCount[] | null> {
  const values = await countsOf(query, "CAST(v AS VARCHAR)", from, "v IS NOT NULL", mostValues + 1);
  return values.length > mostValues ? null : values;
}

async function profileNumbers(query: Query, from: string): Promise<NumberProfile | null> {
  const real = "isfinite(x)";
  const row = await oneRow(
    query,
    `SELECT min(x) FILTER (${real}) AS lo, max(x) FILTER (${real}) AS hi,
       quantile_disc(x, 0.5) FILTER (${real}) AS median,
       bool_and(x = trunc(x)) FILTER (${real}) AS whole,
       count(x) FILTER (NOT ${real}) AS unreal
     FROM ${from}`,
  );
  const { lo, hi, median } = row;
  if (typeof lo !== "number" || typeof hi !== "number" || typeof median !== "number") return null;
  const next = await oneRow(
    query,
    `SELECT count(*) FILTER (x = ${double(lo)}) AS at_lo, count(*) FILTER (x = ${double(hi)}) AS at_hi,
       quantile_disc(x, 0.5) FILTER (x > ${double(lo)} AND x < ${double(hi)}) AS inner_median,
       min(x) FILTER (x > ${double(lo)}) AS above, max(x) FILTER (x < ${double(hi)}) AS below
     FROM ${from} WHERE ${real}`,
  );
  return {
    min: lo,
    max: hi,
    median,
    whole: row["whole"] === true,
    unreal: Number(row["unreal"]),
    timesMin: Number(next["at_lo"]),
    timesMax: Number(next["at_hi"]),
    innerMedian: numberOrNull(next["inner_median"]),
    secondMin: numberOrNull(next["above"]),
    secondMax: numberOrNull(next["below"]),
  };
}

async function profileText(
  query: Query,
  from: string,
  present: number,
  empty: number,
): Promise<TextProfile> {
  const isNumber = `regexp_full_match(v, '${numberText}')`;
  const row = await oneRow(
    query,
    `SELECT min(length(v)) AS shortest, max(length(v)) AS longest,
       count(*) FILTER (${isNumber}) AS numeric,
       count(*) FILTER (${isNumber} AND regexp_full_match(v, '${paddedText}') AND NOT contains(v, '.')) AS padded,
       count(*) FILTER (v IN ('true', 'True', 'TRUE', 'false', 'False', 'FALSE')) AS bools,
       max(try_cast(regexp_extract(v, '^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]', 1) AS INTEGER)) AS first_part,
       max(try_cast(regexp_extract(v, '^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]', 2) AS INTEGER)) AS second_part
     FROM ${from} WHERE v IS NOT NULL`,
  );
  const numeric = Number(row["numeric"]);
  const shapes = await countsOf(query, shapeOf("v"), from, "v IS NOT NULL", mostShapes + 1);
  const odd =
    numeric >= mostlyNumbers * present && numeric < present
      ? await countsOf(query, "v", from, `v IS NOT NULL AND NOT ${isNumber}`, mostOdd + 1)
      : [];
  return {
    empty,
    shortest: Number(row["shortest"]),
    longest: Number(row["longest"]),
    numeric,
    padded: Number(row["padded"]),
    bools: Number(row["bools"]),
    shapes: shapes.length > mostShapes ? null : shapes,
    firstPart: numberOrNull(row["first_part"]),
    secondPart: numberOrNull(row["second_part"]),
    odd: odd.length > mostOdd ? null : odd,
    numbers:
      numeric === 0
        ? null
        : await profileNumbers(
            query,
            `(SELECT try_cast(v AS DOUBLE) AS x FROM ${from} WHERE ${isNumber})`,
          ),
  };
}

/** A text with its digits as 9, its letters as a, and marks for the words that timestamps have (`shapeMarks`). */
function shapeOf(text: string): string {
  const steps: readonly (readonly [string, string])[] = [
    ["[0-9]", "9"],
    ["9T9", `9${shapeMarks.t}9`],
    ["9Z$", `9${shapeMarks.z}`],
    [" UTC$", shapeMarks.utc],
    ["[AaPp][Mm]$", shapeMarks.halfDay],
    ["[A-Za-z]", "a"],
  ];
  return steps.reduce(
    (sql, [pattern, mark]) => `regexp_replace(${sql}, '${pattern}', '${mark}', 'g')`,
    text,
  );
}

async function firstAndLast(query: Query, from: string): Promise<readonly [string, string]> {
  const row = await oneRow(
    query,
    `SELECT CAST(min(v) AS VARCHAR) AS lo, CAST(max(v) AS VARCHAR) AS hi FROM ${from}`,
  );
  return [String(row["lo"]), String(row["hi"])];
}

async function countsOf(
  query: Query,
  value: string,
  from: string,
  where: string,
  limit: number,
): Promise<readonly ValueCount[]> {
  const rows = await query(
    `SELECT ${value} AS value, count(*) AS n FROM ${from} WHERE ${where}
     GROUP BY 1 ORDER BY n DESC, value LIMIT ${String(limit)}`,
  );
  return rows.map((row) => ({ value: String(row["value"]), count: Number(row["n"]) }));
}

async function oneRow(query: Query, sql: string): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await query(sql);
  if (row === undefined) throw new Error(`no row for ${sql}`);
  return row;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** A double with all its digits, as SQL. */
function double(x: number): string {
  return `CAST('${String(x)}' AS DOUBLE)`;
}

import type { DuckDBConnection } from "@duckdb/node-api";
import { openDuckDB } from "../../support/duckdb.js";
import { tableOf } from "../goal.js";
import type { Section } from "../goal.js";
import { median } from "../measure.js";
import { emittedSql } from "./flights.js";
import { functionCases } from "./function-cases.table.js";
import type { FunctionCase } from "./function-cases.table.js";

const rows = 400_000;
/** A difference of short times needs more rounds. */
const quickMilliseconds = 100;
const quickRounds = 25;
const slowRounds = 5;

/** As a person has the columns. */
const ownTable = `SELECT 0.5e0 + (i * 7919 % 100003) / 100.0 AS x, i * 31 % 5000 AS n, 'City ' || (i * 17 % 120) AS s,
  TIMESTAMP '2001-01-01' + INTERVAL (i * 997 % 15000000) SECOND AS t, DATE '1990-01-01' + CAST(i * 13 % 12000 AS INTEGER) AS d,
  CAST([i % 101 / 7.0, i % 13, i % 7 * 3.5, 0.25, i % 29, i % 31 / 3.0, i % 37, i % 41] AS DOUBLE[]) AS xs
  FROM range(${String(rows)}) r(i)`;

/** As the emitted query takes them, by the casts of \`featc run\`. */
const featcTable = `SELECT x, CAST(n AS DOUBLE) AS n, s, strftime(t, '%Y-%m-%dT%H:%M:%S.%fZ') AS t, CAST(d AS VARCHAR) AS d, xs
  FROM own`;

const contract = `featc: 1
name: functions
input:
  x: { type: number, range: [0, 100000] }
  n: { type: int, range: [0, 5000] }
  s: { type: string, length: [1, 20] }
  t: timestamp
  d: date
  xs: { type: list<number>, length: [1, 8], items: { range: [0, 1000] } }
features:
`;

/** The column alone, as a number that must be read for it. */
const readAlone: Readonly<Record<FunctionCase["reads"], readonly [own: string, featc: string]>> = {
  x: ["x", "x"],
  n: ["n", "n"],
  s: ["strlen(s)", "strlen(s)"],
  t: ["epoch_us(t)", "t"],
  d: ["d - DATE '1970-01-01'", "d"],
  xs: ["len(xs)", "len(xs)"],
};

interface Cost {
  readonly of: FunctionCase;
  /** Nanoseconds a row, more than to read the column. */
  readonly featc: number;
  readonly byHand: number;
}

/** One function after the other over columns in memory, on one thread: what it costs more than its column. */
export async function functionSection(): Promise<Section> {
  const connection = await openDuckDB();
  try {
    await connection.run("SET threads = 1");
    await connection.run(`CREATE TABLE own AS ${ownTable}`);
    await connection.run(`CREATE TABLE input AS ${featcTable}`);
    const steps = functionCases.map(
      ({ formula }, i) => `  f${String(i)}:\n    type: number?\n    formula: |\n      ${formula}\n`,
    );
    await connection.run((await emittedSql("functions", contract + steps.join(""))).sql);
    const costs: Cost[] = [];
    for (const [i, one] of functionCases.entries()) {
      costs.push(await costOf(connection, one, `f${String(i)}`));
    }
    return { goals: [], text: textOf(costs) };
  } finally {
    connection.closeSync();
  }
}

async function costOf(
  connection: DuckDBConnection,
  one: FunctionCase,
  feature: string,
): Promise<Cost> {
  const sumOf = (value: string, table: string) => async (): Promise<number> => {
    const query = `SELECT sum(CAST(${value} AS DOUBLE)) FROM ${table}`;
    return Number((await connection.runAndReadAll(query)).getRowsJS()[0]?.[0]);
  };
  const [own, read] = readAlone[one.reads];
  const queries = {
    featc: sumOf(feature, "functions_rows"),
    featcRead: sumOf(read, "functions_rows"),
    byHand: sumOf(one.byHand, "own"),
    ownRead: sumOf(own, "own"),
  };
  const [wanted, found] = [await queries.byHand(), await queries.featc()];
  if (one.within !== null && !(Math.abs(found - wanted) <= one.within * Math.abs(wanted))) {
    throw new Error(`${one.formula} adds up to ${found}, by hand to ${wanted}`);
  }
  const first = await milliseconds(queries.featc);
  const featc: number[] = [];
  const byHand: number[] = [];
  for (let round = 0; round < (first < quickMilliseconds ? quickRounds : slowRounds); round += 1) {
    const featcColumn = await milliseconds(queries.featcRead);
    featc.push((await milliseconds(queries.featc)) - featcColumn);
    const ownColumn = await milliseconds(queries.ownRead);
    byHand.push((await milliseconds(queries.byHand)) - ownColumn);
  }
  const perRow = (differences: readonly number[]): number => (median(differences) * 1e6) / rows;
  return { of: one, featc: perRow(featc), byHand: perRow(byHand) };
}

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Below it a difference of two times is noise. */
const leastNanoseconds = 5;

function textOf(costs: readonly Cost[]): string {
  const nanoseconds = (value: number): string =>
    value < leastNanoseconds
      ? `under ${String(leastNanoseconds)}`
      : value.toFixed(value < 10 ? 1 : 0);
  const factor = ({ featc, byHand }: Cost): string => {
    if (featc < leastNanoseconds) return byHand < leastNanoseconds ? "" : "under 1";
    const most = Math.max(byHand, leastNanoseconds);
    return `${byHand < leastNanoseconds ? "at least " : ""}${(featc / most).toFixed(1)}`;
  };
  const lines = costs.map((cost) => [
    `\`${cost.of.formula.replaceAll("|", "\\|")}\``,
    nanoseconds(cost.featc),
    nanoseconds(cost.byHand),
    factor(cost),
  ]);
  return `## Function by function

What each function costs beyond its column, in nanoseconds a row: the time of a query that adds up its results, less that of one that adds up the column, the median of such differences in turns. ${rows.toLocaleString("en")} rows in memory, one thread. "featc" is the emitted SQL, with the bits of the generated TypeScript; "by hand" are the engine's own functions (test/bench/batch/function-cases.table.ts), whose last digits, treatment of halves and hashes may be others.

${tableOf(["formula", "featc", "by hand", "factor"], lines)}`;
}

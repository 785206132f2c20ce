import { noSources } from "../../compiler/src/interpret/source-data.js";
import type { SourceData } from "../../compiler/src/interpret/source-data.js";
import { sourcesOf } from "./related-data.js";
import type { DataSets } from "./related-data.js";
import type { DuckDBConnection } from "@duckdb/node-api";
import { duckdb } from "../../compiler/src/emit/sql/duckdb.js";
import { columnType, sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import { encodeMatrix } from "../../compiler/src/interpret/encode-matrix.js";
import { evaluateProgram } from "../../compiler/src/interpret/evaluate-program.js";
import type { RowResult } from "../../compiler/src/interpret/evaluate-program.js";
import { readInput } from "../../compiler/src/interpret/read-input.js";
import type { Facts } from "../../compiler/src/ir/facts.js";
import type { FieldContract, Program } from "../../compiler/src/ir/program.js";
import { sameValue } from "../../compiler/src/types/same-value.js";
import type { Type } from "../../compiler/src/types/type.js";
import type { Value } from "../../compiler/src/types/value.js";
import {
  cellText,
  fillTable,
  quoted,
  readColumns,
  readable,
  valueFrom,
} from "../support/duckdb.js";

export interface SentRow {
  readonly json: Readonly<Record<string, unknown>>;
  readonly asOf: number;
}

/** What generated code says of a row. */
export interface GeneratedCode {
  readonly issuesOf: (row: SentRow) => readonly string[];
  readonly featuresOf: (
    row: SentRow,
    sources: SourceData,
  ) => Readonly<Record<string, Value>> | "rejected";
}

export interface Agreement {
  /** Rows that the engine was given; the others hold values that its columns cannot. */
  readonly rows: number;
  readonly rejected: number;
  /** Pairs of a row and a feature, or a cell of a matrix, that were compared. */
  readonly pairs: number;
  /** The first differences, in words. */
  readonly differences: readonly string[];
}

const mostShown = 5;

/** Runs the SQL of a program on rows and compares its verdicts, features and matrices with interpreter and TypeScript. */
export async function compareRows(
  connection: DuckDBConnection,
  program: Program,
  facts: Facts,
  sent: readonly SentRow[],
  generated: GeneratedCode | undefined,
  data: DataSets = new Map(),
): Promise<Agreement> {
  const rows = sent.flatMap((row) => {
    const cells = cellsOf(program, row);
    return cells === undefined ? [] : [{ row, cells }];
  });
  const columns = [
    ...program.input.map((field) => ({ name: field.key, type: columnType(field, duckdb) })),
    ...(needsMoment(program) ? [{ name: "as_of", type: "TIMESTAMP" }] : []),
  ];
  await fillTable(
    connection,
    "input",
    columns,
    rows.map(({ cells }) => cells),
  );
  await fillSources(connection, program, data);
  await connection.run(sqlModule(program, facts, duckdb).text);
  const verdicts = await verdictsOf(connection, program);
  const features = await featuresOf(connection, program);
  const matrices = await matricesOf(connection, program);
  const differences: string[] = [];
  let pairs = 0;
  let rejected = 0;
  rows.forEach(({ row }, i) => {
    const differ = (what: string, wanted: unknown, got: unknown): void => {
      differences.push(
        `${what}: expected ${JSON.stringify(wanted)}, DuckDB has ${JSON.stringify(got)} for ${JSON.stringify(row)}`,
      );
    };
    const wanted = wantedOf(program, row, data);
    const issues = verdicts.get(i + 1) ?? [];
    if (generated !== undefined && wanted.isRefused) {
      const own = generated.issuesOf(row);
      // An issue of the generated code names a constraint by its text.
      const known = wanted.issues.map((text) => text.replace(/^(constraint ) .*/, "$1"));
      if (own.join("; ") !== known.join("; ")) differ("TypeScript's issues", wanted.issues, own);
    }
    if (issues.join("; ") !== wanted.issues.join("; ")) differ("issues", wanted.issues, issues);
    if (wanted.issues.length > 0 || wanted.result === undefined) {
      rejected += 1;
      return;
    }
    const computed = features.get(i + 1);
    const code = generated?.featuresOf(row, wanted.sources);
    for (const name of program.features) {
      pairs += 1;
      const value = wanted.result.steps.get(name) ?? null;
      const got = computed?.[name] ?? null;
      if (!sameValue(value, got as Value, "strict")) differ(name, value, got);
      if (code === undefined) continue;
      const own = code === "rejected" ? code : (code[name] ?? null);
      if (!sameValue(value, own, "strict")) differ(`TypeScript's ${name}`, value, own);
    }
    for (const matrix of program.matrices) {
      const cells = encodeMatrix(program, matrix, wanted.result);
      const got = matrices.get(matrix.name)?.[i + 1] ?? [];
      if (cells === undefined) {
        if (!got.includes(null)) differ(matrix.name, "no row", got);
        continue;
      }
      pairs += cells.length;
      const same = cells.length === got.length && cells.every((cell, j) => Object.is(cell, got[j]));
      if (!same) differ(matrix.name, cells, got);
    }
  });
  return { rows: rows.length, rejected, pairs, differences: differences.slice(0, mostShown) };
}

export function needsMoment(program: Program): boolean {
  return program.asOf === null && program.usesAsOf;
}

async function fillSources(
  connection: DuckDBConnection,
  { events, tables }: Program,
  data: DataSets,
): Promise<void> {
  for (const source of [...events, ...tables]) {
    const columns = source.fields.map((field) => ({
      name: field.key,
      type: columnType(field, duckdb),
    }));
    const records = (data.get(source.data) ?? []).map((json) =>
      source.fields.map((field) => cellText(field, json[field.key]) ?? "NULL"),
    );
    await fillTable(connection, source.data, columns, records);
  }
}

/** The row as cells of the table; undefined where a column cannot hold what was sent. */
function cellsOf(program: Program, { json, asOf }: SentRow): readonly string[] | undefined {
  const known = new Set(program.input.map(({ key }) => key));
  const isStrange = Object.keys(json).some((key) => !known.has(key));
  if (isStrange && program.unknownFields === "reject") return undefined;
  const cells = program.input.map((field) => cellText(field, json[field.key]));
  if (cells.includes(undefined)) return undefined;
  const moment = needsMoment(program) ? [`make_timestamp(${BigInt(asOf) * 1000n})`] : [];
  return [...cells.map(String), ...moment];
}

interface Wanted {
  readonly issues: readonly string[];
  /** By its own fields. */
  readonly isRefused: boolean;
  readonly sources: SourceData;
  readonly result: RowResult | undefined;
}

/** What the reference says. */
function wantedOf(program: Program, { json, asOf }: SentRow, data: DataSets): Wanted {
  const read = readInput(program, json, asOf);
  if ("issues" in read) {
    const issues = read.issues.map(({ code, path, constraint }) =>
      issueText(code, path.map(String), constraint),
    );
    return { issues, isRefused: true, sources: noSources, result: undefined };
  }
  const { sources, issues: found } = sourcesOf(program, data, read.input);
  if (found.length > 0) {
    const issues = found.map(({ code, path }) => issueText(code, path.map(String)));
    return { issues, isRefused: false, sources, result: undefined };
  }
  const result = evaluateProgram(program, read.input, asOf, sources);
  const { rejected } = result;
  const issues = rejected === null ? [] : [issueText("outside", [rejected.feature])];
  return { issues, isRefused: false, sources, result };
}

export function issueText(code: string, path: readonly string[], name?: string | null): string {
  return `${code} ${path.join(".")}${name === undefined || name === null ? "" : ` ${name}`}`;
}

interface SqlIssue {
  readonly code: string;
  readonly path: readonly string[];
  readonly name: string | null;
}

async function verdictsOf(
  connection: DuckDBConnection,
  program: Program,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const view = quoted(`${program.name}_rejects`);
  // The client drops a byte order mark that stands first.
  const marked = `list_transform(issues, lambda i: {code: i.code, name: i.name,
    path: list_transform(i.path, lambda p: '.' || p)})`;
  const columns = await readColumns(connection, `SELECT row, ${marked} AS issues FROM ${view}`);
  const issues = (columns.get("issues") ?? []) as readonly (readonly SqlIssue[])[];
  return new Map(
    (columns.get("row") ?? []).map((row, i) => [
      Number(row),
      (issues[i] ?? []).map(({ code, path, name }) =>
        issueText(
          code,
          path.map((part) => part.slice(1)),
          name,
        ),
      ),
    ]),
  );
}

async function featuresOf(
  connection: DuckDBConnection,
  program: Program,
): Promise<ReadonlyMap<number, Readonly<Record<string, unknown>>>> {
  const types = new Map<string, Type>(program.steps.map(({ name, type }) => [name, type]));
  const typeOf = (name: string): Type => types.get(name) ?? { kind: "number" };
  const selected = program.features.map((name) => readable(name, typeOf(name)));
  const view = quoted(`${program.name}_features`);
  const columns = await readColumns(
    connection,
    `SELECT ${['"row"', ...selected].join(", ")} FROM ${view}`,
  );
  return new Map(
    (columns.get("row") ?? []).map((row, i) => [
      Number(row),
      Object.fromEntries(
        program.features.map((name) => [name, valueFrom(columns.get(name)?.[i], typeOf(name))]),
      ),
    ]),
  );
}

async function matricesOf(
  connection: DuckDBConnection,
  program: Program,
): Promise<ReadonlyMap<string, Readonly<Record<number, readonly unknown[]>>>> {
  const found = new Map<string, Readonly<Record<number, readonly unknown[]>>>();
  for (const { name, columns: declared } of program.matrices) {
    const view = quoted(`${program.name}_${name}`);
    const columns = await readColumns(connection, `SELECT * FROM ${view}`);
    const cells = declared.flatMap((one) => one.cells);
    const rows = (columns.get("row") ?? []).map(
      (row, i) => [Number(row), cells.map((cell) => columns.get(cell)?.[i])] as const,
    );
    found.set(name, Object.fromEntries(rows));
  }
  return found;
}

export type { FieldContract };

import { noSources } from "../../compiler/src/interpret/source-data.js";
import type { SourceData } from "../../compiler/src/interpret/source-data.js";
import { sourcesOf } from "./related-data.js";
import type { DataSets } from "./related-data.js";
import { encodeMatrix } from "../../compiler/src/interpret/encode-matrix.js";
import { evaluateProgram } from "../../compiler/src/interpret/evaluate-program.js";
import type { RowResult } from "../../compiler/src/interpret/evaluate-program.js";
import { readInput } from "../../compiler/src/interpret/read-input.js";
import type { Facts } from "../../compiler/src/ir/facts.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { sameValue } from "../../compiler/src/types/same-value.js";
import type { Value } from "../../compiler/src/types/value.js";
import { cellText } from "../support/duckdb.js";
import { issueText } from "./batch-engine.js";
import type { BatchEngine, EngineTable } from "./batch-engine.js";

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
  engine: BatchEngine,
  program: Program,
  facts: Facts,
  sent: readonly SentRow[],
  generated: GeneratedCode | undefined,
  data: DataSets = new Map(),
): Promise<Agreement> {
  const rows = sent.filter((row) => isHeld(program, row));
  const tables: EngineTable[] = [
    {
      name: "input",
      fields: program.input,
      moment: needsMoment(program),
      records: rows.map(({ json, asOf }) => ({ json, asOf })),
    },
    ...[...program.events, ...program.tables].map((source) => ({
      name: source.data,
      fields: source.fields,
      moment: false,
      records: (data.get(source.data) ?? []).map((json) => ({ json, asOf: 0 })),
    })),
  ];
  const { verdicts, features, matrices } = await engine.compute(program, facts, tables);
  const differences: string[] = [];
  let pairs = 0;
  let rejected = 0;
  rows.forEach((row, i) => {
    const differ = (what: string, wanted: unknown, got: unknown): void => {
      differences.push(
        `${what}: expected ${JSON.stringify(wanted)}, ${engine.name} has ${JSON.stringify(got)} for ${JSON.stringify(row)}`,
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

/** Whether the columns of the table can hold what was sent. */
function isHeld(program: Program, { json }: SentRow): boolean {
  const known = new Set(program.input.map(({ key }) => key));
  const isStrange = Object.keys(json).some((key) => !known.has(key));
  if (isStrange && program.unknownFields === "reject") return false;
  return program.input.every((field) => cellText(field, json[field.key]) !== undefined);
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

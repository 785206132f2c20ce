import { duckdb } from "../../emit/sql/duckdb.js";
import { asOfColumn, columnType } from "../../emit/sql/sql-module.js";
import { identifier } from "../../emit/sql/sql-text.js";
import type { FieldContract, Program, TableSource } from "../../ir/program.js";
import { sameValue } from "../../types/same-value.js";
import { parsedBy } from "../bench/bench-rows.js";
import type { CompilerApi } from "../compiler-api.js";
import type { SpecModule } from "../run/spec-module.js";
import { UsageError } from "../failures.js";
import { cellText } from "./cell-text.js";
import { featureRows } from "./feature-rows.js";
import type { Session } from "./session.js";

const rows = 64;
const eventsPerSource = 12;

type Json = Readonly<Record<string, unknown>>;

/**
 * Runs the generated query on rows that the contract admits, and refuses an engine that gives other values than
 * the generated TypeScript: another version of it, or one with other settings, may compute something else.
 */
export async function checkEngine(
  session: Pick<Session, "query" | "notation">,
  compiler: CompilerApi,
  program: Program,
  module: SpecModule,
  install: (tables: readonly VectorTable[]) => Promise<void>,
): Promise<void> {
  const sample = holdable(program, await compiler.sampleRows(program, rows, eventsPerSource));
  const moment = program.asOf === null && program.usesAsOf ? sample.asOf : undefined;
  await install(vectorTables(program, sample, moment));
  const parsed = Object.fromEntries([
    ...program.events.map(({ name }) => [name, parsedBy(module, name, sample.events[name] ?? [])]),
    ...program.tables.map(({ name }) => [name, parsedBy(module, name, sample.tables[name] ?? {})]),
  ]) as Json;
  const isAlone = program.events.length + program.tables.length === 0;
  const computed = new Map<number, Json>();
  sample.inputs.forEach((json, i) => {
    const outcome = module.safeParseInput(json);
    if (!outcome.ok) return;
    const row = isAlone ? outcome.value : { input: outcome.value, ...parsed };
    const features = featuresOf(module, row, moment);
    if (features !== undefined) computed.set(i + 1, features);
  });
  for await (const part of featureRows(session, program, program.features)) {
    for (const { row, values } of part) {
      const expected = computed.get(row);
      computed.delete(row);
      for (const [name, value] of values) {
        if (expected !== undefined && sameValue(expected[name] ?? null, value, "strict")) continue;
        throw wrongEngine(session, name, expected?.[name] ?? null, value, sample.inputs[row - 1]);
      }
    }
  }
  const [left] = computed;
  if (left !== undefined) {
    throw wrongEngine(session, "a row", "features", "a rejection", sample.inputs[left[0] - 1]);
  }
}

function wrongEngine(
  { notation: { engine } }: Pick<Session, "notation">,
  what: string,
  expected: unknown,
  got: unknown,
  input: unknown,
): UsageError {
  const shown = (value: unknown): string => JSON.stringify(value) ?? "nothing";
  return new UsageError(
    `this ${engine} computes something else than the generated TypeScript: ${what} is ${shown(got)} in place of ${shown(expected)} for ${shown(input)}`,
    "use the version of the engine that featc names, or --engine node.",
  );
}

function featuresOf(module: SpecModule, row: unknown, asOf: number | undefined): Json | undefined {
  try {
    return module.computeFeatures(row, asOf === undefined ? undefined : { asOf });
  } catch (error) {
    if (error instanceof Error && error.name === "RejectedRowError") return undefined;
    throw error;
  }
}

type Sample = Awaited<ReturnType<CompilerApi["sampleRows"]>>;

/** Without what a column of its type cannot hold, such as a bool where a text belongs. */
function holdable(program: Program, sample: Sample): Sample {
  const fits = (fields: readonly FieldContract[]) => (json: Json) =>
    fields.every((field) => cellText(field, json[field.key]) !== undefined);
  return {
    ...sample,
    inputs: sample.inputs.filter(fits(program.input)),
    events: Object.fromEntries(
      program.events.map(({ name, fields }) => [
        name,
        (sample.events[name] ?? []).filter(fits(fields)),
      ]),
    ),
  };
}

/** A table of rows that the contract admits. */
export interface VectorTable {
  readonly name: string;
  readonly fields: readonly FieldContract[];
  readonly records: readonly Json[];
  /** Milliseconds, of a table with the column for the moment of the prediction. */
  readonly moment?: number | undefined;
}

function vectorTables(
  program: Program,
  sample: Sample,
  moment: number | undefined,
): readonly VectorTable[] {
  const data = new Map<string, VectorTable>();
  const add = (source: TableSource, records: readonly Json[]): void => {
    const known = data.get(source.data);
    const fields = [
      ...(known?.fields ?? []),
      ...source.fields.filter(({ key }) => known?.fields.every((one) => one.key !== key) ?? true),
    ];
    // Two sources of one data set see the same records; those of the first are enough.
    data.set(source.data, { name: source.data, fields, records: known?.records ?? records });
  };
  for (const source of program.events) add(source, sample.events[source.name] ?? []);
  for (const source of program.tables) add(source, [sample.tables[source.name] ?? {}]);
  const input = { name: "input", fields: program.input, records: sample.inputs, moment };
  return [input, ...data.values()];
}

/** A statement that makes the table in DuckDB. */
export function duckdbTable({ name, fields, records, moment }: VectorTable): string {
  const extra = moment === undefined ? [] : [`make_timestamp(${String(moment * 1000)})`];
  const columns = [
    ...fields.map(
      (field) => `CAST(NULL AS ${columnType(field, duckdb)}) AS ${identifier(field.key)}`,
    ),
    ...extra.map(() => `CAST(NULL AS TIMESTAMP) AS ${identifier(asOfColumn)}`),
  ];
  const values = records.map(
    (record) =>
      `SELECT ${[...fields.map((field) => cellText(field, record[field.key]) ?? "NULL"), ...extra].join(", ")}`,
  );
  const empty = `SELECT ${columns.join(", ")} WHERE false`;
  return `CREATE OR REPLACE TEMP VIEW ${identifier(name)} AS ${[empty, ...values].join(" UNION ALL ")}`;
}

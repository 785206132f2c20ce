import { resolve } from "node:path";
import { duckdb } from "../../emit/sql/duckdb.js";
import { sqlModule, viewName } from "../../emit/sql/sql-module.js";
import { identifier } from "../../emit/sql/sql-text.js";
import type { Program, TableSource } from "../../ir/program.js";
import { cacheFolder } from "../cache/cache-folder.js";
import { UsageError } from "../failures.js";
import type { RunFlags } from "../program.js";
import { compileForRun } from "../run/compile-for-run.js";
import type { CompiledForRun } from "../run/compile-for-run.js";
import { loadSpecModule } from "../run/load-module.js";
import { momentOf } from "../run/moment.js";
import { relatedFiles } from "../run/read-related.js";
import { inputShape, sourceShape } from "../run/record-shape.js";
import type { SpecModule } from "../run/spec-module.js";
import type { World } from "../world.js";
import { bindSource, momentsOf } from "./bind-source.js";
import type { BoundSource } from "./bind-source.js";
import { checkEngine, duckdbTable } from "./check-engine.js";
import { openSession } from "./session.js";
import type { Session } from "./session.js";

/** A session in which the generated views can be read. */
export interface Batch {
  readonly session: Session;
  readonly compiled: CompiledForRun;
  /** As it is emitted, with the values before `outside` and `impute` among its features. */
  readonly counted: Program;
  readonly module: SpecModule;
  readonly asOf: number | undefined;
}

type BatchFlags = Pick<
  RunFlags,
  "input" | "events" | "table" | "asOf" | "asOfColumn" | "limit" | "sample" | "cacheDir"
>;

/** Compiles a spec, opens an engine, checks it, and gives it the files. Undefined where the spec has errors. */
export async function prepareBatch(
  world: World,
  spec: string,
  flags: BatchFlags,
): Promise<Batch | undefined> {
  const compiled = await compileForRun(world, spec);
  if (compiled === undefined) return undefined;
  const { program } = compiled;
  const { program: counted, facts } = compiled.counted;
  const sql = sqlModule(counted, facts, duckdb).text;
  requireSql(program, sql, "DuckDB");
  const asOf = flags.asOfColumn === undefined ? momentOf(program, flags.asOf) : undefined;
  if (flags.asOfColumn !== undefined) requireMomentOfColumn(program, flags);
  const sources = sourcesOf(world, program, flags, asOf);
  const module = await loadSpecModule(compiled.files, cacheFolder(world.cwd, flags.cacheDir));
  const session = await openSession(world);
  try {
    await checkEngine(session, await world.loadCompiler(), program, module, async (tables) => {
      for (const table of tables) await session.query(duckdbTable(table));
      await session.query(sql);
    });
    const moments = new Map<string, ReadonlySet<string>>();
    for (const source of sources) {
      const found = await bindSource(session.query, source);
      moments.set(source.table, new Set(momentsOf(found, source).map(({ key }) => key)));
    }
    await session.query(sqlModule(counted, facts, duckdb, moments).text);
    return { session, compiled, counted, module, asOf };
  } catch (error) {
    session.end();
    throw error;
  }
}

/** Computes all rows once: the generated views, each of which would do it again, then read the result. */
export async function computeOnce({ session, counted }: Batch): Promise<void> {
  const view = viewName(counted, "rows");
  // What a row is made of takes more room than the row.
  const kept =
    "lambda name: NOT regexp_full_match(name, '.*:(events|record|formula|field_issues)')";
  await session.work(
    `CREATE TEMP TABLE "featc:result" AS SELECT COLUMNS(${kept}) FROM ${view} ORDER BY "featc:row"`,
  );
  await session.query(`CREATE OR REPLACE TEMP VIEW ${view} AS SELECT * FROM "featc:result"`);
}

export function requireSql(program: Program, sql: string, engine: string): void {
  if (!/^-- There is no SQL/m.test(sql)) return;
  const reasons = sql
    .split("\n")
    .filter((line) => line.startsWith("-- - "))
    .map((line) => line.slice(5));
  throw new UsageError(
    `${program.name} cannot run on ${engine} with the same bits: ${reasons.join("; ")}`,
    "--engine node computes it.",
  );
}

export function requireMomentOfColumn(program: Program, { asOf }: Pick<RunFlags, "asOf">): void {
  if (program.asOf !== null) {
    throw new UsageError(
      `${program.name} reads its moment from the field ${program.asOf}`,
      "leave out --as-of-column.",
    );
  }
  if (!program.usesAsOf) {
    throw new UsageError(`${program.name} reads no moment`, "leave out --as-of-column.");
  }
  if (asOf !== undefined) {
    throw new UsageError(
      "--as-of and --as-of-column say the same thing twice",
      "give one of them.",
    );
  }
}

/** Absolute; an address of another file system stays as it is. */
export function pathOf({ cwd }: World, shown: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//.test(shown) ? shown : resolve(cwd, shown);
}

export function sourcesOf(
  world: World,
  program: Program,
  flags: BatchFlags,
  asOf: number | undefined,
): readonly BoundSource[] {
  const files = relatedFiles(program, flags);
  const needsMoment = program.asOf === null && program.usesAsOf;
  const moment =
    flags.asOfColumn === undefined
      ? `make_timestamp(${String((asOf ?? 0) * 1000)})`
      : `CAST(${identifier(flags.asOfColumn)} AS TIMESTAMP)`;
  const shape = inputShape(program);
  const input: BoundSource = {
    table: "input",
    path: pathOf(world, flags.input),
    shown: flags.input,
    shape,
    extra: needsMoment ? [["as_of", moment]] : [],
    ignored: flags.asOfColumn === undefined ? [] : [flags.asOfColumn],
    ...(flags.limit === undefined && flags.sample === undefined ? {} : { rows: rowsOf(flags) }),
  };
  const related = new Map<string, BoundSource>();
  for (const source of [...program.events, ...program.tables]) {
    const shown = files.events.get(source.data) ?? files.tables.get(source.data) ?? "";
    const known = related.get(source.data);
    related.set(source.data, {
      table: source.data,
      path: pathOf(world, shown),
      shown,
      shape: known === undefined ? sourceShape(source, program) : widened(known, source),
    });
  }
  return [input, ...related.values()];
}

/** Two sources of one data set read the same table. */
function widened({ shape }: BoundSource, source: TableSource): BoundSource["shape"] {
  const more = source.fields.filter(({ key }) => shape.fields.every((one) => one.key !== key));
  return { ...shape, fields: [...shape.fields, ...more] };
}

function rowsOf({ limit, sample }: BatchFlags): string {
  return [
    ...(sample === undefined
      ? []
      : [`USING SAMPLE reservoir(${String(sample)} ROWS) REPEATABLE (1)`]),
    ...(limit === undefined ? [] : [`LIMIT ${String(limit)}`]),
  ].join(" ");
}

import { resolve } from "node:path";
import { viewName } from "../../emit/sql/sql-module.js";
import { identifier } from "../../emit/sql/sql-text.js";
import { camelCase } from "../../emit/names.js";
import { exitCode } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { UsageError } from "../failures.js";
import type { RunFlags } from "../program.js";
import { chosenMatrix } from "../run/open-sink.js";
import type { MatrixModule } from "../run/spec-module.js";
import { printSummary } from "../run/summary.js";
import type { RunSummary } from "../run/summary.js";
import type { Query } from "../engine/source-file.js";
import type { Program } from "../../ir/program.js";
import type { World } from "../world.js";
import { featureSummaries, rejectReasons } from "./engine-summary.js";
import { batchFormat, writeFeatures } from "./write-features.js";
import { computeOnce, prepareBatch } from "./prepare-batch.js";
import type { Batch } from "./prepare-batch.js";
import { rejectsView, showRejects, writeRejects } from "./write-rejects.js";

/** `featc run` on DuckDB. */
export async function runOnDuckDB(world: World, spec: string, flags: RunFlags): Promise<ExitCode> {
  const format = batchFormat(flags.output);
  const batch = await prepareBatch(world, spec, flags);
  if (batch === undefined) return exitCode.specWrong;
  const { session, compiled } = batch;
  try {
    const { program } = compiled;
    if (flags.explainPlan === true) {
      await explainPlan(world, batch);
      return exitCode.fine;
    }
    const matrix =
      format === "npy" || flags.matrix !== undefined
        ? chosenMatrix(program, "npy", flags.matrix)
        : null;
    if (matrix !== null && format !== "npy" && format !== "parquet") {
      throw new UsageError("--matrix needs an --output that ends in .npy or .parquet");
    }
    const start = performance.now();
    await computeOnce(batch);
    const computed = performance.now();
    const target = { absolute: resolve(world.cwd, flags.output), shown: flags.output, format };
    const written = await writeFeatures(batch, target, matrix);
    try {
      await rejectsView(batch, written.refused);
      if (flags.rejects !== undefined) await writeRejects(world, batch, flags.rejects);
      await written.commit();
    } finally {
      await written.discard();
    }
    const ended = performance.now();
    const summary = await summaryOf(batch, flags, matrix, computed - start, ended - computed);
    if (flags.json === true) world.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    else world.stderr.write(printSummary(summary));
    if (summary.rowsRejected === 0 || flags.rejects !== undefined) return exitCode.fine;
    await showRejects(world, batch, flags.input);
    return exitCode.dataRejected;
  } finally {
    session.end();
  }
}

async function explainPlan(world: World, { session, counted }: Batch): Promise<void> {
  const rows = await session.query(`EXPLAIN SELECT * FROM ${viewName(counted, "features")}`);
  for (const row of rows) world.stdout.write(`${String(row["explain_value"])}\n`);
}

async function summaryOf(
  { session, compiled, counted, module }: Batch,
  flags: RunFlags,
  matrix: string | null,
  compute: number,
  write: number,
): Promise<RunSummary> {
  const { program } = compiled;
  const { query } = session;
  const count = async (from: string): Promise<number> => {
    const [row] = await query(`SELECT count(*) AS n FROM ${from}`);
    return Number(row?.["n"] ?? 0);
  };
  const rowsIn = await count(viewName(counted, "rows"));
  const rowsRejected = await count(`"featc:rejects"`);
  const warns = program.constraints.some(({ onViolation }) => onViolation === "warn");
  const features = viewName(counted, "features");
  const kept = `"row" NOT IN (SELECT "row" FROM "featc:rejects")`;
  const perRow = (milliseconds: number): number =>
    rowsIn === 0 ? 0 : Math.round((milliseconds * 1e5) / rowsIn) / 100;
  // The emitter exports each matrix under its camel-case name, with exactly this shape.
  const exported =
    matrix === null ? undefined : (module.matrices[camelCase(matrix)] as MatrixModule);
  return {
    spec: program.name,
    output: flags.output,
    fingerprint: exported?.fingerprint ?? null,
    rowsIn,
    rowsWritten: rowsIn - rowsRejected,
    rowsRejected,
    rowsWithWarnings: warns ? await count(viewName(counted, "warnings")) : 0,
    ...(await sourceSummaries(query, program)),
    rejectReasons: await rejectReasons(query, `"featc:rejects"`),
    features: await featureSummaries(query, program, compiled.counted, features, kept),
    microsecondsPerRow: { features: perRow(compute), write: perRow(write) },
  };
}

async function sourceSummaries(
  query: Query,
  { events, tables }: Program,
): Promise<Pick<RunSummary, "sources">> {
  const sources: NonNullable<RunSummary["sources"]>[number][] = [];
  for (const { name, data, key, fields } of [...events, ...tables]) {
    const of = fields.find((field) => field.name === key);
    const [row = {}] = await query(
      `SELECT count(*) AS records, count(DISTINCT ${identifier(of?.key ?? key)}) AS entities FROM ${identifier(data)}`,
    );
    sources.push({ name, records: Number(row["records"]), entities: Number(row["entities"]) });
  }
  return sources.length === 0 ? {} : { sources };
}

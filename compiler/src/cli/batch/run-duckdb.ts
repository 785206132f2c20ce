import { resolve } from "node:path";
import { viewName } from "../../emit/sql/sql-module.js";
import { camelCase } from "../../emit/names.js";
import { exitCode } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { UsageError } from "../failures.js";
import type { RunFlags } from "../program.js";
import { chosenMatrix } from "../run/open-sink.js";
import type { MatrixModule } from "../run/spec-module.js";
import { printSummary } from "../run/summary.js";
import type { World } from "../world.js";
import { batchSummary } from "./batch-summary.js";
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
    const exported =
      matrix === null ? undefined : (batch.module.matrices[camelCase(matrix)] as MatrixModule);
    const summary = await batchSummary(session, compiled, {
      output: flags.output,
      fingerprint: exported?.fingerprint ?? null,
      compute: computed - start,
      write: ended - computed,
    });
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

import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { camelCase } from "../emit/names.js";
import type { FieldContract } from "../ir/program.js";
import { cacheFolder } from "./cache/cache-folder.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { UsageError } from "./failures.js";
import type { RunFlags } from "./program.js";
import { compileForRun } from "./run/compile-for-run.js";
import { engineOf } from "./run/choose-engine.js";
import { loadSpecModule } from "./run/load-module.js";
import { momentOf } from "./run/moment.js";
import { openInput } from "./run/open-input.js";
import { chosenMatrix, openSink, outputFormat } from "./run/open-sink.js";
import { runPipeline } from "./run/pipeline.js";
import { inputShape } from "./run/record-shape.js";
import { readRelated, relatedFiles } from "./run/read-related.js";
import { createProgress } from "./run/progress.js";
import { rejectsToFile, rejectsToUser } from "./run/reject-file.js";
import type { MatrixModule, SpecModule } from "./run/spec-module.js";
import { printSummary, summarise } from "./run/summary.js";
import type { World } from "./world.js";

/** `featc run`. */
export async function run(world: World, spec: string, flags: RunFlags): Promise<ExitCode> {
  refuseSameFiles(world, flags);
  const engine = engineOf(world, flags);
  if (engine === "spark") {
    return (await import("./spark/run-spark.js")).runOnSpark(world, spec, flags);
  }
  if (engine === "duckdb") {
    return (await import("./batch/run-duckdb.js")).runOnDuckDB(world, spec, flags);
  }
  const format = outputFormat(flags.output);
  const compiled = await compileForRun(world, spec);
  if (compiled === undefined) return exitCode.specWrong;
  const { counted, program, files } = compiled;
  const asOf = momentOf(program, flags.asOf);
  const matrixName = chosenMatrix(program, format, flags.matrix);
  const relatedPaths = relatedFiles(program, flags);
  const input = openInput(resolve(world.cwd, flags.input), flags.input, inputShape(program));
  const module = await loadSpecModule(files, cacheFolder(world.cwd, flags.cacheDir));
  const matrix =
    matrixName === null ? null : { name: matrixName, module: matrixOf(module, matrixName) };
  const related = await readRelated(world, program, relatedPaths, module);
  const rejects =
    flags.rejects === undefined
      ? rejectsToUser(world, flags.input, personalKeys(program.input))
      : await rejectsToFile(resolve(world.cwd, flags.rejects), flags.rejects);
  const target = { absolute: resolve(world.cwd, flags.output), shown: flags.output, format };
  const progress = createProgress(world, () => input.bytesRead() / Math.max(1, input.bytes));
  const sink = await openSink(target, program, matrix);
  try {
    const result = await runPipeline(input.batches, {
      counted,
      features: program.features,
      module,
      related,
      asOf,
      limit: flags.limit ?? Infinity,
      sink,
      reject: rejects.take,
      progress: progress.show,
      interrupted: world.interrupted,
    });
    await rejects.finish();
    await sink.finish();
    progress.end();
    const fingerprint = matrix?.module.fingerprint ?? null;
    const about = { spec: program.name, output: flags.output, fingerprint };
    const summary = summarise(
      result,
      about,
      related.map((one) => one.summary),
    );
    if (flags.json === true) world.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    else world.stderr.write(printSummary(summary));
    const rejectedUnseen = result.rejects.rows > 0 && flags.rejects === undefined;
    return rejectedUnseen ? exitCode.dataRejected : exitCode.fine;
  } finally {
    progress.end();
    await rejects.discard();
    await sink.discard();
  }
}

function matrixOf(module: SpecModule, name: string): MatrixModule {
  // The emitter exports each matrix under its camel-case name, with exactly this shape.
  return module.matrices[camelCase(name)] as MatrixModule;
}

function personalKeys(fields: readonly FieldContract[]): ReadonlySet<string> {
  const keys = fields.flatMap((field): readonly string[] => [
    ...(field.pii ? [field.key] : []),
    ...personalKeys([...field.fields, ...(field.items === null ? [] : [field.items])]),
  ]);
  return new Set(keys);
}

function refuseSameFiles(world: World, flags: RunFlags): void {
  const real = (path: string): string => realPath(resolve(world.cwd, path));
  const written = [flags.output, flags.rejects].filter((path) => path !== undefined).map(real);
  const related = [...(flags.events ?? []), ...(flags.table ?? [])];
  const read = [flags.input, ...related.map((text) => text.slice(text.indexOf("=") + 1))].map(real);
  if (new Set(written).size < written.length || written.some((path) => read.includes(path))) {
    throw new UsageError(
      "--output and --rejects must be different files, and others than those that are read",
    );
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

import { camelCase } from "../emit/names.js";
import type { Program } from "../ir/program.js";
import { benchMatrix } from "./bench/bench-module.js";
import { contractRows, fileRows } from "./bench/bench-rows.js";
import { benchText } from "./bench/bench-text.js";
import type { BenchResult } from "./bench/bench-text.js";
import { budgetResults, exceeded } from "./bench/budget-check.js";
import { coldCost } from "./bench/cold-process.js";
import { featureCosts } from "./bench/feature-cost.js";
import { requestMemory } from "./bench/request-memory.js";
import { rowCost } from "./bench/row-cost.js";
import { cacheFolder } from "./cache/cache-folder.js";
import { guarded } from "./compile-specs.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { Interrupted, UsageError } from "./failures.js";
import { createFileHost } from "./file-host.js";
import { shownPath } from "./paths.js";
import type { BenchFlags } from "./program.js";
import { hasErrors, reportDiagnostics } from "./report-diagnostics.js";
import { compiledFolder, loadSpecModule } from "./run/load-module.js";
import type { World } from "./world.js";

/** `featc bench`. */
export async function bench(world: World, spec: string, flags: BenchFlags): Promise<ExitCode> {
  const path = shownPath(world.cwd, spec);
  const host = createFileHost(world.cwd);
  if (host.readFile(path) === undefined) throw new UsageError(`there is no spec ${spec}`);
  const compiler = await world.loadCompiler();
  const compiled = await guarded(path, () => compiler.compile(path, host));
  await reportDiagnostics(world, compiled.diagnostics);
  const { program, facts, files } = compiled;
  if (hasErrors(compiled.diagnostics) || program === undefined || facts === undefined) {
    return exitCode.specWrong;
  }
  if (flags.check === true) requireBudget(program);
  const folder = cacheFolder(world.cwd, flags.cacheDir);
  const module = await loadSpecModule(files, folder);
  const name = program.matrices[0]?.name ?? null;
  const exported = name === null ? null : camelCase(name);
  const matrix = name === null || exported === null ? null : benchMatrix(module, exported, name);
  const { input } = flags;
  const rows =
    input === undefined
      ? await contractRows(compiler, program, module, matrix)
      : await fileRows(world, program, module, matrix, { ...flags, input });
  if (rows.rows.length === 0) {
    world.stderr.write(
      `error: there is no row to measure; ${rows.refused} are refused by the contract or by a feature\n`,
    );
    return exitCode.dataRejected;
  }
  const stopIfInterrupted = (): void => {
    if (world.interrupted.aborted) throw new Interrupted();
  };
  const place = await compiledFolder(files, folder);
  const cold = coldCost(world, place, exported, matrix, rows);
  stopIfInterrupted();
  const warm = rowCost(module, matrix, rows);
  stopIfInterrupted();
  const features = await featureCosts(program, facts, files, rows, folder);
  const { concurrency } = flags;
  const memory = requestMemory(module, rows, warm.bytes, cold.processBytes, concurrency);
  const result: BenchResult = {
    spec: path,
    rows: rows.rows.length,
    refused: rows.refused,
    input: input ?? null,
    matrix: name,
    warm,
    rowsPerSecond: 1e9 / warm.row,
    cold,
    features,
    memory,
    budget: budgetResults(program.budget, warm.row, memory.request),
  };
  world.stdout.write(
    flags.json === true ? `${JSON.stringify(result, null, 2)}\n` : benchText(result),
  );
  if (flags.check !== true) return exitCode.fine;
  const problems = exceeded(program.budget, result.budget, features[0]);
  for (const problem of problems) world.stderr.write(problem);
  return problems.length > 0 ? exitCode.specWrong : exitCode.fine;
}

function requireBudget({ budget, name }: Program): void {
  if (budget.row === null && budget.memory === null) {
    throw new UsageError(
      `${name} has no budget to check`,
      "add `budget: { row: 20us, memory: 2MB }` to the spec.",
    );
  }
}

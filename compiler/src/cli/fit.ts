import { basename, resolve } from "node:path";
import { fitFilePath } from "../fit/fit-file-path.js";
import { createDiagnostic } from "../diagnostics/registry.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { statistics } from "../fit/statistics.table.js";
import type { FittedConstant } from "../ir/program.js";
import { parseFitFile } from "../spec/parse-fit-file.js";
import type { Constant } from "../types/value.js";
import { checkSpec } from "./compile-specs.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { CompilerBug, UsageError } from "./failures.js";
import { createFileHost, readText } from "./file-host.js";
import type { FileHost } from "./file-host.js";
import { fitColumns } from "./fit/fit-columns.js";
import { fitDifferences } from "./fit/fit-differences.js";
import type { DataSummary, Fitted, HeldColumn } from "./fit/fitted.js";
import { printFitFile } from "./fit/print-fit-file.js";
import { jsonOf, printFitted, printHeld } from "./fit/print-fitted.js";
import { trainingData } from "./fit/training-data.js";
import type { TrainingData } from "./fit/training-data.js";
import { shownPath } from "./paths.js";
import type { FitFlags } from "./program.js";
import { hasErrors, reportDiagnostics } from "./report-diagnostics.js";
import { ReplacedFile } from "./run/replace-file.js";
import { printable } from "./terminal-text.js";
import type { World } from "./world.js";

/** `featc fit`. */
export async function fit(world: World, spec: string, flags: FitFlags): Promise<ExitCode> {
  const path = shownPath(world.cwd, spec);
  const host = createFileHost(world.cwd);
  if (host.readFile(path) === undefined) throw new UsageError(`there is no spec ${spec}`);
  const training = await trainingData(world, flags);
  let result: FitResult | undefined;
  try {
    result = await fitAll(world, path, host, training, flags);
  } finally {
    training.end();
  }
  if (result === undefined) return exitCode.specWrong;
  const { fitted, data } = result;
  const failures = fitted.filter(({ value }) => value === null);
  const fitPath = fitFilePath(path);
  report(world, result, fitPath, flags);
  if (failures.length > 0) {
    await reportDiagnostics(
      world,
      failures.map((one) => failureOf(one, data)),
    );
    return exitCode.dataRejected;
  }
  const text = printFitFile({
    spec: result.spec,
    compiler: world.version,
    dataFile: basename(flags.data),
    data,
    fitted,
  });
  return flags.check === true
    ? compareWithCommitted(world, path, fitPath, text)
    : write(world, path, fitPath, text);
}

interface FitResult {
  readonly spec: string;
  /** In order of declaration; after a failure those up to its stage. */
  readonly fitted: readonly Fitted[];
  readonly data: DataSummary;
  readonly held: readonly HeldColumn[];
}

/** Stage after stage; undefined where the spec is wrong, which has been reported. */
async function fitAll(
  world: World,
  path: string,
  host: FileHost,
  training: TrainingData,
  flags: FitFlags,
): Promise<FitResult | undefined> {
  const { compileFit } = await import("../compile-fit.js");
  const values = new Map<string, Constant>();
  const fitted: Fitted[] = [];
  const held: HeldColumn[] = [];
  let data: DataSummary | undefined;
  for (;;) {
    const { checked, stage, isComplete } = await guarded(path, () =>
      compileFit(path, host, values),
    );
    const { program, diagnostics } = checked;
    if ((hasErrors(diagnostics) && !isComplete) || program === undefined) {
      await reportDiagnostics(world, diagnostics);
      return undefined;
    }
    if (program.fits.length === 0) {
      throw new UsageError(
        `${path} has no constants under \`fit\``,
        "they look like `income_median: median(income)`.",
      );
    }
    if (stage !== null) {
      const result = await fitColumns(world, stage, training, flags);
      data ??= result.data;
      fitted.push(...result.fitted);
      held.push(...result.held);
      for (const { constant, value } of result.fitted) {
        if (value !== null) values.set(constant.name, value);
      }
    }
    const failed = fitted.some(({ value }) => value === null);
    if (stage !== null && !failed) continue;
    if (data === undefined) return undefined;
    return { spec: program.name, fitted: inOrder(fitted, program.fits), data, held };
  }
}

function inOrder(
  fitted: readonly Fitted[],
  declared: readonly FittedConstant[],
): readonly Fitted[] {
  const position = new Map(declared.map(({ name }, i) => [name, i]));
  const at = ({ constant }: Fitted): number => position.get(constant.name) ?? 0;
  return [...fitted].sort((a, b) => at(a) - at(b));
}

async function guarded<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new CompilerBug(path, error);
  }
}

function report(world: World, result: FitResult, fitPath: string, flags: FitFlags): void {
  const { spec, fitted, data, held } = result;
  if (flags.json !== true) {
    world.stdout.write(printFitted(fitted, data));
    world.stderr.write(printHeld(held));
    return;
  }
  const values = fitted.map((one) => ({
    name: one.constant.name,
    formula: one.constant.text,
    value: jsonOf(one),
    count: one.count,
    missing: one.missing,
  }));
  const time = (millis: number | null): string | null =>
    millis === null ? null : new Date(millis).toISOString();
  const described = { ...data, file: flags.data, from: time(data.from), to: time(data.to) };
  const json = { spec, fitFile: fitPath, data: described, values, held };
  world.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
}

function failureOf({ constant, count }: Fitted, { rows, rejected }: DataSummary): Diagnostic {
  const name = `fit.${constant.name}`;
  const { least } = statistics[constant.statistic];
  if (count >= least) return createDiagnostic("fit/overflow", constant.span, { name });
  return createDiagnostic("fit/too-few-values", constant.span, {
    name,
    statistic: constant.statistic,
    present: count,
    rows: rows - rejected,
    rejected,
    least,
  });
}

/** Writes the file whole or not at all, and says what the spec makes of it. */
async function write(world: World, path: string, fitPath: string, text: string): Promise<ExitCode> {
  const absolute = resolve(world.cwd, fitPath);
  if (readText(absolute, fitPath) === text) {
    world.stderr.write(`${fitPath} is up to date\n`);
  } else {
    const file = await ReplacedFile.create(absolute, fitPath);
    try {
      file.write(text);
      await file.commit();
    } finally {
      await file.discard();
    }
    world.stderr.write(`wrote ${fitPath}\n`);
  }
  const { diagnostics } = checkSpec(await world.loadCompiler(), world, path);
  await reportDiagnostics(world, diagnostics);
  return hasErrors(diagnostics) ? exitCode.specWrong : exitCode.fine;
}

function compareWithCommitted(world: World, path: string, fitPath: string, text: string): ExitCode {
  const committed = readText(resolve(world.cwd, fitPath), fitPath);
  const repair = `To repair: npx featc fit ${path} --data FILE\n`;
  if (committed === undefined) {
    world.stderr.write(`there is no ${fitPath}\n${repair}`);
    return exitCode.specWrong;
  }
  const before = parseFitFile({ path: fitPath, text: committed }).fitFile;
  const now = parseFitFile({ path: fitPath, text }).fitFile;
  if (before === undefined || now === undefined) {
    world.stderr.write(`${fitPath} cannot be read; featc check shows why\n${repair}`);
    return exitCode.specWrong;
  }
  const differences = fitDifferences(before, now);
  if (differences.length === 0) {
    world.stderr.write(`${fitPath} is what the data give\n`);
    return exitCode.fine;
  }
  world.stderr.write(`${fitPath} is not what the data give:\n`);
  for (const line of differences) world.stderr.write(printable(`  ${line}\n`));
  world.stderr.write(repair);
  return exitCode.specWrong;
}

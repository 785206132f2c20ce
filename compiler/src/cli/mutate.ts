import type { CheckResult, MutationResult } from "../compile.js";
import type { EmittedFile } from "../emit/text/emitted-file.js";
import { checkSpec } from "./compile-specs.js";
import type { CompilerApi } from "./compiler-api.js";
import { findSpecs } from "./config/find-specs.js";
import { loadConfig } from "./config/load-config.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { Interrupted } from "./failures.js";
import { createFileHost } from "./file-host.js";
import { disagreements } from "./mutate/disagreements.js";
import { mutationJson, printMutation } from "./mutate/mutation-text.js";
import type { SpecMutation } from "./mutate/mutation-text.js";
import { runMutants } from "./mutate/run-mutants.js";
import type { MutateFlags } from "./program.js";
import { hasErrors, reportDiagnostics } from "./report-diagnostics.js";
import { createCounter } from "./run/progress.js";
import type { World } from "./world.js";

/** `featc mutate`. */
export async function mutate(
  world: World,
  given: readonly string[],
  flags: MutateFlags,
): Promise<ExitCode> {
  const paths = await findSpecs(world, given, await loadConfig(world, flags.config));
  const compiler = await world.loadCompiler();
  const measured: SpecMutation[] = [];
  let failed = false;
  for (const spec of paths) {
    const checked = checkSpec(compiler, world, spec, compiler.createCaches());
    await reportDiagnostics(world, checked.diagnostics);
    failed ||= hasErrors(checked.diagnostics);
    const counter = createCounter(world, `${spec}: mutants`);
    const result = await compiler.mutate(checked, (done, all) => {
      if (world.interrupted.aborted) throw new Interrupted();
      counter.show(done, all);
    });
    counter.end();
    if (result === undefined) continue;
    const required = flags.minScore ?? checked.program?.tests.mutationScore?.value ?? null;
    const inTypeScript =
      flags.full === true ? await runAll(world, compiler, checked, spec, result) : null;
    measured.push({ spec, required, inTypeScript, ...result });
    failed ||= isTooWeak(result, required) || disagreements(result, inTypeScript).length > 0;
  }
  world.stdout.write(
    flags.json === true ? mutationJson(measured) : printMutation(measured, flags.all === true),
  );
  return failed ? exitCode.specWrong : exitCode.fine;
}

/** Whether the tests fail on the TypeScript of each mutant. */
async function runAll(
  world: World,
  compiler: CompilerApi,
  checked: CheckResult,
  spec: string,
  { mutants }: MutationResult,
): Promise<readonly boolean[]> {
  const { files } = await compiler.compile(spec, createFileHost(world.cwd));
  const isTest = ({ path }: EmittedFile): boolean => path.endsWith(".test.ts");
  // Random rows, where the spec asks for them, are none of the rows that were judged.
  const tests = files.filter((file) => isTest(file) && !file.path.endsWith(".properties.test.ts"));
  const original = files.filter((file) => !isTest(file));
  const counter = createCounter(world, `${spec}: mutants in vitest`);
  try {
    const emitted = compiler.emitMutants(checked);
    return await runMutants(world, tests, original, emitted, (done) => {
      counter.show(done, mutants.length);
    });
  } finally {
    counter.end();
  }
}

function isTooWeak({ score }: MutationResult, required: number | null): boolean {
  return required !== null && score < required;
}

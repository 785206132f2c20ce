import type { MutationResult } from "../compile.js";
import { checkSpec } from "./compile-specs.js";
import { findSpecs } from "./config/find-specs.js";
import { loadConfig } from "./config/load-config.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { Interrupted } from "./failures.js";
import { mutationJson, printMutation } from "./mutate/mutation-text.js";
import type { SpecMutation } from "./mutate/mutation-text.js";
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
    const required = flags.minScore ?? null;
    measured.push({ spec, required, ...result });
    failed ||= isTooWeak(result, required);
  }
  world.stdout.write(
    flags.json === true ? mutationJson(measured) : printMutation(measured, flags.all === true),
  );
  return failed ? exitCode.specWrong : exitCode.fine;
}

function isTooWeak({ score }: MutationResult, required: number | null): boolean {
  return required !== null && score < required;
}

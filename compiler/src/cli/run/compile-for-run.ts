import { buildTsFile } from "../../emit/text/ts-file.js";
import { featuresModule } from "../../emit/ts/features-module.js";
import type { EmittedFile } from "../../emit/text/emitted-file.js";
import type { Program } from "../../ir/program.js";
import { guarded } from "../compile-specs.js";
import { UsageError } from "../failures.js";
import { createFileHost } from "../file-host.js";
import { shownPath } from "../paths.js";
import { hasErrors, reportDiagnostics } from "../report-diagnostics.js";
import type { World } from "../world.js";
import { countTreatments } from "./count-treatments.js";
import type { CountedProgram } from "./count-treatments.js";

export interface CompiledForRun {
  readonly program: Program;
  readonly counted: CountedProgram;
  readonly files: readonly EmittedFile[];
}

/** The compiled spec, with features that count what happens to them; undefined where it has errors. */
export async function compileForRun(
  world: World,
  spec: string,
): Promise<CompiledForRun | undefined> {
  const path = shownPath(world.cwd, spec);
  const host = createFileHost(world.cwd);
  if (host.readFile(path) === undefined) throw new UsageError(`there is no spec ${spec}`);
  const compiler = await world.loadCompiler();
  const caches = compiler.createCaches();
  const { program, facts, diagnostics, files } = await guarded(path, () =>
    compiler.compile(path, host, caches),
  );
  await reportDiagnostics(world, diagnostics);
  if (hasErrors(diagnostics) || program === undefined || facts === undefined) return undefined;
  const counted = countTreatments(program, facts);
  const countingModule = featuresModule(counted.program, counted.facts);
  const counting = await buildTsFile(countingModule, caches.emit.layout);
  const others = files.filter((file) => file.path !== counting.path);
  return { program, counted, files: [...others, counting] };
}

import type { CompilerCaches } from "../compile.js";
import { checkSpec } from "./compile-specs.js";
import { findSpecs } from "./config/find-specs.js";
import { loadConfig } from "./config/load-config.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { UsageError } from "./failures.js";
import type { ConfigFlag } from "./program.js";
import { hasErrors, reportDiagnostics } from "./report-diagnostics.js";
import { watch } from "./watch.js";
import type { WatchedFiles } from "./watch.js";
import type { World } from "./world.js";

export interface CheckFlags extends ConfigFlag {
  readonly json?: true;
  readonly watch?: true;
  readonly proofs?: true;
  readonly stages?: true;
  /** With what was tried for each of them. */
  readonly trace?: true;
}

/** `featc check`. */
export async function check(
  world: World,
  specs: readonly string[],
  flags: CheckFlags,
): Promise<ExitCode> {
  const cachesOf = new Map<string, CompilerCaches>();
  if (flags.watch !== true) return (await checkOnce(world, specs, flags, cachesOf)).code;
  return watch(world, async () => {
    const { code, watched } = await checkOnce(world, specs, flags, cachesOf);
    return { ...watched, summary: code === exitCode.fine ? "no errors" : "errors" };
  });
}

async function checkOnce(
  world: World,
  given: readonly string[],
  flags: CheckFlags,
  cachesOf: Map<string, CompilerCaches>,
): Promise<{ readonly code: ExitCode; readonly watched: WatchedFiles }> {
  if (flags.stages === true && (flags.proofs === true || flags.trace === true)) {
    throw new UsageError("--stages prints a table of its own", "run it apart from --proofs.");
  }
  const config = await loadConfig(world, flags.config);
  const paths = await findSpecs(world, given, config);
  const compiler = await world.loadCompiler();
  const results = paths.map((path) => {
    const caches = cachesOf.get(path) ?? compiler.createCaches();
    cachesOf.set(path, caches);
    return checkSpec(compiler, world, path, caches);
  });
  const diagnostics = results.flatMap((result) => result.diagnostics);
  const failed = hasErrors(diagnostics);
  if (flags.stages === true) {
    const { printStages, specStages, stagesJson } = await import("./check/stages.js");
    const stages = results.map((result, i) => specStages(paths[i] ?? "", result));
    if (flags.json !== true || failed) await reportDiagnostics(world, diagnostics);
    world.stdout.write(flags.json === true ? stagesJson(stages) : printStages(stages));
  } else if (flags.proofs === true || flags.trace === true) {
    const proofs = results.map((result, i) => ({
      spec: paths[i] ?? "",
      judgements: compiler.judge(result, () => performance.now()),
    }));
    if (flags.json !== true) await reportDiagnostics(world, diagnostics);
    const { printProofs, proofsJson } = await import("./check/proofs.js");
    world.stdout.write(
      flags.json === true ? proofsJson(proofs) : printProofs(proofs, flags.trace === true),
    );
  } else if (flags.json === true) {
    const { renderJson } = await import("../diagnostics/render-json.js");
    const text = renderJson(diagnostics);
    world.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  } else {
    await reportDiagnostics(world, diagnostics);
    if (!failed) world.stderr.write(`${count(paths.length)} checked, no errors\n`);
  }
  return {
    code: failed ? exitCode.specWrong : exitCode.fine,
    watched: {
      files: results.flatMap((result) => result.reads),
      configPath: config.path,
      patterns: given.length > 0 ? given : config.specs,
      folder: given.length > 0 ? world.cwd : config.folder,
    },
  };
}

function count(specs: number): string {
  return specs === 1 ? "1 spec" : `${specs} specs`;
}

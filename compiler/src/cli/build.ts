import { resolve } from "node:path";
import { createBuildCache, noCache } from "./cache/build-cache.js";
import type { BuildCache } from "./cache/build-cache.js";
import { cacheFolder } from "./cache/cache-folder.js";
import { compileSpecs } from "./compile-specs.js";
import type { CompiledSpec, CompileSession } from "./compile-specs.js";
import { tzdataVersion } from "./file-host.js";
import { findSpecs } from "./config/find-specs.js";
import { loadConfig } from "./config/load-config.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { UsageError } from "./failures.js";
import { compareOutput } from "./output/compare.js";
import { changedZones, keepTzdata } from "./output/kept-tzdata.js";
import type { ChangedZones } from "./output/kept-tzdata.js";
import { publish } from "./output/publish.js";
import type { Published } from "./output/publish.js";
import type { PlannedSpec } from "./output/planned-spec.js";
import { shownPath } from "./paths.js";
import type { BuildFlags } from "./program.js";
import { hasErrors, reportDiagnostics } from "./report-diagnostics.js";
import { reportFrozen } from "./report-frozen.js";
import { watch } from "./watch.js";
import type { WatchedFiles } from "./watch.js";
import type { World } from "./world.js";

/** `featc build`. */
export async function build(
  world: World,
  specs: readonly string[],
  flags: BuildFlags,
): Promise<ExitCode> {
  if (flags.watch === true && flags.frozen === true) {
    throw new UsageError("--watch and --frozen exclude each other");
  }
  const session: CompileSession = { cache: cacheFor(world, flags), cachesOf: new Map() };
  if (flags.watch !== true) return (await buildOnce(world, specs, flags, session)).code;
  return watch(world, async () => {
    const { code, watched } = await buildOnce(world, specs, flags, session);
    return { ...watched, summary: code === exitCode.fine ? "built" : "not built" };
  });
}

interface Built {
  readonly code: ExitCode;
  readonly watched: WatchedFiles;
}

async function buildOnce(
  world: World,
  given: readonly string[],
  flags: BuildFlags,
  session: CompileSession,
): Promise<Built> {
  const config = await loadConfig(world, flags.config);
  const paths = await findSpecs(world, given, config);
  const compiled = await compileSpecs(world, paths, session);
  const output =
    flags.out === undefined ? resolve(config.folder, config.output) : resolve(world.cwd, flags.out);
  await reportDiagnostics(
    world,
    compiled.flatMap((spec) => spec.diagnostics),
  );
  const failed = compiled.some((spec) => hasErrors(spec.diagnostics));
  const planned = keepTzdata(output, compiled.flatMap(plannedSpec));
  const code = await writeOrCompare(world, { given, flags, compiled, planned, output, failed });
  const watched = {
    files: compiled.flatMap((spec) => spec.reads),
    configPath: config.path,
    patterns: given.length > 0 ? given : config.specs,
    folder: given.length > 0 ? world.cwd : config.folder,
  };
  return { code, watched };
}

interface Outcome {
  readonly given: readonly string[];
  readonly flags: BuildFlags;
  readonly compiled: readonly CompiledSpec[];
  readonly planned: readonly PlannedSpec[];
  readonly output: string;
  readonly failed: boolean;
}

async function writeOrCompare(world: World, outcome: Outcome): Promise<ExitCode> {
  const { given, flags, compiled, planned, output, failed } = outcome;
  if (flags.frozen === true) {
    if (failed) return exitCode.specWrong;
    const findings = compareOutput(output, planned, { allSpecs: given.length === 0 });
    await reportFrozen(world, output, findings, flags);
    return findings.length === 0 ? exitCode.fine : exitCode.specWrong;
  }
  const changed = changedZones(output, planned);
  // A spec with errors keeps its last good files; the others are written.
  const published = planned.length === 0 ? [] : await publish(output, planned);
  for (const one of published) world.stderr.write(builtLine(one, compiled));
  for (const zones of changed) world.stderr.write(zonesLine(zones));
  if (flags.json === true) {
    const { jsonDiagnostic } = await import("../diagnostics/render-json.js");
    const diagnostics = compiled.flatMap((spec) => spec.diagnostics).map(jsonDiagnostic);
    const built = published.map(({ name, changed, deleted }) => ({ name, changed, deleted }));
    const result = { output: shownPath(world.cwd, output), built, diagnostics };
    world.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  }
  return failed ? exitCode.specWrong : exitCode.fine;
}

function plannedSpec(spec: CompiledSpec): readonly PlannedSpec[] {
  if (spec.name === undefined || hasErrors(spec.diagnostics)) return [];
  return [{ name: spec.name, files: spec.files }];
}

function zonesLine({ name, zones, recorded, current }: ChangedZones): string {
  return `${name}: ${zones.join(", ")} changed from tzdata ${recorded} to ${current}; read the diff, and see that past features keep their values\n`;
}

function builtLine(published: Published, compiled: readonly CompiledSpec[]): string {
  const spec = compiled.find((one) => one.name === published.name && one.files.length > 0);
  const count = spec?.files.length ?? 0;
  const files = count === 1 ? "1 file" : `${count} files`;
  const deleted = published.deleted.length === 0 ? "" : `, ${published.deleted.length} deleted`;
  const time = Math.round(spec?.milliseconds ?? 0);
  return `built ${published.name}: ${files} (${published.changed.length} changed${deleted}) in ${time} ms\n`;
}

function cacheFor(world: World, flags: BuildFlags): BuildCache {
  if (!flags.cache || world.buildId === undefined) return noCache;
  return createBuildCache(
    cacheFolder(world.cwd, flags.cacheDir),
    `${world.buildId}-${tzdataVersion()}`,
  );
}

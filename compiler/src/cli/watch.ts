import { join, resolve } from "node:path";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { CompilerBug, Interrupted, UsageError } from "./failures.js";
import { FileWatcher } from "./file-watcher.js";
import type { World } from "./world.js";

/** What one cycle read, so that the next starts when some of it changes. */
export interface WatchedFiles {
  /** Specs and imports, as messages show them. */
  readonly files: readonly string[];
  readonly configPath: string | null;
  /** Where new specs may appear. */
  readonly patterns: readonly string[];
  readonly folder: string;
}

export type Cycle = () => Promise<WatchedFiles & { readonly summary: string }>;

/**
 * Runs `cycle` now and after every change of what it read, until the user interrupts it. A cycle that
 * fails is reported and waits for the next change like any other.
 */
export async function watch(world: World, cycle: Cycle): Promise<ExitCode> {
  const watcher = new FileWatcher((message) => {
    world.stderr.write(`watching failed: ${message}\n`);
  });
  const ended = new Promise<"ended">((resolveEnded) => {
    if (world.interrupted.aborted) resolveEnded("ended");
    world.interrupted.addEventListener("abort", () => resolveEnded("ended"), { once: true });
  });
  const configs = ["featc.config.yaml", "featc.config.json"].map((name) => join(world.cwd, name));
  try {
    do {
      const since = Date.now();
      const start = performance.now();
      const { summary, paths } = await runCycle(world, cycle);
      const time = Math.round(performance.now() - start);
      await watcher.follow([...configs, ...paths], since);
      world.stderr.write(`${summary} in ${time} ms, waiting for changes\n`);
    } while ((await watcher.nextChange(ended)) === "changed");
    return exitCode.fine;
  } finally {
    await watcher.close();
  }
}

interface CycleResult {
  readonly summary: string;
  /** Absolute. What was watched before a failure is watched on. */
  readonly paths: readonly string[];
}

async function runCycle(world: World, cycle: Cycle): Promise<CycleResult> {
  try {
    const { files, configPath, patterns, folder, summary } = await cycle();
    const paths = [
      ...files.map((path) => resolve(world.cwd, path)),
      ...patterns.map((pattern) => staticFolder(folder, pattern)),
      ...(configPath === null ? [] : [configPath]),
    ];
    return { summary, paths };
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return { summary: reportFailure(world, error), paths: [join(world.cwd, "specs")] };
  }
}

function reportFailure(world: World, error: unknown): string {
  if (error instanceof UsageError) {
    world.stderr.write(`error: ${error.message}\n`);
    if (error.hint !== undefined) world.stderr.write(`Hint: ${error.hint}\n`);
    return "not done";
  }
  const place = error instanceof CompilerBug ? ` in ${error.specPath}` : "";
  const message = error instanceof Error ? error.message : String(error);
  world.stderr.write(`bug in featc${place}: ${message}\n`);
  return "failed";
}

/** The folder of a glob up to its first wildcard: `specs` of `specs/*.feat.yaml`. */
function staticFolder(folder: string, pattern: string): string {
  const fixed = pattern.split("/").slice(0, -1);
  const wild = fixed.findIndex((part) => /[*?{}[\]!()]/.test(part));
  return resolve(folder, ...(wild === -1 ? fixed : fixed.slice(0, wild)));
}

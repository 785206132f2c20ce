import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { UsageError } from "../failures.js";
import { byCodeUnit, shownPath } from "../paths.js";
import type { World } from "../world.js";
import type { Config } from "./config.js";

/**
 * The spec files that a command works on, as paths that messages show, each once and in order. What
 * stands on the command line is relative to the working folder and wins over the configuration.
 */
export async function findSpecs(
  world: World,
  given: readonly string[],
  config: Config,
): Promise<readonly string[]> {
  const patterns = given.length > 0 ? given : config.specs;
  const folder = given.length > 0 ? world.cwd : config.folder;
  const found = new Set<string>();
  for (const pattern of patterns) {
    const paths = isFile(resolve(folder, pattern)) ? [pattern] : await expand(pattern, folder);
    if (paths.length === 0 && given.length > 0) {
      throw new UsageError(
        `there is no spec ${pattern}`,
        "the path is relative to the current folder.",
      );
    }
    for (const path of paths) found.add(shownPath(world.cwd, resolve(folder, path)));
  }
  if (found.size === 0) {
    throw new UsageError(
      `no spec matches ${patterns.join(", ")}`,
      "name the specs on the command line or under `specs` of featc.config.yaml; `featc init` writes a first one.",
    );
  }
  return [...found].sort(byCodeUnit);
}

async function expand(pattern: string, folder: string): Promise<readonly string[]> {
  if (!/[*?{}[\]!()]/.test(pattern)) return [];
  const { glob } = await import("tinyglobby");
  const paths = await glob(pattern.split(sep).join("/"), {
    cwd: folder,
    expandDirectories: false,
    ignore: ["**/node_modules/**"],
    followSymbolicLinks: false,
  });
  return paths.map((path) => relative(folder, resolve(folder, path)));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

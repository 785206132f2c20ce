import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** `node_modules/.cache/featc` of the nearest project that has a `node_modules`, else of `cwd`. */
export function cacheFolder(cwd: string, explicit: string | undefined): string {
  if (explicit !== undefined) return resolve(cwd, explicit);
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules"))) return inProject(folder);
    if (dirname(folder) === folder) return inProject(cwd);
  }
}

function inProject(folder: string): string {
  return join(folder, "node_modules", ".cache", "featc");
}

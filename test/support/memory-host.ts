import type { Host } from "../../compiler/src/base/host.js";

/** Files that exist only in a test, by path. */
export function memoryHost(files: Readonly<Record<string, string>>): Host {
  return { readFile: (path) => (Object.hasOwn(files, path) ? files[path] : undefined) };
}

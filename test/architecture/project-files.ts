import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every file below a folder of the project, as paths relative to the project, with `/`, sorted. */
export function filesBelow(
  folder: string,
  skip: (path: string) => boolean = () => false,
): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (skip(path)) return [];
      return entry.isDirectory() ? filesBelow(path, skip) : [path];
    })
    .sort();
}

export function readProjectFile(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function existsInProject(path: string): boolean {
  return existsSync(join(root, path));
}

/** Folders that tools fill. */
export function isForeign(path: string): boolean {
  return /(^|\/)(node_modules|dist|\.git|coverage|out|\.venv)$/.test(path);
}

import type { EmittedFile } from "../../../../compiler/src/emit/text/emitted-file.js";

/** Nine files, and one more that each version has under a name of its own. */
export function filesOfVersion(version: string): readonly EmittedFile[] {
  const names = [...Array.from({ length: 8 }, (_, i) => `file-${i}.ts`), `only-${version}.ts`];
  const files = names.map((path) => ({ path, text: `${version} ${path}\n`.repeat(500) }));
  return [{ path: "manifest.json", text: JSON.stringify({ version, files: names }) }, ...files];
}

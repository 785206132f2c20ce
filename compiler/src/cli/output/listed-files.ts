import { join } from "node:path";
import { readText } from "../file-host.js";
import { isInnerPath, requireFolder } from "./guard-path.js";
import { manifestName } from "./planned-spec.js";

/** The files that the manifest of the last build lists for a spec; none where there is no manifest. */
export function listedFiles(output: string, name: string): readonly string[] {
  const folder = join(output, name);
  requireFolder(folder);
  const text = readText(join(folder, manifestName), `${name}/${manifestName}`);
  return text === undefined ? [] : filesOfManifest(text);
}

/** Paths relative to the spec's folder. What does not read as a manifest of featc lists nothing. */
export function filesOfManifest(text: string): readonly string[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof data !== "object" || data === null || !("files" in data)) return [];
  return pathsOf(data.files).filter(isInnerPath);
}

function pathsOf(files: unknown): readonly string[] {
  if (Array.isArray(files)) return files.map(pathOf).filter((path) => path !== undefined);
  return typeof files === "object" && files !== null ? Object.keys(files) : [];
}

function pathOf(entry: unknown): string | undefined {
  if (typeof entry === "string") return entry;
  if (typeof entry === "object" && entry !== null && "path" in entry) {
    return typeof entry.path === "string" ? entry.path : undefined;
  }
  return undefined;
}

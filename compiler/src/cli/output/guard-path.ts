import { lstatSync } from "node:fs";
import { join } from "node:path";
import { internalError } from "../../base/assert.js";
import { UsageError } from "../failures.js";

/** A path inside a spec's folder: relative, with `/`, that leads nowhere else on any system. */
export function isInnerPath(path: string): boolean {
  return path.split("/").every((part) => {
    return part !== "" && part !== "." && part !== ".." && !/[\\:\0]/.test(part);
  });
}

/**
 * The absolute path of a file in the output folder. Throws a UsageError where a part of the way that
 * exists is a symbolic link or of another kind than it must be: nothing is ever written through one.
 */
export function guardedPath(output: string, inner: string): string {
  if (!isInnerPath(inner)) internalError(`the output path ${JSON.stringify(inner)} is not inside`);
  requireKind(output, "folder");
  const parts = inner.split("/");
  let path = output;
  parts.forEach((part, index) => {
    path = join(path, part);
    requireKind(path, index === parts.length - 1 ? "file" : "folder");
  });
  return path;
}

/** Where something stands at the path, it must be a real folder. */
export function requireFolder(path: string): void {
  requireKind(path, "folder");
}

function requireKind(path: string, kind: "file" | "folder"): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isSymbolicLink()) {
    throw new UsageError(
      `${path} is a symbolic link, and featc does not write through one`,
      "remove it, or let `output` name the real folder.",
    );
  }
  if (kind === "folder" ? !stats.isDirectory() : !stats.isFile()) {
    throw new UsageError(`${path} is in the way: featc needs a ${kind} there`);
  }
}

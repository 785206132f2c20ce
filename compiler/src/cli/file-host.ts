import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Host } from "../base/host.js";
import { UsageError } from "./failures.js";
import { describeSystemError, systemErrorCode } from "./system-error.js";

/** Reads from the disk and remembers what was asked for: the closure of a spec. */
export interface FileHost extends Host {
  /** By path as the compiler asked for it; undefined where there was no file. */
  readonly reads: ReadonlyMap<string, string | undefined>;
}

export function createFileHost(cwd: string): FileHost {
  const reads = new Map<string, string | undefined>();
  return {
    reads,
    readFile: (path) => {
      if (!reads.has(path)) reads.set(path, readText(resolve(cwd, path), path));
      return reads.get(path);
    },
    tzdata: tzdataVersion(),
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
  };
}

/** Of this Node. */
export function tzdataVersion(): string {
  return process.versions["tz"] ?? "unknown";
}

/** The text of a file, undefined where there is none; other failures are a UsageError. */
export function readText(absolute: string, shown: string): string | undefined {
  try {
    return readFileSync(absolute, "utf8");
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new UsageError(`${shown} could not be read: ${describeSystemError(error)}`);
  }
}

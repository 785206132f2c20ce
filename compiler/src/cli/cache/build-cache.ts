import { createHash, randomUUID } from "node:crypto";
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { EmittedFile } from "../../emit/text/emitted-file.js";
import { decodeEntry, encodeEntry } from "./entry.js";

/** What a compilation without errors gave. */
export interface CachedBuild {
  readonly name: string;
  readonly files: readonly EmittedFile[];
  /** Warnings; errors are never cached. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuildCache {
  /** Undefined where nothing is known of the spec as it and everything that it imports now are. */
  readonly find: (
    path: string,
    read: (path: string) => string | undefined,
  ) => CachedBuild | undefined;
  /** `reads` is the closure of the spec: what the compiler asked for, undefined where there was no file. */
  readonly keep: (
    path: string,
    build: CachedBuild,
    reads: ReadonlyMap<string, string | undefined>,
  ) => void;
}

export const noCache: BuildCache = { find: () => undefined, keep: () => undefined };

/** Entries are named after path and text of the spec and the compiler's code; none is ever changed. */
export function createBuildCache(folder: string, buildId: string): BuildCache {
  const fileOf = (path: string, text: string): string => {
    const hash = createHash("sha256")
      .update(JSON.stringify([buildId, path, text]))
      .digest("hex");
    return join(folder, "builds", `${hash}.json`);
  };
  return {
    find: (path, read) => {
      const text = read(path);
      if (text === undefined) return undefined;
      try {
        return decodeEntry(readFileSync(fileOf(path, text), "utf8"), read);
      } catch {
        // No entry, or one that cannot be read: the spec is compiled, which writes a new one.
        return undefined;
      }
    },
    keep: (path, build, reads) => {
      const text = reads.get(path);
      if (text === undefined) return;
      writeWhole(fileOf(path, text), encodeEntry(build, reads));
      removeOldest(join(folder, "builds"));
    },
  };
}

const mostEntries = 400;

/** Entries are never changed, so that the oldest half is what was built longest ago. */
function removeOldest(folder: string): void {
  try {
    const names = readdirSync(folder);
    if (names.length <= mostEntries) return;
    const byAge = names
      .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => a.time - b.time);
    for (const { path } of byAge.slice(0, byAge.length / 2)) rmSync(path, { force: true });
  } catch {
    // Another build is doing the same, or the folder cannot be written.
  }
}

/** A cache that cannot be written (a read-only file system) costs time and nothing else. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch {
    try {
      rmSync(draft, { force: true });
    } catch {
      // Nothing was written then.
    }
  }
}

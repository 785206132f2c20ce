import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/**
 * Loads a CommonJS file of `dist/vendor`, with the machine code that V8 kept of it last time. That is a
 * third of the time of a plain import; where anything about the cache is wrong, the file is loaded without.
 */
export function loadVendored(name: string): unknown {
  const file = vendorFile(name);
  const source = readFileSync(file, "utf8");
  const cache = cacheFile(file, source.length);
  const cachedData = cache === undefined ? undefined : readCache(cache);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
    {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    },
  );
  const module = { exports: {} as unknown };
  const run = script.runInThisContext() as (...args: readonly unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
  if (cache !== undefined && (cachedData === undefined || script.cachedDataRejected === true)) {
    // At the end of the process: by then V8 has compiled what a build really calls.
    process.once("exit", () => writeCache(cache, script));
  }
  return module.exports;
}

/** The bundle's code is in `dist` or in `dist/chunks`. */
function vendorFile(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = join(here, "vendor", name);
  return existsSync(file) ? file : join(dirname(here), "vendor", name);
}

/**
 * Beside the packages of the project, never in a folder that other users may write to: V8 runs what it
 * finds there. Undefined where there is no such folder.
 */
function cacheFile(file: string, length: number): string | undefined {
  const key = createHash("sha256")
    .update(JSON.stringify([process.version, process.arch, process.execArgv, file, length]))
    .digest("hex")
    .slice(0, 16);
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "featc", `v8-${key}.bin`);
  }
  return undefined;
}

function readCache(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    // V8 checks the version and its flags, but trusts the bytes: a damaged file must not reach it.
    const sum = bytes.subarray(0, 32);
    const data = bytes.subarray(32);
    return createHash("sha256").update(data).digest().equals(sum) ? data : undefined;
  } catch {
    return undefined;
  }
}

function writeCache(path: string, script: Script): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    const data = script.createCachedData();
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, Buffer.concat([createHash("sha256").update(data).digest(), data]));
    renameSync(draft, path);
  } catch {
    // A read-only installation: the next start takes as long as this one.
  }
}

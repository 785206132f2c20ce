import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const samples = fileURLToPath(new URL("../samples/", import.meta.url));

/** `npm run test:update` writes goldens anew instead of comparing with them. */
const updating = process.env["UPDATE_GOLDENS"] === "1";

/** Compares a text with the golden at a path below `test/samples`. */
export function expectGolden(path: string, actual: string): void {
  const file = join(samples, path);
  if (updating) {
    if (existsSync(file) && readFileSync(file, "utf8") === actual) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  if (!existsSync(file)) expect.fail(`no golden test/samples/${path}: run npm run test:update`);
  expect(actual).toBe(readFileSync(file, "utf8"));
}

/** Fails for goldens below a folder that belong to no sample any more; an update removes them. */
export function expectNoOrphans(folder: string, expected: readonly string[]): void {
  const known = new Set(expected);
  const orphans = goldensBelow(folder).filter((path) => !known.has(path));
  if (updating) for (const path of orphans) rmSync(join(samples, path));
  else expect(orphans).toEqual([]);
}

export function readSample(path: string): string {
  return readFileSync(join(samples, path), "utf8");
}

export function samplesIn(folder: string): readonly string[] {
  return readdirSync(join(samples, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function goldensBelow(folder: string): string[] {
  if (!existsSync(join(samples, folder))) return [];
  return readdirSync(join(samples, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? goldensBelow(path) : [path];
  });
}

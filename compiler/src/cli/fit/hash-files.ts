import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { Interrupted } from "../failures.js";
import type { World } from "../world.js";

/**
 * The SHA-256 of the data that a path stands for: of the bytes of a file; of several files, that of the lines
 * `HASH  NAME` which `sha256sum` prints, with names from the folder of the data on, because a partition stands in
 * the name alone.
 */
export async function hashFiles(
  world: World,
  files: readonly string[],
  path: string,
): Promise<string> {
  const [only] = files;
  if (only === path) return (await hashFile(world, path)).digest("hex");
  const folder = path.includes("*") ? dirname(path.slice(0, path.indexOf("*") + 1)) : path;
  const all = createHash("sha256");
  for (const file of files) {
    const name = relative(folder, file).replaceAll(sep, "/");
    all.update(`${(await hashFile(world, file)).digest("hex")}  ${name}\n`);
  }
  return all.digest("hex");
}

async function hashFile(world: World, file: string): Promise<Hash> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    if (world.interrupted.aborted) throw new Interrupted();
    hash.update(chunk as Buffer);
  }
  return hash;
}

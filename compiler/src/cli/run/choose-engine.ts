import { statSync } from "node:fs";
import { extname, resolve } from "node:path";
import { UsageError } from "../failures.js";
import type { RunFlags } from "../program.js";
import type { World } from "../world.js";

export type Engine = "node" | "duckdb";

/** What only one of the engines can do, by flag. */
const duckdbFlags = [
  ["asOfColumn", "--as-of-column"],
  ["sample", "--sample"],
  ["explainPlan", "--explain-plan"],
] as const;

/** As asked; else DuckDB for Parquet and whatever else needs it, and Node for files of text. */
export function engineOf(world: World, flags: RunFlags): Engine | "spark" {
  if (flags.engine === "spark") return flags.engine;
  if (flags.sparkConf !== undefined && flags.sparkConf.length > 0) {
    throw new UsageError("--spark-conf is for --engine spark", "leave it out, or name the engine.");
  }
  const related = [...(flags.events ?? []), ...(flags.table ?? [])];
  const read = [flags.input, ...related.map((text) => text.slice(text.indexOf("=") + 1))];
  const written = [flags.output, flags.rejects ?? ""].filter((path) => /[.]parquet$/i.test(path));
  const asked = duckdbFlags.find(([flag]) => flags[flag] !== undefined)?.[1];
  return chosenEngine(flags.engine, [...filesOfDuckDB(world, read), ...written][0] ?? asked);
}

/** The same of a command that only reads. */
export function readingEngine(world: World, asked: Engine | undefined, file: string): Engine {
  return chosenEngine(asked, filesOfDuckDB(world, [file])[0]);
}

/** `needed` is what only DuckDB does. */
function chosenEngine(asked: Engine | undefined, needed: string | undefined): Engine {
  if (asked === undefined) return needed === undefined ? "node" : "duckdb";
  if (asked === "node" && needed !== undefined) {
    throw new UsageError(`the engine node does not do ${needed}`, "leave out --engine node.");
  }
  return asked;
}

function filesOfDuckDB(world: World, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    const isFolder = statSync(resolve(world.cwd, path), { throwIfNoEntry: false })?.isDirectory();
    return isFolder === true || path.includes("*") || extname(path).toLowerCase() === ".parquet";
  });
}

import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { suggestSnakeCase } from "../../formula/keywords.js";
import { problemOfName } from "../../spec/names.js";
import { openDuckDB } from "../engine/open-duckdb.js";
import { Interrupted, UsageError } from "../failures.js";
import { createCounter } from "../run/progress.js";
import type { World } from "../world.js";
import { inferSpec } from "./infer-spec.js";
import type { InferredSpec } from "./infer-spec.js";
import { profileColumns } from "./profile-columns.js";
import { dataExtensions, describeFile } from "../engine/source-file.js";
import type { Query } from "../engine/source-file.js";

/** A starter spec for the data of a file, which DuckDB reads. */
export async function inferFromFile(
  world: World,
  file: string,
  wanted: string | undefined,
): Promise<InferredSpec> {
  const path = resolve(world.cwd, file);
  if (!existsSync(path)) throw new UsageError(`there is no file ${file}`);
  const name = specName(file, wanted);
  const connection = await openDuckDB();
  const query: Query = async (sql) => {
    if (world.interrupted.aborted) throw new Interrupted();
    const result = await connection.runAndReadAll(sql);
    return result.getRowObjectsJS();
  };
  const counter = createCounter(world, "columns");
  try {
    const source = await readable(file, () => describeFile(query, path));
    if (source === undefined) {
      throw new UsageError(
        `${file} is of no known kind`,
        `data are read from ${dataExtensions.join(", ")}.`,
      );
    }
    let done = 0;
    const profiles = await readable(file, () =>
      profileColumns(query, source, () => {
        done += 1;
        counter.show(done, source.columns.length);
      }),
    );
    if ((profiles[0]?.rows ?? 0) === 0) {
      throw new UsageError(`${file} has no rows`, "a spec is inferred from what rows hold.");
    }
    return inferSpec(name, file, profiles);
  } finally {
    counter.end();
    connection.closeSync();
  }
}

/** What DuckDB cannot read is a mistake in the call, in its words. */
async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UsageError || error instanceof Interrupted) {
      throw error;
    }
    const [reason = ""] = error.message.split("\n\n");
    throw new UsageError(`${file} cannot be read: ${reason.replaceAll("\n", "; ")}`);
  }
}

function specName(file: string, wanted: string | undefined): string {
  if (wanted !== undefined) {
    const problem = problemOfName(wanted, true);
    if (problem === undefined) return wanted;
    throw new UsageError(
      `${wanted} cannot be the name of a spec`,
      "names are snake_case, begin with a letter and are no words of JavaScript or of formulas.",
    );
  }
  const suggested = suggestSnakeCase(basename(file).replace(/\.[^.]*$/, "")) ?? "data";
  return problemOfName(suggested, true) === undefined
    ? suggested
    : `${suggested.slice(0, 56)}_data`;
}

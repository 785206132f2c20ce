import { UsageError } from "../failures.js";
import type { DuckDBConnection } from "@duckdb/node-api";

/** The version that featc is tested with. */
const testedVersion = "1.5.5-r.5";

/**
 * An engine in memory, which ends with `closeSync`. It is an optional peer dependency, so that a project
 * that only builds need not install it.
 */
export async function openDuckDB(): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await loadDuckDB();
  const instance = await DuckDBInstance.create(":memory:");
  return instance.connect();
}

async function loadDuckDB(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    if (!isModuleMissing(error)) throw error;
    throw new UsageError(
      "DuckDB is not installed",
      `run \`npm install --save-dev @duckdb/node-api@${testedVersion}\`.`,
    );
  }
}

function isModuleMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND")
  );
}

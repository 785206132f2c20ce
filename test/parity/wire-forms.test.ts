import { describe, expect, it } from "vitest";
import { openDuckDB } from "../support/duckdb.js";
import { duckdbEngine } from "./duckdb-engine.js";
import { compareField, wireCases } from "./wire-cases.js";

describe("what producers write, in DuckDB", () => {
  it.each(wireCases)("%s", async (contract, values) => {
    const agreement = await compareField(duckdbEngine(await openDuckDB()), contract, values);
    expect(agreement.differences).toEqual([]);
    expect(agreement.rows).toBe(values.length);
    expect(agreement.rejected).toBeLessThan(values.length);
  });
});

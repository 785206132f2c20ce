import { describe, expect, it } from "vitest";
import { duckdb } from "../../compiler/src/emit/sql/duckdb.js";
import { aggregateNames } from "../../compiler/src/functions/aggregates/aggregate.table.js";
import { walk } from "../../compiler/src/ir/children.js";
import { openDuckDB } from "../support/duckdb.js";
import { duckdbEngine } from "./duckdb-engine.js";
import { aggregateCase } from "./aggregate-case.js";
import { compareRows } from "./compare-rows.js";

describe("aggregates in DuckDB", () => {
  it("give the bits of the interpreter, over events with ties and over lists", async () => {
    const engine = duckdbEngine(await openDuckDB());
    const counted = new Map<string, number>();
    for (let seed = 1; seed <= 8; seed += 1) {
      const { program, facts, rows, data } = aggregateCase(seed, 40, 150, duckdb);
      const agreement = await compareRows(engine, program, facts, rows, undefined, data);
      expect(agreement.differences).toEqual([]);
      for (const { formula } of program.steps) {
        walk(formula, (expr) => {
          if (expr.kind !== "Aggregate") return;
          counted.set(expr.fn, (counted.get(expr.fn) ?? 0) + agreement.rows - agreement.rejected);
        });
      }
    }
    const rare = aggregateNames.filter((name) => (counted.get(name) ?? 0) < 150);
    expect(rare).toEqual([]);
  }, 120_000);
});

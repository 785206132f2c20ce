import { describe, expect, it } from "vitest";
import { analyseProgram } from "../../compiler/src/analyse/analyse-program.js";
import { duckdb } from "../../compiler/src/emit/sql/duckdb.js";
import { sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import { functionNames } from "../../compiler/src/functions/registry.js";
import { openDuckDB } from "../support/duckdb.js";
import { everyFunction, randomProgram } from "../support/random-program.js";
import { duckdbEngine } from "./duckdb-engine.js";
import { compareRows } from "./compare-rows.js";
import { letterCase } from "./letter-case.js";
import { isRefused, sentRows, withSql } from "./programs.js";

describe("functions in DuckDB", () => {
  it("are those of the language but for the named ones", () => {
    const reasons = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const program = everyFunction(seed);
      const { text } = sqlModule(program, analyseProgram(program), duckdb);
      for (const [, reason = ""] of text.matchAll(/^-- - (.*)$/gm)) reasons.add(reason);
    }
    expect([...reasons].sort()).toEqual([
      'hash_bucket with "murmur3": no function of the engine computes it',
      "normalize_nfkd: no engine has the normalization form NFKD of the pinned version of Unicode",
      "strip_accents: no engine has the normalization form NFKD of the pinned version of Unicode",
    ]);
  });

  it("give the bits of the interpreter", async () => {
    const engine = duckdbEngine(await openDuckDB());
    const counted = new Map<string, number>();
    for (let seed = 1; seed <= 5; seed += 1) {
      const every = everyFunction(seed);
      const program = withSql(every, duckdb);
      const facts = analyseProgram(program);
      const rows = sentRows(program, seed, 400);
      const agreement = await compareRows(engine, program, facts, rows, undefined);
      expect(agreement.differences).toEqual([]);
      for (const { name } of program.steps) {
        counted.set(name, (counted.get(name) ?? 0) + agreement.rows - agreement.rejected);
      }
    }
    const rare = functionNames
      .map((fn) => [`call_${fn}`, counted.get(`call_${fn}`) ?? 0] as const)
      .filter(([, rows]) => rows < 300);
    expect(rare.map(([name]) => name)).toEqual(["call_normalize_nfkd", "call_strip_accents"]);
  }, 120_000);

  it("give them inside each other, in conditions, and behind what rejects and imputes", async () => {
    const engine = duckdbEngine(await openDuckDB());
    let pairs = 0;
    for (let seed = 1; seed <= 25; seed += 1) {
      const program = randomProgram(seed, 12, 4);
      if (isRefused(program, duckdb)) continue;
      const rows = sentRows(program, seed, 100);
      const facts = analyseProgram(program);
      const agreement = await compareRows(engine, program, facts, rows, undefined);
      expect(agreement.differences).toEqual([]);
      pairs += agreement.pairs;
    }
    expect(pairs).toBeGreaterThan(10_000);
  }, 120_000);

  it("change the case of every character of Unicode as the interpreter does", async () => {
    const { program, facts, texts } = letterCase();
    const rows = texts.map((s) => ({ json: { s }, asOf: 0 }));
    const engine = duckdbEngine(await openDuckDB());
    const agreement = await compareRows(engine, program, facts, rows, undefined);
    expect(agreement.differences.map((text) => text.slice(0, 100))).toEqual([]);
    expect(agreement).toMatchObject({ rows: texts.length, rejected: 0 });
  }, 60_000);
});

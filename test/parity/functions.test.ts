import { describe, expect, it } from "vitest";
import { check } from "../../compiler/src/compile.js";
import { memoryHost } from "../support/memory-host.js";
import { analyseProgram } from "../../compiler/src/analyse/analyse-program.js";
import { duckdb } from "../../compiler/src/emit/sql/duckdb.js";
import { sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import { functionNames } from "../../compiler/src/functions/registry.js";
import { wireForm } from "../../compiler/src/interpret/wire-form.js";
import type { Program, Step } from "../../compiler/src/ir/program.js";
import { openDuckDB } from "../support/duckdb.js";
import { everyFunction, randomProgram, randomRow } from "../support/random-program.js";
import { compareRows } from "./compare-rows.js";
import type { SentRow } from "./compare-rows.js";

const isRefused = (program: Program): boolean =>
  sqlModule(program, analyseProgram(program), duckdb).text.includes("There is no SQL");

const alone = (program: Program, step: Step): Program => ({
  ...program,
  steps: [step],
  features: [step.name],
});

function sentRows(program: Program, seed: number, count: number): readonly SentRow[] {
  return Array.from({ length: count }, (_, i) => {
    const { input, asOf } = randomRow(seed * 10_007 + i);
    const json = program.input.map(
      (field) => [field.key, wireForm(field, input[field.name] ?? null)] as const,
    );
    return { json: Object.fromEntries(json), asOf };
  });
}

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
    const connection = await openDuckDB();
    const counted = new Map<string, number>();
    for (let seed = 1; seed <= 5; seed += 1) {
      const every = everyFunction(seed);
      const steps = every.steps.filter((step) => !isRefused(alone(every, step)));
      const program = { ...every, steps, features: steps.map(({ name }) => name) };
      const facts = analyseProgram(program);
      const rows = sentRows(program, seed, 400);
      const agreement = await compareRows(connection, program, facts, rows, undefined);
      expect(agreement.differences).toEqual([]);
      for (const { name } of steps) {
        counted.set(name, (counted.get(name) ?? 0) + agreement.rows - agreement.rejected);
      }
    }
    const rare = functionNames
      .map((fn) => [`call_${fn}`, counted.get(`call_${fn}`) ?? 0] as const)
      .filter(([, rows]) => rows < 300);
    expect(rare.map(([name]) => name)).toEqual(["call_normalize_nfkd", "call_strip_accents"]);
  }, 120_000);

  it("give them inside each other, in conditions, and behind what rejects and imputes", async () => {
    const connection = await openDuckDB();
    let pairs = 0;
    for (let seed = 1; seed <= 25; seed += 1) {
      const program = randomProgram(seed, 12, 4);
      if (isRefused(program)) continue;
      const rows = sentRows(program, seed, 100);
      const facts = analyseProgram(program);
      const agreement = await compareRows(connection, program, facts, rows, undefined);
      expect(agreement.differences).toEqual([]);
      pairs += agreement.pairs;
    }
    expect(pairs).toBeGreaterThan(10_000);
  }, 120_000);

  it("change the case of every character of Unicode as the interpreter does", async () => {
    const texts: string[] = [];
    for (let first = 1; first <= 0x10ffff; first += 2048) {
      const points = Array.from({ length: 2048 }, (_, i) => first + i);
      const held = points.filter((p) => p <= 0x10ffff && (p < 0xd800 || p > 0xdfff));
      texts.push(String.fromCodePoint(...held));
    }
    const path = "example.feat.yaml";
    const { program, facts } = check(
      path,
      memoryHost({
        [path]: `featc: 1
name: example
input: { s: string }
features: { low: lower_unicode(s), high: upper_unicode(s) }
`,
      }),
    );
    if (program === undefined || facts === undefined) throw new Error("the spec has errors");
    const rows = texts.map((s) => ({ json: { s }, asOf: 0 }));
    const connection = await openDuckDB();
    const agreement = await compareRows(connection, program, facts, rows, undefined);
    expect(agreement.differences.map((text) => text.slice(0, 100))).toEqual([]);
    expect(agreement).toMatchObject({ rows: texts.length, rejected: 0 });
  }, 60_000);
});

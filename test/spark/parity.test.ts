import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyseProgram } from "../../compiler/src/analyse/analyse-program.js";
import { check } from "../../compiler/src/compile.js";
import type { SparkClient } from "../../compiler/src/cli/spark/start-spark.js";
import { spark } from "../../compiler/src/emit/sql/spark.js";
import { aggregateNames } from "../../compiler/src/functions/aggregates/aggregate.table.js";
import { functionNames } from "../../compiler/src/functions/registry.js";
import { walk } from "../../compiler/src/ir/children.js";
import { aggregateCase } from "../parity/aggregate-case.js";
import { sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import { specWith } from "../unit/security/text-places.js";
import type { BatchEngine } from "../parity/batch-engine.js";
import { compareRows } from "../parity/compare-rows.js";
import { letterCase } from "../parity/letter-case.js";
import { isRefused, sentRows, withSql } from "../parity/programs.js";
import { host, specsIn } from "../parity/project-specs.js";
import { dataOf } from "../parity/related-data.js";
import { rowsOfSpec } from "../parity/spec-rows.js";
import { compareField, wireCases } from "../parity/wire-cases.js";
import { memoryHost } from "../support/memory-host.js";
import { everyFunction, randomProgram } from "../support/random-program.js";
import { startCluster } from "./local-cluster.js";
import { sparkEngine } from "./spark-engine.js";

let client: SparkClient;
let engine: BatchEngine;
let pairs = 0;

beforeAll(async () => {
  client = await startCluster();
  engine = sparkEngine(client);
}, 180_000);
afterAll(() => client.end());

describe("functions in Spark", () => {
  it("give the bits of the interpreter", async () => {
    const counted = new Map<string, number>();
    for (let seed = 1; seed <= 4; seed += 1) {
      const program = withSql(everyFunction(seed), spark);
      const facts = analyseProgram(program);
      const rows = sentRows(program, seed, 300);
      const agreement = await compareRows(engine, program, facts, rows, undefined);
      expect(agreement.differences).toEqual([]);
      pairs += agreement.pairs;
      for (const { name } of program.steps) {
        counted.set(name, (counted.get(name) ?? 0) + agreement.rows - agreement.rejected);
      }
    }
    const rare = functionNames
      .map((fn) => [`call_${fn}`, counted.get(`call_${fn}`) ?? 0] as const)
      .filter(([, rows]) => rows < 200);
    expect(rare.map(([name]) => name)).toEqual(["call_normalize_nfkd", "call_strip_accents"]);
    expect(pairs).toBeGreaterThan(100_000);
  }, 300_000);

  it("give them inside each other, in conditions, and behind what rejects and imputes", async () => {
    let compared = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const program = randomProgram(seed, 12, 4);
      if (isRefused(program, spark)) continue;
      const facts = analyseProgram(program);
      const rows = sentRows(program, seed, 100);
      const agreement = await compareRows(engine, program, facts, rows, undefined);
      expect(agreement.differences).toEqual([]);
      compared += agreement.pairs;
    }
    expect(compared).toBeGreaterThan(4_000);
  }, 300_000);

  it("change the case of every character of Unicode as the interpreter does", async () => {
    const { program, facts, texts } = letterCase();
    const rows = texts.map((s) => ({ json: { s }, asOf: 0 }));
    const agreement = await compareRows(engine, program, facts, rows, undefined);
    expect(agreement.differences.map((text) => text.slice(0, 100))).toEqual([]);
    expect(agreement).toMatchObject({ rows: texts.length, rejected: 0 });
  }, 120_000);
});

describe("aggregates in Spark", () => {
  it("give the bits of the interpreter, over events with ties and over lists", async () => {
    const used = new Set<string>();
    for (let seed = 1; seed <= 3; seed += 1) {
      const { program, facts, rows, data } = aggregateCase(seed, 40, 100, spark);
      const agreement = await compareRows(engine, program, facts, rows, undefined, data);
      expect(agreement.differences).toEqual([]);
      expect(agreement.rows - agreement.rejected).toBeGreaterThan(50);
      for (const { formula } of program.steps) {
        walk(formula, (expr) => {
          if (expr.kind === "Aggregate") used.add(expr.fn);
        });
      }
    }
    // All of them stand in the kitchen sink below.
    expect(used.size).toBeGreaterThan(aggregateNames.length * 0.8);
  }, 300_000);
});

describe("specs in Spark", () => {
  it.each([...specsIn("specs"), ...specsIn("specs/published")])(
    "%s",
    async (path) => {
      const { program: all, facts } = check(path, host);
      if (all === undefined || facts === undefined) throw new Error(`${path} has errors`);
      const program = isRefused(all, spark, facts)
        ? { ...withSql(all, spark, facts), matrices: [] }
        : all;
      const rows = rowsOfSpec(program, 300, 7);
      const data = dataOf(program, rows, 11);
      const agreement = await compareRows(engine, program, facts, rows, undefined, data);
      expect(agreement.differences).toEqual([]);
      expect(agreement.pairs).toBeGreaterThan(500);
    },
    180_000,
  );
});

describe("what producers write, in Spark", () => {
  it.each(wireCases)("%s", async (contract, values) => {
    const agreement = await compareField(engine, contract, values);
    expect(agreement.differences).toEqual([]);
    expect(agreement.rows).toBeGreaterThan(0);
  });
});

const hostile: Readonly<Record<string, string>> = {
  "a statement behind a text": "'; DROP VIEW precious; --",
  "a statement behind a name": "`; DROP VIEW precious; --",
  "a statement behind a backslash": "\\'); DROP VIEW precious; --",
  "a statement on a line of its own": "line\nDROP VIEW precious;",
  "a backslash at the end": "back\\slash\\",
  "the end of a statement": "an end;",
  "a setting": "a ${env:PATH} and ${spark.app.name}",
  "an escape": "\\u0041\\n\\",
};

describe("hostile texts in a spec, in Spark", () => {
  it.each(Object.entries(hostile))("%s", async (_, text) => {
    const path = "example.feat.yaml";
    const { program, facts } = check(path, memoryHost({ [path]: specWith(text) }));
    if (program === undefined || facts === undefined) throw new Error("the spec has errors");
    const { text: sql } = sqlModule(program, facts, spark);
    if (sql.includes("There is no SQL")) {
      expect(sql).toMatch(
        /the name of a column has (characters that are not to be seen|\$\{ in it)/,
      );
      expect(sql.split("\n").every((line) => line === "" || line.startsWith("--"))).toBe(true);
      return;
    }
    const tame = check(path, memoryHost({ [path]: specWith("tame") }));
    if (tame.program === undefined || tame.facts === undefined) throw new Error("no program");
    const count = (of: string): number => of.split(";\n\n").length;
    expect(count(sql)).toBe(count(sqlModule(tame.program, tame.facts, spark).text));
    const rows = rowsOfSpec(program, 40, 3);
    const agreement = await compareRows(engine, program, facts, rows, undefined);
    expect(agreement.differences).toEqual([]);
    expect(agreement.rows - agreement.rejected).toBeGreaterThan(5);
  });

  it("stand in values and comments where no name has them", async () => {
    const path = "example.feat.yaml";
    for (const text of Object.values(hostile)) {
      const quoted = JSON.stringify(text);
      const spec = `featc: 1
name: example
description: ${quoted}
input: { s: { type: string?, missing_values: [${quoted}] } }
features: { same: { formula: s ?? ${quoted}, description: ${quoted} } }
`;
      const { program, facts } = check(path, memoryHost({ [path]: spec }));
      if (program === undefined || facts === undefined) throw new Error("the spec has errors");
      const rows = [text, "other", null].map((s) => ({ json: { s }, asOf: 0 }));
      const agreement = await compareRows(engine, program, facts, rows, undefined);
      expect(agreement.differences).toEqual([]);
      expect(agreement.rows).toBe(3);
    }
  });
});

it("has run in several processes beside the driver", async () => {
  // The driver is one of those that Spark counts.
  expect(await client.call({ do: "executors" })).toBe(3);
});

import { describe, expect, it } from "vitest";
import { check } from "../../compiler/src/compile.js";
import { readInput } from "../../compiler/src/interpret/read-input.js";
import { readEvents, readTableRecord } from "../../compiler/src/interpret/read-source.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { memoryHost } from "../support/memory-host.js";
import { Random } from "../support/random.js";
import { aggregateRow, aggregateSpec } from "../support/random-aggregates.js";
import type { AggregateRow } from "../support/random-aggregates.js";
import { randomProgram, randomRow } from "../support/random-program.js";
import { attackEquivalents } from "./attack-equivalents.js";
import type { AdmittedRow } from "./attack-equivalents.js";

const path = "example.feat.yaml";

describe("a mutant that is called equivalent", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    "is told from random formulas by no row, seed %i",
    (seed) => {
      const rows = Array.from({ length: 200 }, (_, i) => randomRow(seed * 100_000 + i));
      const { equivalent, wrong } = attackEquivalents(randomProgram(seed, 8, 3), rows);
      expect(wrong).toBeUndefined();
      expect(equivalent).toBeGreaterThan(0);
    },
  );

  it("is told from random aggregates by no row", () => {
    let all = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = new Random(seed);
      const spec = aggregateSpec(random, 12);
      const { program } = check(path, memoryHost({ [path]: spec }));
      if (program === undefined) throw new Error("no program");
      const rows = Array.from({ length: 100 }, () => aggregateRow(random)).flatMap((row) =>
        admitted(program, row),
      );
      expect(rows.length).toBeGreaterThan(50);
      const { equivalent, wrong } = attackEquivalents(program, rows);
      expect(wrong).toBeUndefined();
      all += equivalent;
    }
    expect(all).toBeGreaterThan(20);
  });
});

/** The row as formulas read it, or nothing where a contract refuses it. */
function admitted(program: Program, row: AggregateRow): readonly AdmittedRow[] {
  const read = readInput(program, row.input);
  const events = program.events.map((source) => {
    const found = readEvents(program, source, row[source.name as "payments" | "visits"]);
    return [source.name, "issues" in found ? undefined : found.events] as const;
  });
  const tables = program.tables.map((source) => {
    const found = readTableRecord(program, source, row.bureau);
    return [source.name, "issues" in found ? undefined : found.record] as const;
  });
  if ("issues" in read || [...events, ...tables].some(([, found]) => found === undefined))
    return [];
  const sources = {
    events: Object.fromEntries(events.map(([name, found]) => [name, found ?? []])),
    tables: Object.fromEntries(tables.map(([name, found]) => [name, found ?? null])),
  };
  return [{ input: read.input, asOf: 0, sources }];
}

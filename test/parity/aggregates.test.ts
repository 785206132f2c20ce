import { describe, expect, it } from "vitest";
import { check } from "../../compiler/src/compile.js";
import { duckdb } from "../../compiler/src/emit/sql/duckdb.js";
import { sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import { aggregateNames } from "../../compiler/src/functions/aggregates/aggregate.table.js";
import { walk } from "../../compiler/src/ir/children.js";
import { openDuckDB } from "../support/duckdb.js";
import { memoryHost } from "../support/memory-host.js";
import { Random } from "../support/random.js";
import { aggregateRow, aggregateSpec, moment } from "../support/random-aggregates.js";
import { compareRows } from "./compare-rows.js";

const path = "example.feat.yaml";

describe("aggregates in DuckDB", () => {
  it("give the bits of the interpreter, over events with ties and over lists", async () => {
    const connection = await openDuckDB();
    const counted = new Map<string, number>();
    for (let seed = 1; seed <= 8; seed += 1) {
      const random = new Random(seed * 7919);
      const text = aggregateSpec(random, 40);
      const { program: all, facts } = check(path, memoryHost({ [path]: text }));
      if (all === undefined || facts === undefined) throw new Error("the spec has errors");
      const steps = all.steps.filter((step) => {
        const alone = { ...all, steps: [step], features: [step.name] };
        return !sqlModule(alone, facts, duckdb).text.includes("There is no SQL");
      });
      const program = { ...all, steps, features: steps.map(({ name }) => name) };
      const sent = Array.from({ length: 150 }, (_, i) => ({ i, row: aggregateRow(random) }));
      const customer = (i: number): string => `c${i}`;
      const rows = sent.map(({ i, row }) => ({
        json: { ...row.input, customer: customer(i) },
        asOf: moment,
      }));
      const data = new Map<string, readonly Readonly<Record<string, unknown>>[]>([
        [
          "payments",
          sent.flatMap(({ i, row }) =>
            row.payments.map((payment) => ({ ...payment, customer: customer(i) })),
          ),
        ],
        [
          "visits",
          sent.flatMap(({ i, row }) => row.visits.map((one) => ({ ...one, visitor: customer(i) }))),
        ],
        [
          "bureau",
          sent.flatMap(({ i, row }) =>
            row.bureau === null ? [] : [{ ...row.bureau, customer: customer(i) }],
          ),
        ],
      ]);
      const agreement = await compareRows(connection, program, facts, rows, undefined, data);
      expect(agreement.differences).toEqual([]);
      for (const { formula } of steps) {
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

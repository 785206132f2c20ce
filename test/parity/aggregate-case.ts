import { check } from "../../compiler/src/compile.js";
import type { Dialect } from "../../compiler/src/emit/sql/dialect.js";
import { memoryHost } from "../support/memory-host.js";
import { aggregateRow, aggregateSpec, moment } from "../support/random-aggregates.js";
import { Random } from "../support/random.js";
import { withSql } from "./programs.js";

const path = "example.feat.yaml";

/** A random spec of aggregates, rows for it, and the events and records of their entities. */
export function aggregateCase(seed: number, features: number, rows: number, dialect: Dialect) {
  const random = new Random(seed * 7919);
  const text = aggregateSpec(random, features);
  const { program: all, facts } = check(path, memoryHost({ [path]: text }));
  if (all === undefined || facts === undefined) throw new Error("the spec has errors");
  const program = withSql(all, dialect, facts);
  const sent = Array.from({ length: rows }, (_, i) => ({ i, row: aggregateRow(random) }));
  const customer = (i: number): string => `c${i}`;
  const sentRows = sent.map(({ i, row }) => ({
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
  return { program, facts, rows: sentRows, data };
}

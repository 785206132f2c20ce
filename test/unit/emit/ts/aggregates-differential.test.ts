import { describe, expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import { check } from "../../../../compiler/src/compile.js";
import { evaluateProgram } from "../../../../compiler/src/interpret/evaluate-program.js";
import { readInput } from "../../../../compiler/src/interpret/read-input.js";
import { readEvents, readTableRecord } from "../../../../compiler/src/interpret/read-source.js";
import type { SourceData } from "../../../../compiler/src/interpret/source-data.js";
import type { Program } from "../../../../compiler/src/ir/program.js";
import { printType } from "../../../../compiler/src/types/type.js";
import { factViolations } from "../../../support/fact-violations.js";
import { loadGenerated } from "../../../support/load-generated.js";
import { memoryHost } from "../../../support/memory-host.js";
import { Random } from "../../../support/random.js";
import { aggregateRow, aggregateSpec, moment } from "../../../support/random-aggregates.js";
import type { AggregateRow } from "../../../support/random-aggregates.js";

const path = "example.feat.yaml";
const featuresPerSpec = 30;
const rowsPerSpec = 120;

interface Generated {
  readonly parseInput: (value: unknown) => unknown;
  readonly parsePayments: (value: unknown) => readonly unknown[];
  readonly parseVisits: (value: unknown) => readonly unknown[];
  readonly parseBureau: (value: unknown) => unknown;
  readonly computeFeatures: (sources: unknown) => Readonly<Record<string, unknown>>;
}

/** The spec with a type for each feature that says that it may be missing. */
function withTypes(text: string): string {
  const { program } = check(path, memoryHost({ [path]: text }));
  const types = new Map(program?.steps.map(({ name, type }) => [name, typeOf(printType(type))]));
  return text.replaceAll(
    /^ {2}(f_\d+):$/gm,
    (line, name: string) => `${line}\n    ${types.get(name) ?? ""}`,
  );
}

function typeOf(printed: string): string {
  return printed.startsWith("enum of ")
    ? `type: enum?\n    values: [${printed.slice("enum of ".length)}]`
    : `type: ${printed}?`;
}

function sourcesOf(program: Program, row: AggregateRow): SourceData {
  const records = (name: "payments" | "visits"): SourceData["events"][string] => {
    const source = program.events.find((one) => one.name === name);
    const read = source === undefined ? undefined : readEvents(program, source, row[name]);
    if (read === undefined || "issues" in read) throw new Error(`${name} is refused`);
    return read.events;
  };
  const bureau = program.tables[0];
  const read = bureau === undefined ? undefined : readTableRecord(program, bureau, row.bureau);
  if (read === undefined || "issues" in read) throw new Error("bureau is refused");
  return {
    events: { payments: records("payments"), visits: records("visits") },
    tables: { bureau: read.record },
  };
}

describe("aggregates in the interpreter and in generated code", () => {
  it.each(Array.from({ length: 12 }, (_, i) => i + 1))(
    "agree to the bit, within the facts (seed %i)",
    async (seed) => {
      const random = new Random(seed);
      const text = withTypes(aggregateSpec(random, featuresPerSpec));
      const { program, facts, files, diagnostics } = await compile(
        path,
        memoryHost({ [path]: text }),
      );
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      const places = errors.map(
        ({ message, span }) => `${message}: ${text.slice(span.start, span.end)}`,
      );
      expect(places).toEqual([]);
      if (program === undefined || facts === undefined) return;
      const generated = await loadGenerated<Generated>(files, "index.ts");
      for (let i = 0; i < rowsPerSpec; i += 1) {
        const row = aggregateRow(random);
        const read = readInput(program, row.input);
        if ("issues" in read) throw new Error("the input is refused");
        const sources = sourcesOf(program, row);
        const { steps } = evaluateProgram(program, read.input, moment, sources);
        const expected = Object.fromEntries(
          program.features.map((name) => [name, steps.get(name)]),
        );
        const found = generated.computeFeatures({
          input: generated.parseInput(row.input),
          payments: generated.parsePayments(row.payments),
          visits: generated.parseVisits(row.visits),
          bureau: generated.parseBureau(row.bureau),
        });
        expect({ row, found }).toEqual({ row, found: expected });
        expect(factViolations(program, facts, read.input, moment, sources)).toEqual([]);
      }
    },
  );
});

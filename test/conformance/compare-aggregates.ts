import { check, compile } from "../../compiler/src/compile.js";
import type { AggregateName } from "../../compiler/src/functions/aggregates/aggregate.table.js";
import { evaluateProgram } from "../../compiler/src/interpret/evaluate-program.js";
import { readInput } from "../../compiler/src/interpret/read-input.js";
import { readEvents, readTableRecord } from "../../compiler/src/interpret/read-source.js";
import type { SourceData } from "../../compiler/src/interpret/source-data.js";
import { walk } from "../../compiler/src/ir/children.js";
import type { Facts } from "../../compiler/src/ir/facts.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { printType } from "../../compiler/src/types/type.js";
import { factViolations } from "../support/fact-violations.js";
import { loadGenerated } from "../support/load-generated.js";
import { memoryHost } from "../support/memory-host.js";
import { Random } from "../support/random.js";
import { aggregateRow, aggregateSpec, moment } from "../support/random-aggregates.js";
import type { AggregateRow } from "../support/random-aggregates.js";

const path = "example.feat.yaml";
const featuresPerSpec = 30;

export interface AggregateOutcome {
  /** How often an aggregate of a row was compared, by aggregate. */
  readonly pairs: ReadonlyMap<AggregateName, number>;
  /** The first difference, with as few events as show it; or a value that analysis had ruled out. */
  readonly failure: string | undefined;
}

interface Generated {
  readonly parseInput: (value: unknown) => unknown;
  readonly parsePayments: (value: unknown) => readonly unknown[];
  readonly parseVisits: (value: unknown) => readonly unknown[];
  readonly parseBureau: (value: unknown) => unknown;
  readonly computeFeatures: (sources: unknown) => Readonly<Record<string, unknown>>;
}

/** A random spec of aggregates on random rows, in the interpreter and in generated code, and within the facts. */
export async function compareAggregates(seed: number, rows: number): Promise<AggregateOutcome> {
  const random = new Random(seed);
  const text = withTypes(aggregateSpec(random, featuresPerSpec));
  const { program, facts, files, diagnostics } = await compile(path, memoryHost({ [path]: text }));
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error !== undefined || program === undefined || facts === undefined) {
    const place = error === undefined ? "" : text.slice(error.span.start, error.span.end);
    return { pairs: new Map(), failure: `${error?.message ?? "no program"}: ${place}` };
  }
  const generated = await loadGenerated<Generated>(files, "index.ts");
  for (let i = 0; i < rows; i += 1) {
    const row = aggregateRow(random);
    const failure = differenceOf(program, generated, row) ?? contradictionOf(program, facts, row);
    if (failure !== undefined) return { pairs: new Map(), failure };
  }
  return { pairs: countAggregates(program, rows), failure: undefined };
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

function differenceOf(
  program: Program,
  generated: Generated,
  row: AggregateRow,
): string | undefined {
  const differing = differingFeature(program, generated, row);
  if (differing === undefined) return undefined;
  const small = withFewestEvents(row, (fewer) => {
    return differingFeature(program, generated, fewer)?.name === differing.name;
  });
  const { name, expected, found } = differingFeature(program, generated, small) ?? differing;
  const step = program.steps.find((one) => one.name === name);
  return [
    `formula   ${step?.text ?? name}`,
    `row       ${JSON.stringify(small)}`,
    `interpreted ${show(expected)}, generated ${show(found)}`,
  ].join("\n");
}

function differingFeature(
  program: Program,
  generated: Generated,
  row: AggregateRow,
): { readonly name: string; readonly expected: unknown; readonly found: unknown } | undefined {
  const { input, sources } = readRow(program, row);
  const { steps } = evaluateProgram(program, input, moment, sources);
  const features = generated.computeFeatures({
    input: generated.parseInput(row.input),
    payments: generated.parsePayments(row.payments),
    visits: generated.parseVisits(row.visits),
    bureau: generated.parseBureau(row.bureau),
  });
  for (const name of program.features) {
    const expected = steps.get(name) ?? null;
    const found = features[name] ?? null;
    if (!Object.is(expected, found)) return { name, expected, found };
  }
  return undefined;
}

function withFewestEvents(
  row: AggregateRow,
  stillFails: (row: AggregateRow) => boolean,
): AggregateRow {
  let small = row;
  for (const name of ["payments", "visits"] as const) {
    for (let i = small[name].length - 1; i >= 0; i -= 1) {
      const fewer = { ...small, [name]: small[name].filter((_, j) => j !== i) };
      if (stillFails(fewer)) small = fewer;
    }
  }
  return small;
}

function contradictionOf(program: Program, facts: Facts, row: AggregateRow): string | undefined {
  const { input, sources } = readRow(program, row);
  const [found] = factViolations(program, facts, input, moment, sources);
  return found === undefined ? undefined : `${found}\nrow       ${JSON.stringify(row)}`;
}

function readRow(
  program: Program,
  row: AggregateRow,
): { readonly input: Parameters<typeof evaluateProgram>[1]; readonly sources: SourceData } {
  const read = readInput(program, row.input);
  if ("issues" in read) throw new Error("the input is refused");
  const events = Object.fromEntries(
    program.events.map((source) => {
      const name = source.name === "visits" ? "visits" : "payments";
      const outcome = readEvents(program, source, row[name]);
      if ("issues" in outcome) throw new Error(`${source.name} is refused`);
      return [source.name, outcome.events];
    }),
  );
  const tables = Object.fromEntries(
    program.tables.map((source) => {
      const outcome = readTableRecord(program, source, row.bureau);
      if ("issues" in outcome) throw new Error(`${source.name} is refused`);
      return [source.name, outcome.record];
    }),
  );
  return { input: read.input, sources: { events, tables } };
}

function countAggregates(program: Program, rows: number): ReadonlyMap<AggregateName, number> {
  const pairs = new Map<AggregateName, number>();
  for (const { formula } of program.steps) {
    walk(formula, (expr) => {
      if (expr.kind === "Aggregate") pairs.set(expr.fn, (pairs.get(expr.fn) ?? 0) + rows);
    });
  }
  return pairs;
}

function show(value: unknown): string {
  return Object.is(value, -0) ? "-0" : JSON.stringify(value);
}

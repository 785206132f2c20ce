import { resolve } from "node:path";
import { pascalCase } from "../../emit/names.js";
import type { Program, TableSource } from "../../ir/program.js";
import type { CompilerApi } from "../compiler-api.js";
import type { BenchFlags } from "../program.js";
import type { BenchMatrix } from "./bench-module.js";
import { openInput } from "../run/open-input.js";
import { readRelated, relatedFiles } from "../run/read-related.js";
import { inputShape, sourceShape } from "../run/record-shape.js";
import type { RelatedRecords } from "../run/related-records.js";
import type { SpecModule } from "../run/spec-module.js";
import { momentOf } from "../run/moment.js";
import type { World } from "../world.js";

/** A row to measure: the record as it is sent, and what `computeFeatures` takes. */
export interface BenchRow {
  readonly sent: unknown;
  readonly computed: unknown;
}

/** Records of a source, to weigh them. */
export interface SourceSample {
  readonly name: string;
  readonly kind: "events" | "table";
  readonly maxCount: number | null;
  /** Of one entity, the most that were seen. */
  readonly mostSeen: number;
  readonly sent: readonly unknown[];
}

export interface BenchRows {
  readonly rows: readonly BenchRow[];
  readonly sources: readonly SourceSample[];
  /** The `asOf` for generated code; undefined where the spec reads it from a field or does not use it. */
  readonly asOf: number | undefined;
  /** Refused by their contract, or by a feature with `outside: reject`. */
  readonly refused: number;
}

const madeUpRows = 256;
const madeUpEvents = 50;
const sampledRecords = 1000;

/** Rows that the contract admits, made up. */
export async function contractRows(
  compiler: CompilerApi,
  program: Program,
  module: SpecModule,
  matrix: BenchMatrix | null,
): Promise<BenchRows> {
  const sample = await compiler.sampleRows(program, madeUpRows, madeUpEvents);
  const parsed = Object.fromEntries([
    ...program.events.map(({ name }) => [name, parsedBy(module, name, sample.events[name] ?? [])]),
    ...program.tables.map(({ name }) => [name, parsedBy(module, name, sample.tables[name] ?? {})]),
  ]) as Readonly<Record<string, unknown>>;
  const asOf = program.asOf === null && program.usesAsOf ? sample.asOf : undefined;
  const sources = [
    ...program.events.map((source) => sampleOf(source, sample.events[source.name] ?? [])),
    ...program.tables.map((source) => sampleOf(source, [sample.tables[source.name] ?? {}])),
  ];
  const joined = (input: Row): unknown => withSources(program, input, parsed);
  return usable(sample.inputs, joined, module, matrix, asOf, sources);
}

/** Rows of a file. */
export async function fileRows(
  world: World,
  program: Program,
  module: SpecModule,
  matrix: BenchMatrix | null,
  flags: BenchFlags & { readonly input: string },
): Promise<BenchRows> {
  const asOf = momentOf(program, flags.asOf);
  const files = relatedFiles(program, flags);
  const sent = await recordsOf(world, flags.input, inputShape(program), flags.limit);
  const related = await readRelated(world, program, files, module);
  const seen = (source: TableSource): number => {
    const records = related.find((one) => one.source.name === source.name);
    const counts = sent.map((record) => countOf(records, module.safeParseInput(record)));
    return Math.max(0, ...counts);
  };
  const sources = await Promise.all(
    [...program.events, ...program.tables].map(async (source) => {
      const file = files.events.get(source.data) ?? files.tables.get(source.data) ?? "";
      const shape = sourceShape(source, program);
      const records = await recordsOf(world, file, shape, sampledRecords);
      return { ...sampleOf(source, records), mostSeen: seen(source) };
    }),
  );
  const joined = (input: Row): unknown => {
    const known = related.map((one) => {
      const { records } = one.of(input);
      const { name, kind } = one.source;
      return [name, kind === "events" ? records : (records[0] ?? null)] as const;
    });
    return withSources(program, input, Object.fromEntries(known));
  };
  return usable(sent, joined, module, matrix, asOf, sources);
}

type Row = Extract<ReturnType<SpecModule["safeParseInput"]>, { ok: true }>["value"];

function countOf(
  records: RelatedRecords | undefined,
  outcome: ReturnType<SpecModule["safeParseInput"]>,
): number {
  return outcome.ok ? (records?.of(outcome.value).records.length ?? 0) : 0;
}

async function recordsOf(
  world: World,
  file: string,
  shape: ReturnType<typeof inputShape>,
  limit: number,
): Promise<readonly unknown[]> {
  const records: unknown[] = [];
  for await (const batch of openInput(resolve(world.cwd, file), file, shape).batches) {
    for (const row of batch) if ("value" in row && records.length < limit) records.push(row.value);
    if (records.length >= limit) break;
  }
  return records;
}

function sampleOf(
  source: TableSource & { readonly maxCount?: number | null },
  sent: readonly unknown[],
): SourceSample {
  const { name, maxCount } = source;
  const kind = maxCount === undefined ? "table" : "events";
  return { name, kind, maxCount: maxCount ?? null, mostSeen: sent.length, sent };
}

/** Records of a source as formulas read them. */
export function parsedBy(module: SpecModule, source: string, sent: unknown): unknown {
  // The emitter exports a reader of each source under this name.
  return (module.sources[`parse${pascalCase(source)}`] as (value: unknown) => unknown)(sent);
}

function withSources(
  program: Program,
  input: unknown,
  sources: Readonly<Record<string, unknown>>,
): unknown {
  return program.events.length + program.tables.length === 0 ? input : { input, ...sources };
}

/** The rows that can be computed: a measurement of refused rows would say nothing. */
function usable(
  sent: readonly unknown[],
  joined: (input: Row) => unknown,
  module: SpecModule,
  matrix: BenchMatrix | null,
  asOf: number | undefined,
  sources: readonly SourceSample[],
): BenchRows {
  const rows = sent.flatMap((record): readonly BenchRow[] => {
    const outcome = module.safeParseInput(record);
    if (!outcome.ok) return [];
    const computed = joined(outcome.value);
    try {
      const features = module.computeFeatures(computed, asOf === undefined ? undefined : { asOf });
      matrix?.encode([features]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return [];
    }
    return [{ sent: record, computed }];
  });
  return { rows, sources, asOf, refused: sent.length - rows.length };
}

/** By name: the generated module may load its own copy of the runtime. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && ["RejectedRowError", "MatrixError"].includes(error.name);
}

import { Interrupted } from "../failures.js";
import type { CountedProgram } from "./count-treatments.js";
import type { RawBatches, RawRow } from "./raw-row.js";
import type { RelatedRecords } from "./related-records.js";
import { RejectCounts } from "./reject-counts.js";
import type { ComputedRow, RejectedRow, RowIssue } from "./row.js";
import type { Sink } from "./sink.js";
import type { SpecModule } from "./spec-module.js";
import { FeatureStatistics } from "./statistics.js";

export interface PipelineOptions {
  readonly counted: CountedProgram;
  /** The features to tell of, without those that only count. */
  readonly features: readonly string[];
  readonly module: SpecModule;
  /** Of a spec with events or tables. */
  readonly related: readonly RelatedRecords[];
  /** Epoch milliseconds; undefined where the spec has a field for it or needs none. */
  readonly asOf: number | undefined;
  readonly limit: number;
  readonly sink: Sink;
  /** Takes the rejected rows of a batch, in the order of their lines. */
  readonly reject: (rows: readonly RejectedRow[]) => Promise<void>;
  readonly progress: (rows: number) => void;
  readonly interrupted: AbortSignal;
}

/** Milliseconds spent on all rows. */
export interface Times {
  read: number;
  parse: number;
  features: number;
  write: number;
}

export interface PipelineResult {
  readonly rowsIn: number;
  readonly rowsWritten: number;
  readonly rejects: RejectCounts;
  /** Rows with at least one warning of a constraint. */
  readonly warned: number;
  readonly statistics: readonly FeatureStatistics[];
  readonly times: Readonly<Times>;
}

/** Reads, computes and writes batch after batch; memory does not grow with the number of rows. */
export async function runPipeline(
  batches: RawBatches,
  options: PipelineOptions,
): Promise<PipelineResult> {
  const times: Times = { read: 0, parse: 0, features: 0, write: 0 };
  const rejects = new RejectCounts();
  const { steps } = options.counted.program;
  const statistics = options.features.map((name) => {
    const step = steps.find((one) => one.name === name);
    return new FeatureStatistics(name, step?.type ?? { kind: "number" });
  });
  let rowsIn = 0;
  let rowsWritten = 0;
  let warned = 0;
  let mark = performance.now();
  const lap = (part: keyof Times): void => {
    const now = performance.now();
    times[part] += now - mark;
    mark = now;
  };
  for await (const batch of batches) {
    lap("read");
    if (options.interrupted.aborted) throw new Interrupted();
    const rows = batch.slice(0, options.limit - rowsIn);
    rowsIn += rows.length;
    const rejected: RejectedRow[] = [];
    const parsed = parseRows(rows, options.module, rejected);
    warned += parsed.warned;
    lap("parse");
    const computed = computeRows(parsed.rows, options, rejected);
    lap("features");
    const refused = options.sink.write(computed);
    rejected.push(...refused);
    addStatistics(statistics, computed, refused, options);
    rowsWritten += computed.length - refused.length;
    rejected.sort((a, b) => a.line - b.line);
    for (const row of rejected) rejects.add(row);
    await options.reject(rejected);
    lap("write");
    options.progress(rowsIn);
    if (rowsIn >= options.limit) break;
  }
  return { rowsIn, rowsWritten, rejects, warned, statistics, times };
}

export interface ParsedRow {
  readonly line: number;
  readonly raw: unknown;
  readonly input: ComputedRow["input"];
}

/** The rows that the contract admits; the others are added to `rejected`. */
export function parseRows(
  rows: readonly RawRow[],
  module: Pick<SpecModule, "safeParseInput">,
  rejected: RejectedRow[],
): { readonly rows: readonly ParsedRow[]; readonly warned: number } {
  const parsed: ParsedRow[] = [];
  let warned = 0;
  for (const row of rows) {
    if ("problem" in row) {
      const issue: RowIssue = { code: "data/malformed", path: [], message: row.problem };
      rejected.push({ line: row.line, issues: [issue], input: row.text });
      continue;
    }
    const outcome = module.safeParseInput(row.value);
    if (!outcome.ok) {
      rejected.push({ line: row.line, issues: outcome.issues, input: row.value });
      continue;
    }
    if (outcome.warnings.length > 0) warned++;
    parsed.push({ line: row.line, raw: row.value, input: outcome.value });
  }
  return { rows: parsed, warned };
}

/** The features of the rows; those that a range with `outside: reject` does not admit are added to `rejected`. */
export function computeRows(
  rows: readonly ParsedRow[],
  options: Pick<PipelineOptions, "module" | "asOf" | "related">,
  rejected: RejectedRow[],
): readonly ComputedRow[] {
  const { computeFeatures } = options.module;
  const moment = options.asOf === undefined ? undefined : { asOf: options.asOf };
  const computed: ComputedRow[] = [];
  for (const row of rows) {
    const known = sourcesOf(row.input, options.related);
    if ("issues" in known) {
      rejected.push({ line: row.line, issues: known.issues, input: row.raw });
      continue;
    }
    try {
      computed.push({ ...row, features: computeFeatures(known.row, moment) });
    } catch (error) {
      if (!isRejection(error)) throw error;
      const issue: RowIssue = { code: "outside", path: [error.feature], message: error.message };
      rejected.push({ line: row.line, issues: [issue], input: row.raw });
    }
  }
  return computed;
}

/** What `computeFeatures` takes, or what is wrong with a record that it would read. */
function sourcesOf(
  input: ParsedRow["input"],
  related: readonly RelatedRecords[],
): { readonly row: unknown } | { readonly issues: readonly RowIssue[] } {
  if (related.length === 0) return { row: input };
  const row: Record<string, unknown> = { input };
  for (const one of related) {
    const { records, issues } = one.of(input);
    if (issues.length > 0) return { issues };
    row[one.source.name] = one.source.kind === "events" ? records : (records[0] ?? null);
  }
  return { row };
}

function addStatistics(
  statistics: readonly FeatureStatistics[],
  computed: readonly ComputedRow[],
  refused: readonly RejectedRow[],
  options: PipelineOptions,
): void {
  const refusedLines = new Set(refused.map((row) => row.line));
  options.features.forEach((name, i) => {
    const treatment = options.counted.treatments.get(name);
    for (const row of computed) {
      if (refusedLines.has(row.line)) continue;
      statistics[i]?.add(row.features[name] ?? null, treatment?.(row.features));
    }
  });
}

/** By name: the generated module may load its own copy of the runtime. */
function isRejection(error: unknown): error is Error & { readonly feature: string } {
  return error instanceof Error && error.name === "RejectedRowError" && "feature" in error;
}

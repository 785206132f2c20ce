import { identifier } from "../emit/sql/sql-text.js";
import { sameValue } from "../types/same-value.js";
import type { Value } from "../types/value.js";
import { featureRows } from "./batch/feature-rows.js";
import type { FeatureRow } from "./batch/feature-rows.js";
import { engineRecords } from "./batch/engine-records.js";
import { computeOnce, prepareBatch } from "./batch/prepare-batch.js";
import type { Batch } from "./batch/prepare-batch.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import type { ParityFlags } from "./program.js";
import { computeRows, parseRows } from "./run/pipeline.js";
import type { RawRow } from "./run/raw-row.js";
import { relatedFrom } from "./run/read-related.js";
import type { RejectedRow } from "./run/row.js";
import type { World } from "./world.js";

/** A value of one feature of one row that the two sides do not agree on. */
interface Mismatch {
  readonly row: number;
  readonly feature: string;
  readonly typescript: Value;
  readonly duckdb: Value;
}

interface ParityResult {
  readonly spec: string;
  readonly rows: number;
  /** By both. */
  readonly rejected: number;
  /** Pairs of a row and a feature. */
  readonly pairs: number;
  readonly mismatches: number;
  /** Rows that TypeScript computes and DuckDB rejects, and the other way round. */
  readonly missing: number;
  readonly extra: number;
  /** The first of each. */
  readonly examples: readonly Mismatch[];
  readonly missingRows: readonly number[];
  readonly extraRows: readonly number[];
}

const mostShown = 10;

/** `featc parity`. */
export async function parity(world: World, spec: string, flags: ParityFlags): Promise<ExitCode> {
  const batch = await prepareBatch(world, spec, flags);
  if (batch === undefined) return exitCode.specWrong;
  try {
    await computeOnce(batch);
    const result = await compare(world, batch);
    world.stdout.write(
      flags.json === true ? `${JSON.stringify(result, null, 2)}\n` : parityText(result),
    );
    const differs = result.mismatches + result.missing + result.extra > 0;
    return differs ? exitCode.dataRejected : exitCode.fine;
  } finally {
    batch.session.end();
  }
}

async function compare(world: World, batch: Batch): Promise<ParityResult> {
  const { session, compiled, counted, module, asOf } = batch;
  const { program } = compiled;
  const needsMoment = program.asOf === null && program.usesAsOf;
  const related = await relatedFrom(world, program, module, (source) => ({
    batches: engineRecords(session, source.data, source.fields),
    bytes: 0,
    bytesRead: () => 0,
  }));
  const examples: Mismatch[] = [];
  const missingRows: number[] = [];
  const extraRows: number[] = [];
  const totals = { rows: 0, rejected: 0, pairs: 0, mismatches: 0, missing: 0, extra: 0 };
  for await (const records of engineRecords(session, "input", program.input, needsMoment)) {
    const rejected: RejectedRow[] = [];
    const parsed = parseRows(records, module, rejected).rows;
    const options = { module, related, asOf };
    const moments = new Map(records.map((record) => [record.line, momentOfRecord(record)]));
    const computed = parsed.flatMap((row) =>
      computeRows([row], { ...options, asOf: moments.get(row.line) ?? asOf }, rejected),
    );
    totals.rows += records.length;
    const engine = await featuresBetween(batch, records);
    for (const { line, features } of computed) {
      const own = engine.get(line);
      engine.delete(line);
      if (own === undefined) {
        totals.missing += 1;
        if (missingRows.length < mostShown) missingRows.push(line);
        continue;
      }
      for (const [feature, duckdb] of own.values) {
        totals.pairs += 1;
        const typescript = features[feature] ?? null;
        if (sameValue(typescript, duckdb, counted.math)) continue;
        totals.mismatches += 1;
        if (examples.length < mostShown) examples.push({ row: line, feature, typescript, duckdb });
      }
    }
    totals.extra += engine.size;
    totals.rejected += rejected.length - engine.size;
    extraRows.push(...[...engine.keys()].slice(0, mostShown - extraRows.length));
  }
  return { spec: program.name, ...totals, examples, missingRows, extraRows };
}

function momentOfRecord(record: RawRow): number | undefined {
  return "moment" in record && typeof record.moment === "number" ? record.moment : undefined;
}

async function featuresBetween(
  { session, compiled, counted }: Batch,
  records: readonly RawRow[],
): Promise<Map<number, FeatureRow>> {
  const first = records[0]?.line ?? 0;
  const last = records.at(-1)?.line ?? 0;
  const where = `WHERE ${identifier("row")} BETWEEN ${String(first)} AND ${String(last)}`;
  const found = new Map<number, FeatureRow>();
  for await (const part of featureRows(
    { query: session.query, notation: session.notation },
    counted,
    compiled.program.features,
    where,
  )) {
    for (const row of part) found.set(row.row, row);
  }
  return found;
}

function parityText(result: ParityResult): string {
  const count = (n: number): string => n.toLocaleString("en");
  const lines = [
    `${result.spec}: ${count(result.rows)} rows, ${count(result.rejected)} rejected by both, ${count(result.pairs)} pairs of a row and a feature`,
    `${count(result.mismatches)} mismatches, ${count(result.missing)} rows missing in DuckDB, ${count(result.extra)} extra`,
    ...result.examples.map(
      ({ row, feature, typescript, duckdb }) =>
        `  row ${String(row)}: ${feature} is ${shown(typescript)} in TypeScript, ${shown(duckdb)} in DuckDB`,
    ),
    ...(result.missingRows.length === 0
      ? []
      : [`  missing: rows ${result.missingRows.join(", ")}`]),
    ...(result.extraRows.length === 0 ? [] : [`  extra: rows ${result.extraRows.join(", ")}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A number with its bits: two that print alike may differ in the last one. */
function shown(value: Value): string {
  if (typeof value !== "number") return JSON.stringify(value);
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return `${String(value)} (0x${bits.getBigUint64(0).toString(16).padStart(16, "0")})`;
}

import type { SpecModule } from "../run/spec-module.js";
import { cellArrays } from "./bench-module.js";
import type { BenchMatrix } from "./bench-module.js";
import type { BenchRows } from "./bench-rows.js";
import { bytesOf, latenciesOf, nanosecondsOf, quantileOf } from "./timing.js";
import type { Part } from "./timing.js";

/** Of single rows, in nanoseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Nanoseconds a row in a warm process, medians. */
export interface RowCost {
  readonly parse: number;
  readonly features: number;
  /** Features to a row of the matrix; null for a spec without one. */
  readonly encode: number | null;
  /** From the record to its features, or to its row of the matrix where there is one. */
  readonly row: number;
  /** Bytes allocated by that. */
  readonly bytes: number;
  readonly latency: Latency;
}

const latencyCalls = 20_000;

export function latencyOf(times: readonly number[]): Latency {
  return {
    p50: quantileOf(times, 0.5),
    p99: quantileOf(times, 0.99),
    max: quantileOf(times, 1),
  };
}

export function rowCost(
  module: SpecModule,
  matrix: BenchMatrix | null,
  { rows, asOf }: BenchRows,
): RowCost {
  const options = asOf === undefined ? {} : { asOf };
  // A spec that needs no moment has functions without options.
  const moment = asOf === undefined ? undefined : { asOf };
  const { safeParseInput, computeFeatures } = module;
  const sent = rows.map((row) => row.sent);
  const computed = rows.map((row) => row.computed);
  const features = computed.map((row) => computeFeatures(row, moment));
  const out = new cellArrays[matrix?.dtype ?? "float32"](matrix?.width ?? 0);
  const write =
    matrix === null
      ? (row: unknown): unknown => computeFeatures(row, moment)
      : (row: unknown): unknown => matrix.writeRow(row, options, out, 0);
  const whole: Part = {
    name: "row",
    call: (i) => {
      const outcome = safeParseInput(sent[i]);
      return [outcome, write(computed[i])].length;
    },
  };
  const parts: readonly Part[] = [
    { name: "parse", call: (i) => safeParseInput(sent[i]) },
    { name: "features", call: (i) => computeFeatures(computed[i], moment) },
    ...(matrix === null
      ? []
      : [{ name: "encode", call: (i: number) => matrix.encode([features[i]]) }]),
    whole,
  ];
  const times = nanosecondsOf(parts, rows.length);
  const of = (name: string): number => times.get(name) ?? 0;
  return {
    parse: of("parse"),
    features: of("features"),
    encode: matrix === null ? null : of("encode"),
    row: of("row"),
    bytes: bytesOf(whole, rows.length),
    latency: latencyOf(latenciesOf(whole, rows.length, latencyCalls)),
  };
}

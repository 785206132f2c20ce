import { dateText } from "@featc/runtime";
import { table } from "../table.js";
import type { PipelineResult } from "./pipeline.js";
import type { FeatureSummary } from "./statistics.js";
import type { SourceSummary } from "./related-records.js";
import type { RejectReason } from "./reject-counts.js";

/** What `run --json` prints. */
export interface RunSummary {
  readonly spec: string;
  readonly output: string;
  readonly fingerprint: string | null;
  readonly rowsIn: number;
  readonly rowsWritten: number;
  readonly rowsRejected: number;
  readonly rowsWithWarnings: number;
  /** Files of events and tables; absent where the spec has none. DuckDB does not count what is refused. */
  readonly sources?: readonly (Omit<SourceSummary, "refused" | "unjoined"> &
    Partial<SourceSummary>)[];
  /** The ten commonest. A row with several issues counts for each. */
  readonly rejectReasons: readonly RejectReason[];
  readonly features: readonly FeatureSummary[];
  /** Of the parts that the engine tells apart. */
  readonly microsecondsPerRow: Readonly<
    Partial<Record<"read" | "parse" | "features" | "write", number>>
  >;
}

export function summarise(
  result: PipelineResult,
  about: { readonly spec: string; readonly output: string; readonly fingerprint: string | null },
  sources: readonly SourceSummary[] = [],
): RunSummary {
  const perRow = (milliseconds: number): number => {
    return result.rowsIn === 0 ? 0 : Math.round((milliseconds * 1e5) / result.rowsIn) / 100;
  };
  const { read, parse, features, write } = result.times;
  return {
    ...about,
    rowsIn: result.rowsIn,
    rowsWritten: result.rowsWritten,
    rowsRejected: result.rejects.rows,
    rowsWithWarnings: result.warned,
    ...(sources.length === 0 ? {} : { sources }),
    rejectReasons: result.rejects.top(10),
    features: result.statistics.map((one) => one.summary),
    microsecondsPerRow: {
      read: perRow(read),
      parse: perRow(parse),
      features: perRow(features),
      write: perRow(write),
    },
  };
}

/** The summary as people read it. */
export function printSummary(summary: RunSummary): string {
  const count = (n: number): string => n.toLocaleString("en");
  const lines = [
    `${count(summary.rowsIn)} rows in, ${count(summary.rowsWritten)} written to ${summary.output}, ${count(summary.rowsRejected)} rejected`,
  ];
  if (summary.rowsWithWarnings > 0) {
    lines.push(`${count(summary.rowsWithWarnings)} rows break a constraint that only warns`);
  }
  for (const { name, records, entities, refused = 0, unjoined = 0 } of summary.sources ?? []) {
    const bad = [
      ...(refused === 0 ? [] : [`${count(refused)} refused`]),
      ...(unjoined === 0 ? [] : [`${count(unjoined)} without a key that can be read`]),
    ];
    const suffix = bad.length === 0 ? "" : `; ${bad.join(", ")}`;
    const many = (n: number, what: string): string => `${count(n)} ${what}${n === 1 ? "" : "s"}`;
    lines.push(`${name}: ${many(records, "record")} of ${many(entities, "key")}${suffix}`);
  }
  if (summary.rejectReasons.length > 0) {
    const rows = summary.rejectReasons.map((reason) => [
      `  ${reason.code}`,
      reason.field,
      count(reason.rows),
    ]);
    lines.push("", ...table([["  rejected for", "field", "rows"], ...rows], [2]));
  }
  const features = summary.features.map((feature) => [
    feature.name,
    ...[feature.min, feature.mean, feature.max].map((value) => statistic(value, feature.type)),
    count(feature.missing),
    count(feature.imputed),
    count(feature.clamped),
  ]);
  const titles = ["feature", "min", "mean", "max", "missing", "imputed", "clamped"];
  lines.push("", ...table([titles, ...features], [1, 2, 3, 4, 5, 6]));
  const times = Object.entries(summary.microsecondsPerRow);
  lines.push("", `per row: ${times.map(([part, time]) => `${part} ${time} µs`).join(", ")}`);
  return `${lines.join("\n")}\n`;
}

function statistic(value: number | null, type: string): string {
  if (value === null) return "";
  if (type === "date") return dateText(Math.round(value));
  if (type === "timestamp") return new Date(Math.round(value)).toISOString();
  return String(Number(value.toPrecision(6)));
}

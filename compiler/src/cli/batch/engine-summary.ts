import { identifier } from "../../emit/sql/sql-text.js";
import type { Program, Step } from "../../ir/program.js";
import type { CountedProgram } from "../run/count-treatments.js";
import type { RejectReason } from "../run/reject-counts.js";
import type { FeatureSummary } from "../run/statistics.js";
import type { Notation } from "./notation.js";
import type { Session } from "./session.js";
import { measurable } from "./engine-value.js";

/** Features of one query: the engine plans many aggregates slowly. */
const together = 40;
const reasons = 10;

/** What the summary says of each feature, over the rows of the view of features that `kept` is true of. */
export async function featureSummaries(
  { query, notation }: Pick<Session, "query" | "notation">,
  program: Program,
  { before }: CountedProgram,
  view: string,
  kept: string,
): Promise<readonly FeatureSummary[]> {
  const steps = program.steps.filter(({ name }) => program.features.includes(name));
  const ordered = program.features.flatMap((name) => steps.filter((step) => step.name === name));
  const summaries: FeatureSummary[] = [];
  for (let from = 0; from < ordered.length; from += together) {
    const part = ordered.slice(from, from + together);
    const columns = part.flatMap((step, i) =>
      aggregatesOf(step, before.get(step.name), String(i), notation),
    );
    const [row = {}] = await query(`SELECT ${columns.join(", ")} FROM ${view} WHERE ${kept}`);
    summaries.push(...part.map((step, i) => summaryOf(step, row, String(i))));
  }
  return summaries;
}

function aggregatesOf(
  step: Step,
  before: string | undefined,
  i: string,
  notation: Notation,
): readonly string[] {
  const of = identifier(step.name);
  const number = measurable(step.name, step.type, notation);
  const treated = before === undefined ? undefined : treatmentsOf(step, identifier(before));
  return [
    `count(${of}) AS present_${i}`,
    `count(*) - count(${of}) AS missing_${i}`,
    ...(number === undefined
      ? []
      : [
          `min(${number}) AS min_${i}`,
          `avg(${number}) AS mean_${i}`,
          `max(${number}) AS max_${i}`,
        ]),
    ...(treated === undefined
      ? []
      : [
          `count(*) FILTER (WHERE ${treated.imputed} AND ${of} IS NOT NULL) AS imputed_${i}`,
          `count(*) FILTER (WHERE ${treated.clamped}) AS clamped_${i}`,
        ]),
  ];
}

/** As `treatmentOf` of count-treatments.ts, in SQL. */
function treatmentsOf(
  { range, outside, impute }: Step,
  before: string,
): { readonly imputed: string; readonly clamped: string } {
  const bounds = [
    ...(range === null || range.low === null ? [] : [`${before} < ${double(range.low)}`]),
    ...(range === null || range.high === null ? [] : [`${before} > ${double(range.high)}`]),
  ];
  const isOutside = bounds.length === 0 ? "false" : `coalesce(${bounds.join(" OR ")}, false)`;
  const missed =
    outside?.value === "missing" ? `(${before} IS NULL OR ${isOutside})` : `${before} IS NULL`;
  return {
    imputed: impute === null ? "false" : missed,
    clamped: outside?.value === "clamp" ? isOutside : "false",
  };
}

function summaryOf(step: Step, row: Readonly<Record<string, unknown>>, i: string): FeatureSummary {
  const count = (what: string): number => Number(row[`${what}_${i}`] ?? 0);
  const number = (what: string): number | null => {
    const value = row[`${what}_${i}`];
    return typeof value === "number" ? value : null;
  };
  return {
    name: step.name,
    type: step.type.kind,
    present: count("present"),
    missing: count("missing"),
    imputed: count("imputed"),
    clamped: count("clamped"),
    min: number("min"),
    mean: number("mean"),
    max: number("max"),
  };
}

/** The commonest reasons for rejections, of a relation with `row` and `issues`. */
export async function rejectReasons(
  { query, notation }: Pick<Session, "query" | "notation">,
  from: string,
): Promise<readonly RejectReason[]> {
  const names = notation.dialect.filter(
    "issue.path",
    "part",
    "NOT regexp_full_match(part, '[0-9]+')",
  );
  const rows = await query(
    `SELECT code, field, count(DISTINCT "row") AS n FROM (
       SELECT "row", issue.code AS code,
         ${notation.joined(names)} AS field
       FROM (SELECT "row", ${notation.eachOf("issues")} AS issue FROM ${from}))
     GROUP BY code, field ORDER BY n DESC, code, field LIMIT ${String(reasons)}`,
  );
  return rows.map((row) => ({
    code: String(row["code"]),
    field: String(row["field"]),
    rows: Number(row["n"]),
  }));
}

function double(x: number): string {
  return `CAST('${String(x)}' AS DOUBLE)`;
}

import { viewName } from "../../emit/sql/sql-module.js";
import { identifier } from "../../emit/sql/sql-text.js";
import type { Program } from "../../ir/program.js";
import type { Query } from "../engine/source-file.js";
import type { CompiledForRun } from "../run/compile-for-run.js";
import type { RunSummary } from "../run/summary.js";
import { featureSummaries, rejectReasons } from "./engine-summary.js";
import type { Session } from "./session.js";

export interface RunOutcome {
  readonly output: string;
  /** Of the matrix, where one was written. */
  readonly fingerprint: string | null;
  /** Milliseconds. */
  readonly compute: number;
  readonly write: number;
}

/** What a run says of itself, from the views of its session. */
export async function batchSummary(
  session: Pick<Session, "query" | "notation">,
  { program, counted: withParts }: CompiledForRun,
  { output, fingerprint, compute, write }: RunOutcome,
): Promise<RunSummary> {
  const { program: counted } = withParts;
  const { query } = session;
  const count = async (from: string): Promise<number> => {
    const [row] = await query(`SELECT count(*) AS n FROM ${from}`);
    return Number(row?.["n"] ?? 0);
  };
  const rowsIn = await count(viewName(counted, "rows"));
  const rowsRejected = await count(`"featc:rejects"`);
  const warns = program.constraints.some(({ onViolation }) => onViolation === "warn");
  const features = viewName(counted, "features");
  const kept = `"row" NOT IN (SELECT "row" FROM "featc:rejects")`;
  const perRow = (milliseconds: number): number =>
    rowsIn === 0 ? 0 : Math.round((milliseconds * 1e5) / rowsIn) / 100;
  return {
    spec: program.name,
    output,
    fingerprint,
    rowsIn,
    rowsWritten: rowsIn - rowsRejected,
    rowsRejected,
    rowsWithWarnings: warns ? await count(viewName(counted, "warnings")) : 0,
    ...(await sourceSummaries(query, program)),
    rejectReasons: await rejectReasons(session, `"featc:rejects"`),
    features: await featureSummaries(session, program, withParts, features, kept),
    microsecondsPerRow: { features: perRow(compute), write: perRow(write) },
  };
}

async function sourceSummaries(
  query: Query,
  { events, tables }: Program,
): Promise<Pick<RunSummary, "sources">> {
  const sources: NonNullable<RunSummary["sources"]>[number][] = [];
  for (const { name, data, key, fields } of [...events, ...tables]) {
    const of = fields.find((field) => field.name === key);
    const [row = {}] = await query(
      `SELECT count(*) AS records, count(DISTINCT ${identifier(of?.key ?? key)}) AS entities FROM ${identifier(data)}`,
    );
    sources.push({ name, records: Number(row["records"]), entities: Number(row["entities"]) });
  }
  return sources.length === 0 ? {} : { sources };
}

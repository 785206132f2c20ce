import { extname, resolve } from "node:path";
import { viewName } from "../../emit/sql/sql-module.js";
import { identifier } from "../../emit/sql/sql-text.js";
import { spanInData } from "../run/data-error.js";
import { createDiagnostic } from "../../diagnostics/registry.js";
import { UsageError } from "../failures.js";
import { reportDiagnostics } from "../report-diagnostics.js";
import { ReplacedFile } from "../run/replace-file.js";
import type { RejectedRow } from "../run/row.js";
import { printable } from "../terminal-text.js";
import type { World } from "../world.js";
import { sqlText } from "./bind-source.js";
import type { Session } from "./session.js";
import type { Batch } from "./prepare-batch.js";
import { unwritable } from "./write-features.js";

const insertedTogether = 500;
const shownLimit = 5;

/** `"featc:rejects"` of the session: `row` and `issues` of every row that was not written. */
export async function rejectsView(
  { session, counted }: Batch,
  refused: readonly RejectedRow[],
): Promise<void> {
  const rejects = viewName(counted, "rejects");
  await session.query(`CREATE TEMP TABLE "featc:rejects" AS SELECT * FROM ${rejects}`);
  for (let from = 0; from < refused.length; from += insertedTogether) {
    const rows = refused.slice(from, from + insertedTogether).map(({ line, issues }) => {
      const listed = issues.map(
        ({ code, path }) =>
          `{"code": ${sqlText(code)}, "path": CAST([${path.map((part) => sqlText(String(part))).join(", ")}] AS VARCHAR[]), "name": CAST(NULL AS VARCHAR)}`,
      );
      return `(${String(line)}, [${listed.join(", ")}])`;
    });
    await session.query(`INSERT INTO "featc:rejects" VALUES ${rows.join(", ")}`);
  }
}

/** A file of rejected rows with their issues and the columns as they were read. */
export async function writeRejects(
  world: World,
  { session, compiled }: Batch,
  shown: string,
): Promise<void> {
  const format = formatOf(shown);
  const fields = compiled.program.input.map(({ key }) => identifier(key));
  const rejected = `SELECT r."row", r.issues, struct_pack(${fields.map((field) => `${field} := i.${field}`).join(", ")}) AS input
    FROM "featc:rejects" r JOIN (SELECT *, row_number() OVER () AS "featc:row" FROM input) i ON i."featc:row" = r."row"
    ORDER BY r."row"`;
  const file = await ReplacedFile.create(resolve(world.cwd, shown), shown);
  try {
    if (format === "parquet") {
      await session.work(`COPY (${rejected}) TO ${sqlText(file.draft)} (FORMAT parquet)`);
    } else {
      for await (const part of session.rows(rejected)) {
        for (const row of part) file.write(`${JSON.stringify(row, asJson)}\n`);
      }
    }
    await file.commit();
  } catch (error) {
    await file.discard();
    throw unwritable(shown, error);
  }
}

/** What JSON has no form for, NaN and 64 bits, as text and as a number. */
function asJson(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

function formatOf(shown: string): "parquet" | "jsonl" {
  switch (extname(shown).toLowerCase()) {
    case ".parquet":
      return "parquet";
    case ".jsonl":
    case ".ndjson":
      return "jsonl";
    default:
      throw new UsageError(
        `featc cannot write rejected rows to ${shown}`,
        "--rejects takes .jsonl and, with DuckDB, .parquet.",
      );
  }
}

/** The first rejected rows to the user, without their values. */
export async function showRejects(
  world: World,
  { session }: { readonly session: Pick<Session, "query"> },
  inputPath: string,
): Promise<void> {
  const rows = await session.query(
    `SELECT "row", issues FROM "featc:rejects" ORDER BY "row" LIMIT ${String(shownLimit)}`,
  );
  const diagnostics = rows.map((row) => {
    const issues = row["issues"] as readonly EngineIssue[];
    const problems = issues.slice(0, 3).map(problemText).join("; ");
    const left = issues.length > 3 ? `; and ${String(issues.length - 3)} more` : "";
    const place = `row ${String(row["row"])}`;
    const span = spanInData(inputPath, 1, place);
    return createDiagnostic("data/rejected", span, { place, problems: problems + left });
  });
  await reportDiagnostics(world, diagnostics);
}

interface EngineIssue {
  readonly code: string;
  readonly path: readonly string[];
  readonly name: string | null;
}

function problemText({ code, path, name }: EngineIssue): string {
  const place = path.join(".");
  return printable(`${place === "" ? "" : `${place}: `}${code}${name === null ? "" : ` ${name}`}`);
}

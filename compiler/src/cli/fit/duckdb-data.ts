import { resolve } from "node:path";
import { recordNameProblems } from "../../emit/sql/name-problems.js";
import { identifier } from "../../emit/sql/sql-text.js";
import type { Program } from "../../ir/program.js";
import { bindSource, unreadable } from "../batch/bind-source.js";
import { recordOf, sentColumns } from "../batch/engine-records.js";
import { openSession } from "../batch/session.js";
import type { Session } from "../batch/session.js";
import { filesOf } from "../engine/source-file.js";
import type { SourceColumns } from "../engine/source-file.js";
import { UsageError } from "../failures.js";
import { cellReader } from "../run/csv-cell.js";
import type { RawBatches } from "../run/raw-row.js";
import { inputShape } from "../run/record-shape.js";
import type { World } from "../world.js";
import { hashFiles } from "./hash-files.js";
import type { TrainingData } from "./training-data.js";

const table = "input";

/**
 * Training data that DuckDB reads. The columns of constants are computed by the code that computes those of
 * JSON lines, in the order of the rows, so that the same data give the same constants.
 */
export function duckdbData(world: World, shown: string): TrainingData {
  const path = resolve(world.cwd, shown);
  let opened: Session | undefined;
  let sha256: string | undefined;
  return {
    pass: async (program) => {
      requireNames(program);
      const session = (opened ??= await openSession(world));
      const source = { table, path, shown, shape: inputShape(program), keepsCells: true } as const;
      const found = await bindSource(session.query, source);
      sha256 ??= await hashFiles(world, await filesOf(session.query, path), path);
      const hash = sha256;
      const batches = recordsOf(session, readerOf(program, found), shown);
      return { batches, share: session.share, sha256: () => hash };
    },
    end: () => opened?.end(),
  };
}

function requireNames({ name, input }: Program): void {
  const problems = recordNameProblems(input);
  if (problems.length === 0) return;
  throw new UsageError(
    `DuckDB cannot read the input of ${name}: ${problems.join("; ")}`,
    "--engine node reads .csv, .tsv, .jsonl, .ndjson and .json.",
  );
}

type Row = Readonly<Record<string, unknown>>;

interface RecordReader {
  /** SQL of what it reads. */
  readonly columns: readonly string[];
  readonly read: (row: Row) => Row;
}

/** Fields whose column the file does not have are absent from its records. */
function readerOf({ input }: Program, { columns, isText }: SourceColumns): RecordReader {
  const names = new Set(columns.map(({ name }) => name));
  const fields = input.filter(({ key }) => names.has(key));
  if (!isText) {
    return { columns: sentColumns(fields), read: (row) => recordOf(fields, row) };
  }
  const cells = fields.map((field) => ({ key: field.key, read: cellReader(field) }));
  return {
    // The client drops a byte order mark that stands first.
    columns: cells.map(
      ({ key }) => `'.' || coalesce(${identifier(key)}, '') AS ${identifier(key)}`,
    ),
    read: (row) =>
      Object.fromEntries(cells.map(({ key, read }) => [key, read(String(row[key]).slice(1))])),
  };
}

async function* recordsOf(
  session: Session,
  { columns, read }: RecordReader,
  shown: string,
): RawBatches {
  const sql = `SELECT ${columns.length === 0 ? "1" : columns.join(", ")} FROM ${table}`;
  let line = 0;
  for await (const part of readRows(session, sql, shown)) {
    yield part.map((row) => ({ line: (line += 1), value: read(row) }));
  }
}

async function* readRows(
  session: Session,
  sql: string,
  shown: string,
): AsyncGenerator<readonly Row[]> {
  try {
    yield* session.rows(sql);
  } catch (error) {
    throw unreadable(shown, error);
  }
}

import { resolve } from "node:path";
import { recordNameProblems } from "../../emit/sql/name-problems.js";
import { identifier } from "../../emit/sql/sql-text.js";
import type { Program } from "../../ir/program.js";
import { bindSource, unreadable } from "../batch/bind-source.js";
import { received, sentColumn } from "../batch/engine-records.js";
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
      // Lists and records come as objects of the client, which it makes into plain ones row by row.
      const isFlat =
        found.isText || program.input.every(({ type }) => !["list", "record"].includes(type.kind));
      const batches = recordsOf(session, readersOf(program, found), isFlat, shown);
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

interface ColumnReader {
  readonly key: string;
  /** SQL of the column. */
  readonly sql: string;
  /** The JSON form of a cell. */
  readonly read: (cell: unknown) => unknown;
}

/** Fields whose column the file does not have are absent from its records. */
function readersOf(
  { input }: Program,
  { columns, isText }: SourceColumns,
): readonly ColumnReader[] {
  const names = new Set(columns.map(({ name }) => name));
  const fields = input.filter(({ key }) => names.has(key));
  return fields.map((field): ColumnReader => {
    const { key } = field;
    if (!isText) {
      return { key, sql: sentColumn(field), read: (cell) => received(field, cell) };
    }
    const read = cellReader(field);
    return {
      key,
      // The client drops a byte order mark that stands first.
      sql: `'.' || coalesce(${identifier(key)}, '') AS ${identifier(key)}`,
      read: (cell) => read(String(cell).slice(1)),
    };
  });
}

async function* recordsOf(
  session: Session,
  readers: readonly ColumnReader[],
  isFlat: boolean,
  shown: string,
): RawBatches {
  const sql = `SELECT ${['1 AS "featc:one"', ...readers.map((one) => one.sql)].join(", ")} FROM ${table}`;
  const record = (cellOf: (reader: ColumnReader, at: number) => unknown): unknown => {
    const value: Record<string, unknown> = {};
    readers.forEach((reader, at) => {
      const content = reader.read(cellOf(reader, at));
      if (reader.key === "__proto__") {
        Object.defineProperty(value, reader.key, { value: content, enumerable: true });
      } else value[reader.key] = content;
    });
    return value;
  };
  let line = 0;
  if (!isFlat) {
    for await (const part of named(session.rows(sql), shown)) {
      yield part.map((row) => ({ line: (line += 1), value: record(({ key }) => row[key]) }));
    }
    return;
  }
  for await (const [ones = [], ...cells] of named(session.columns(sql), shown)) {
    yield ones.map((_, i) => ({
      line: (line += 1),
      value: record((_reader, at) => cells[at]?.[i]),
    }));
  }
}

/** The parts of a result; an error of the engine says which file it is about. */
async function* named<Part>(parts: AsyncIterable<Part>, shown: string): AsyncGenerator<Part> {
  try {
    yield* parts;
  } catch (error) {
    throw unreadable(shown, error);
  }
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identifier } from "../../emit/sql/sql-text.js";
import { openDuckDB } from "../engine/open-duckdb.js";
import type { Query } from "../engine/source-file.js";
import { Interrupted } from "../failures.js";
import { createProgress } from "../run/progress.js";
import type { World } from "../world.js";
import { duckdbNotation } from "./notation.js";
import type { Notation } from "./notation.js";
import { sqlText } from "./bind-source.js";

/** An engine for one run: what does not fit in its memory goes to a folder that ends with it. */
export interface Session {
  readonly notation: Notation;
  readonly query: Query;
  /** A statement that takes long: its progress is shown, and the user may interrupt it. */
  readonly work: (sql: string) => Promise<void>;
  /** Rows of a query, part by part, as objects by column name. */
  readonly rows: (sql: string) => AsyncIterable<readonly Readonly<Record<string, unknown>>[]>;
  /** The same as columns of numbers, bools and texts, which takes a fraction of the time. */
  readonly columns: (sql: string) => AsyncIterable<readonly (readonly unknown[])[]>;
  /** How much of the last statement has been done, from 0 to 1. */
  readonly share: () => number;
  readonly end: () => void;
}

const pollMilliseconds = 200;

const mark = "featc:whole";

/**
 * A query with a last row that has the mark. The client takes an error in the middle of a result in parts for its
 * end, and what came before for all of it.
 */
function marked(sql: string): string {
  return `FROM (${sql}) UNION ALL BY NAME SELECT true AS ${identifier(mark)}`;
}

export async function openSession(world: World): Promise<Session> {
  const spill = mkdtempSync(join(tmpdir(), "featc-duckdb-"));
  const connection = await openDuckDB();
  await connection.run(`SET temp_directory = ${sqlText(spill)}`);
  // The query needs nothing from elsewhere, and a run must not depend on a network.
  await connection.run("SET autoinstall_known_extensions = false");
  await connection.run("SET enable_progress_bar = true");
  await connection.run("SET enable_progress_bar_print = false");
  const stop = (): void => {
    connection.interrupt();
  };
  world.interrupted.addEventListener("abort", stop);
  const share = (): number => Math.max(0, connection.progress.percentage) / 100;
  const interruptible = async <T>(run: () => Promise<T>): Promise<T> => {
    if (world.interrupted.aborted) throw new Interrupted();
    try {
      return await run();
    } catch (error) {
      throw world.interrupted.aborted ? new Interrupted() : error;
    }
  };
  /** Throws what the engine says of a query whose result ended before its last row. */
  const explainEnd = async (sql: string): Promise<never> => {
    await interruptible(() =>
      connection.run(`CREATE OR REPLACE TEMP TABLE "featc:again" AS ${sql}`),
    );
    throw new Error("the engine ended a result before its last row");
  };
  return {
    notation: duckdbNotation,
    query: (sql) =>
      interruptible(async () => {
        const result = await connection.runAndReadAll(sql);
        return result.getRowObjectsJS();
      }),
    work: (sql) =>
      interruptible(async () => {
        const progress = createProgress(world, share);
        const timer = setInterval(() => {
          progress.show(Number(connection.progress.rows_processed));
        }, pollMilliseconds);
        try {
          await connection.run(sql);
        } finally {
          clearInterval(timer);
          progress.end();
        }
      }),
    rows: async function* (sql) {
      const result = await interruptible(() => connection.stream(marked(sql)));
      let isWhole = false;
      for await (const part of result.yieldRowObjectJs()) {
        if (world.interrupted.aborted) throw new Interrupted();
        isWhole = part.at(-1)?.[mark] === true;
        for (const row of part) Reflect.deleteProperty(row, mark);
        yield isWhole ? part.slice(0, -1) : part;
      }
      if (!isWhole) await explainEnd(sql);
    },
    columns: async function* (sql) {
      const result = await interruptible(() => connection.stream(marked(sql)));
      let isWhole = false;
      for await (const chunk of result) {
        if (world.interrupted.aborted) throw new Interrupted();
        const columns = chunk.getColumns();
        isWhole = columns.at(-1)?.at(-1) === true;
        const cells = columns.slice(0, -1);
        yield isWhole ? cells.map((column) => column.slice(0, -1)) : cells;
      }
      if (!isWhole) await explainEnd(sql);
    },
    share,
    end: () => {
      world.interrupted.removeEventListener("abort", stop);
      connection.closeSync();
      rmSync(spill, { recursive: true, force: true });
    },
  };
}

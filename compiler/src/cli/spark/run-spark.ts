import { rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { spark } from "../../emit/sql/spark.js";
import { sqlModule, viewName } from "../../emit/sql/sql-module.js";
import { identifier } from "../../emit/sql/sql-text.js";
import type { BoundSource } from "../batch/bind-source.js";
import { boundColumns, firstParagraph, momentsOf } from "../batch/bind-source.js";
import { batchSummary } from "../batch/batch-summary.js";
import { checkEngine } from "../batch/check-engine.js";
import { sparkNotation } from "../batch/notation.js";
import { pathOf, requireMomentOfColumn, requireSql, sourcesOf } from "../batch/prepare-batch.js";
import { showRejects } from "../batch/write-rejects.js";
import type { SourceColumns } from "../engine/source-file.js";
import { cacheFolder } from "../cache/cache-folder.js";
import { exitCode } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { Interrupted, UsageError } from "../failures.js";
import type { RunFlags } from "../program.js";
import { compileForRun } from "../run/compile-for-run.js";
import { loadSpecModule } from "../run/load-module.js";
import { momentOf } from "../run/moment.js";
import { printSummary } from "../run/summary.js";
import type { World } from "../world.js";
import { inSpark, runStatements, sparkQueries } from "./spark-session.js";
import { printedType, sqlTypeOf } from "./spark-type.js";
import type { SparkType } from "./spark-type.js";
import { startSpark } from "./start-spark.js";
import type { SparkClient } from "./start-spark.js";
import { tableCommand } from "./vector-table.js";

/** `featc run --engine spark`: features as a folder of Parquet files. */
export async function runOnSpark(world: World, spec: string, flags: RunFlags): Promise<ExitCode> {
  requireFolders(flags);
  const compiled = await compileForRun(world, spec);
  if (compiled === undefined) return exitCode.specWrong;
  const { program } = compiled;
  const { program: counted, facts } = compiled.counted;
  const sql = sqlModule(counted, facts, spark).text;
  requireSql(program, sql, "Spark");
  const asOf = flags.asOfColumn === undefined ? momentOf(program, flags.asOf) : undefined;
  if (flags.asOfColumn !== undefined) requireMomentOfColumn(program, flags);
  const sources = sourcesOf(world, program, flags, asOf);
  const module = await loadSpecModule(compiled.files, cacheFolder(world.cwd, flags.cacheDir));
  const client = await startSpark({
    settings: settingsOf(flags.sparkConf ?? [], world.stderr.isTerminal),
    env: world.env,
    interrupted: world.interrupted,
    // Its progress is for a person; what went wrong is told by the error.
    log: (text) => {
      if (world.stderr.isTerminal) world.stderr.write(text);
    },
  });
  const drafts: string[] = [];
  try {
    const session = sparkQueries(client);
    await checkEngine(session, await world.loadCompiler(), program, module, async (tables) => {
      for (const table of tables) await client.call(tableCommand(table));
      await runStatements(client, sql);
    });
    const moments = new Map<string, ReadonlySet<string>>();
    for (const source of sources) {
      const found = await bind(client, source, flags);
      moments.set(source.table, new Set(momentsOf(found, source).map(({ key }) => key)));
    }
    await runStatements(client, sqlModule(counted, facts, spark, moments).text);
    const features = viewName(counted, "features");
    if (flags.explainPlan === true) {
      const rows = await session.query(`EXPLAIN FORMATTED SELECT * FROM ${features}`);
      for (const row of rows) world.stdout.write(`${String(row["plan"])}\n`);
      return exitCode.fine;
    }
    const write = async (query: string, shown: string): Promise<() => Promise<void>> => {
      const path = pathOf(world, shown);
      const draft = join(dirname(path), `.${basename(path)}.${process.pid}.featc-partial`);
      drafts.push(draft);
      await client.call({ do: "write", text: inSpark(query), path: draft });
      return async () => {
        await client.call({ do: "rename", draft, path });
      };
    };
    const start = performance.now();
    await client.call({ do: "keep", name: inSpark(viewName(counted, "rows")) });
    await session.query(
      `CREATE OR REPLACE TEMP VIEW "featc:rejects" AS SELECT * FROM ${viewName(counted, "rejects")}`,
    );
    const computed = performance.now();
    const columns = [...program.keys, ...program.features].map(identifier);
    const commits = [
      await write(`SELECT ${columns.join(", ")} FROM ${features} ORDER BY "row"`, flags.output),
    ];
    if (flags.rejects !== undefined) {
      commits.push(await write(rejectsQuery(program.input.map(({ key }) => key)), flags.rejects));
    }
    for (const commit of commits) await commit();
    const ended = performance.now();
    const summary = await batchSummary(session, compiled, {
      output: flags.output,
      fingerprint: null,
      compute: computed - start,
      write: ended - computed,
    });
    if (flags.json === true) world.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    else world.stderr.write(printSummary(summary));
    if (summary.rowsRejected === 0 || flags.rejects !== undefined) return exitCode.fine;
    await showRejects(world, { session }, flags.input);
    return exitCode.dataRejected;
  } catch (error) {
    // After an interruption Spark is gone: what it wrote on this machine can still be removed.
    for (const path of drafts) {
      if (world.interrupted.aborted) rmSync(path, { recursive: true, force: true });
      else await client.call({ do: "remove", path }).catch(() => undefined);
    }
    throw worded(world, error);
  } finally {
    await client.end();
  }
}

function worded(world: World, error: unknown): unknown {
  if (world.interrupted.aborted) return new Interrupted();
  // What Spark says of data, files and itself is for the user; everything else is a bug of ours.
  return error instanceof Error && /^\[[A-Z_.0-9]+\]/.test(error.message)
    ? new UsageError(`Spark ended the run: ${firstParagraph(error.message)}`)
    : error;
}

function requireFolders({ output, rejects, matrix }: RunFlags): void {
  const other = [output, ...(rejects === undefined ? [] : [rejects])].find(
    (path) => extname(path).toLowerCase() !== ".parquet",
  );
  if (other !== undefined) {
    throw new UsageError(
      `the engine spark does not write ${other}`,
      "it writes folders of Parquet files: give them names that end in .parquet.",
    );
  }
  if (matrix !== undefined) {
    throw new UsageError(
      "the engine spark writes features, and no matrix",
      "read the view of the matrix in spark.sql, or use --engine duckdb.",
    );
  }
}

function settingsOf(given: readonly string[], isTerminal: boolean): Record<string, string> {
  const settings: Record<string, string> = {
    "spark.ui.showConsoleProgress": String(isTerminal),
    "spark.log.level": "ERROR",
  };
  for (const text of given) {
    const at = text.indexOf("=");
    if (at < 1) {
      throw new UsageError(
        `--spark-conf ${text} is not NAME=VALUE`,
        "write --spark-conf spark.executor.memory=4g",
      );
    }
    settings[text.slice(0, at)] = text.slice(at + 1);
  }
  return settings;
}

/** Makes the view that the generated query reads of a file. */
async function bind(
  client: SparkClient,
  source: BoundSource,
  flags: RunFlags,
): Promise<SourceColumns> {
  const isInput = source.table === "input";
  const kind = kindOf(source);
  const relation = `featc:file ${source.table}`;
  let described: { readonly columns: readonly { name: string; type: SparkType }[] };
  try {
    described = (await client.call({
      do: "read",
      name: inSpark(identifier(relation)),
      path: source.path,
      kind: kind === ".parquet" ? "parquet" : "csv",
      separator: kind === ".tsv" ? "\t" : ",",
      limit: isInput ? (flags.limit ?? null) : null,
      sample: isInput ? (flags.sample ?? null) : null,
    })) as typeof described;
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Interrupted) throw error;
    throw new UsageError(`${source.shown} cannot be read: ${firstParagraph(error.message)}`);
  }
  const found = {
    relation: identifier(relation),
    columns: described.columns.map(({ name, type }) => ({
      name,
      type: sqlTypeOf(type),
      printed: printedType(type),
    })),
    isText: kind !== ".parquet",
  };
  const columns = boundColumns(found, source, sparkNotation);
  await sparkQueries(client).query(
    `CREATE OR REPLACE TEMP VIEW ${identifier(source.table)} AS SELECT ${[...columns, identifier("featc_row")].join(", ")} FROM ${found.relation}`,
  );
  return found;
}

function kindOf({ path, shown }: BoundSource): ".parquet" | ".csv" | ".tsv" {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return ".parquet";
  const extension = extname(path).toLowerCase();
  if (extension === ".parquet" || extension === ".csv" || extension === ".tsv") return extension;
  throw new UsageError(
    `Spark does not read ${shown} for featc`,
    "the engine spark reads .parquet, .csv and .tsv, also with wildcards, and folders of Parquet files; --engine node reads .jsonl and .json.",
  );
}

function rejectsQuery(keys: readonly string[]): string {
  const input = spark.record(keys.map((key) => [key, `i.${identifier(key)}`]));
  return `SELECT r."row", r.issues, ${input} AS input FROM "featc:rejects" r JOIN input i ON i.featc_row = r."row" ORDER BY r."row"`;
}

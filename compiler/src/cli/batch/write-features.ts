import { extname } from "node:path";
import { camelCase } from "../../emit/names.js";
import { viewName } from "../../emit/sql/sql-module.js";
import { identifier } from "../../emit/sql/sql-text.js";
import { UsageError } from "../failures.js";
import { openSink, outputFormat } from "../run/open-sink.js";
import type { OutputFormat } from "../run/open-sink.js";
import { ReplacedFile } from "../run/replace-file.js";
import type { RejectedRow } from "../run/row.js";
import type { MatrixModule } from "../run/spec-module.js";
import { firstParagraph, sqlText } from "./bind-source.js";
import { featureRecords } from "./feature-rows.js";
import type { Batch } from "./prepare-batch.js";

export type BatchFormat = OutputFormat | "parquet";

export function batchFormat(shown: string): BatchFormat {
  return extname(shown).toLowerCase() === ".parquet" ? "parquet" : outputFormat(shown);
}

export interface WrittenFeatures {
  /** Rows whose features do not fit in the matrix. */
  readonly refused: readonly RejectedRow[];
  /** Gives the file its name. */
  readonly commit: () => Promise<void>;
  /** Removes what was written. Does nothing after `commit`. */
  readonly discard: () => Promise<void>;
}

interface Target {
  readonly absolute: string;
  readonly shown: string;
  readonly format: BatchFormat;
}

/** Writes the features of the admitted rows, or a matrix of them, in the order of the input. */
export function writeFeatures(
  batch: Batch,
  target: Target,
  matrix: string | null,
): Promise<WrittenFeatures> {
  const { format } = target;
  return format === "parquet"
    ? writeParquet(batch, target, matrix)
    : writeText(batch, { ...target, format }, matrix);
}

async function writeParquet(
  { session, compiled, counted, module }: Batch,
  { absolute, shown }: Target,
  matrix: string | null,
): Promise<WrittenFeatures> {
  const { program } = compiled;
  const view = viewName(counted, matrix ?? "features");
  const chosen = program.matrices.find(({ name }) => name === matrix);
  const columns = chosen?.columns.flatMap(({ cells }) => cells) ?? [
    ...program.keys,
    ...program.features,
  ];
  const unfit =
    chosen?.missing === "reject"
      ? columns.map((name) => `${identifier(name)} IS NULL`).join(" OR ")
      : "false";
  const refused = await session.query(`SELECT "row" FROM ${view} WHERE ${unfit}`);
  const exported =
    matrix === null ? undefined : (module.matrices[camelCase(matrix)] as MatrixModule);
  const metadata = [
    ["featc_spec", `${program.name} ${program.version ?? ""}`.trim()],
    ["featc_spec_hash", program.specHash],
    ...(exported === undefined ? [] : [["featc_fingerprint", exported.fingerprint]]),
  ].map(([key = "", value = ""]) => `${key}: ${sqlText(value)}`);
  const file = await ReplacedFile.create(absolute, shown);
  try {
    await session.work(
      `COPY (SELECT ${columns.map(identifier).join(", ")} FROM ${view} WHERE NOT (${unfit})) TO ${sqlText(file.draft)} (FORMAT parquet, KV_METADATA {${metadata.join(", ")}})`,
    );
  } catch (error) {
    await file.discard();
    throw unwritable(shown, error);
  }
  return {
    refused: refused.map((row) => ({
      line: Number(row["row"]),
      issues: [{ code: "cell", path: [], message: `does not fit in ${matrix ?? ""}` }],
      input: null,
    })),
    commit: () => file.commit(),
    discard: () => file.discard(),
  };
}

export function unwritable(shown: string, error: unknown): unknown {
  if (!(error instanceof Error) || !/^(?:IO|Out of Memory)/.test(error.message)) return error;
  return new UsageError(`${shown} cannot be written: ${firstParagraph(error.message)}`);
}

/** The files of `run` on Node, by the same code. */
async function writeText(
  batch: Batch,
  target: Target & { readonly format: OutputFormat },
  matrix: string | null,
): Promise<WrittenFeatures> {
  const { session, compiled, counted, module } = batch;
  const { program } = compiled;
  const encoder =
    matrix === null
      ? null
      : { name: matrix, module: module.matrices[camelCase(matrix)] as MatrixModule };
  const sink = await openSink(target, program, encoder);
  const refused: RejectedRow[] = [];
  try {
    const names = [...program.keys, ...program.features];
    for await (const part of featureRecords(session, counted, names)) {
      const rows = part.map(({ row, values }) => ({
        line: row,
        raw: null,
        input: values,
        features: values,
      }));
      refused.push(...sink.write(rows));
    }
  } catch (error) {
    await sink.discard();
    throw error;
  }
  return {
    refused,
    commit: async () => {
      await sink.finish();
    },
    discard: () => sink.discard(),
  };
}

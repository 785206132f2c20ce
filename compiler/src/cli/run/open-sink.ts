import { extname } from "node:path";
import type { Program } from "../../ir/program.js";
import { UsageError } from "../failures.js";
import { createCsvSink } from "./csv-sink.js";
import { createJsonLinesSink } from "./json-lines-sink.js";
import { createNpySink } from "./npy-sink.js";
import { outputColumns } from "./output-columns.js";
import { ReplacedFile } from "./replace-file.js";
import type { Sink } from "./sink.js";
import type { MatrixModule } from "./spec-module.js";

export type OutputFormat = "csv" | "jsonl" | "npy";

/** Throws a UsageError for an extension that is none of the formats. */
export function outputFormat(shown: string): OutputFormat {
  const extension = extname(shown).toLowerCase();
  switch (extension) {
    case ".csv":
      return "csv";
    case ".jsonl":
    case ".ndjson":
      return "jsonl";
    case ".npy":
      return "npy";
    default:
      throw new UsageError(
        `featc cannot write ${extension === "" ? "a file without extension" : extension} (${shown})`,
        "--output takes .csv, .jsonl, .npy and .parquet.",
      );
  }
}

/** Which matrix an NPY file holds; null for the other formats, which hold features. */
export function chosenMatrix(
  program: Program,
  format: OutputFormat,
  asked: string | undefined,
): string | null {
  const names = program.matrices.map((matrix) => matrix.name);
  if (format !== "npy") {
    if (asked !== undefined) throw new UsageError("--matrix needs an --output that ends in .npy");
    return null;
  }
  if (asked !== undefined) {
    if (names.includes(asked)) return asked;
    throw new UsageError(`${program.name} has no matrix ${asked}`, listed(names));
  }
  const [only, ...others] = names;
  if (only === undefined) {
    throw new UsageError(
      `${program.name} has no matrix, which an .npy file needs`,
      "declare one under `matrix`, or write .csv or .jsonl.",
    );
  }
  if (others.length > 0) {
    throw new UsageError(
      `${program.name} has ${names.length} matrices`,
      `choose one with --matrix: ${names.join(", ")}.`,
    );
  }
  return only;
}

export async function openSink(
  target: { readonly absolute: string; readonly shown: string; readonly format: OutputFormat },
  program: Program,
  matrix: { readonly name: string; readonly module: MatrixModule } | null,
): Promise<Sink> {
  const file = await ReplacedFile.create(target.absolute, target.shown);
  if (target.format === "csv") return createCsvSink(file, outputColumns(program));
  if (matrix === null) return createJsonLinesSink(file, outputColumns(program));
  try {
    const side = await ReplacedFile.create(`${target.absolute}.json`, `${target.shown}.json`);
    const { name: matrixName, module } = matrix;
    return createNpySink({ matrix: module, matrixName, specName: program.name, file, side });
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "it has none." : `its matrices: ${names.join(", ")}.`;
}

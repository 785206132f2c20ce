import { createReadStream, statSync } from "node:fs";
import { extname } from "node:path";
import { UsageError } from "../failures.js";
import { csvRows } from "./csv-rows.js";
import { jsonArray } from "./json-array.js";
import { jsonLines } from "./json-lines.js";
import type { RawBatches } from "./raw-row.js";
import type { RecordShape } from "./record-shape.js";

export interface InputFile {
  readonly batches: RawBatches;
  /** Of the file. */
  readonly bytes: number;
  /** Read so far. */
  readonly bytesRead: () => number;
}

/** Opens a file of data; its extension says what it holds. */
export function openInput(absolute: string, shown: string, shape: RecordShape): InputFile {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`there is no file ${shown}`);
  if (stats.isDirectory()) throw new UsageError(`${shown} is a folder`);
  const read = readerFor(shown, shape);
  const stream = createReadStream(absolute, { highWaterMark: 1 << 18 });
  return {
    batches: read(stream),
    bytes: stats.size,
    bytesRead: () => stream.bytesRead,
  };
}

function readerFor(
  shown: string,
  shape: RecordShape,
): (chunks: AsyncIterable<Buffer>) => RawBatches {
  const extension = extname(shown).toLowerCase();
  switch (extension) {
    case ".csv":
      return (chunks) => csvRows(chunks, shown, shape, ",");
    case ".tsv":
      return (chunks) => csvRows(chunks, shown, shape, "\t");
    case ".jsonl":
    case ".ndjson":
      return (chunks) => jsonLines(chunks, shown);
    case ".json":
      return (chunks) => jsonArray(chunks, shown);
    default:
      throw new UsageError(
        `featc cannot read ${extension === "" ? "a file without extension" : extension} (${shown})`,
        "Data files are .csv, .tsv, .jsonl, .ndjson or .json.",
      );
  }
}

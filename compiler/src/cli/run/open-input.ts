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

/** Opens a file of data; its extension says what it holds. `seen` is shown each piece of it, in order. */
export function openInput(
  absolute: string,
  shown: string,
  shape: RecordShape,
  seen?: (chunk: Buffer) => void,
): InputFile {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`there is no file ${shown}`);
  if (stats.isDirectory()) throw new UsageError(`${shown} is a folder`);
  const read = readerFor(shown, shape);
  const stream = createReadStream(absolute, { highWaterMark: 1 << 18 });
  return {
    batches: read(seen === undefined ? stream : shownTo(stream, seen)),
    bytes: stats.size,
    bytesRead: () => stream.bytesRead,
  };
}

async function* shownTo(
  chunks: AsyncIterable<Buffer>,
  seen: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    seen(chunk);
    yield chunk;
  }
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

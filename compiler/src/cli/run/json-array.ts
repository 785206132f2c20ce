import { malformed } from "./data-error.js";
import { decodeRecord } from "./decode-record.js";
import { withoutByteOrderMark } from "./json-lines.js";
import { batchSize } from "./raw-row.js";
import type { RawRow } from "./raw-row.js";
import { JsonSplitter } from "./json-splitter.js";

/** The elements of one JSON array, or JSON values one after the other. Keeps one element in memory. */
export async function* jsonArray(
  chunks: AsyncIterable<Buffer>,
  path: string,
): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  const splitter = new JsonSplitter(
    (bytes, line) => batch.push(decodeRecord(bytes, line)),
    (line, problem) => {
      throw malformed(path, line, problem);
    },
  );
  let first = true;
  for await (const chunk of chunks) {
    splitter.push(first ? withoutByteOrderMark(chunk) : chunk);
    first = false;
    if (batch.length >= batchSize) {
      yield batch;
      batch = [];
    }
  }
  splitter.end();
  if (batch.length > 0) yield batch;
}

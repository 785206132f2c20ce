import { malformed } from "./data-error.js";
import { decodeRecord } from "./decode-record.js";
import { batchSize, recordLimit } from "./raw-row.js";
import type { RawRow } from "./raw-row.js";

const newline = 10;

/** One JSON value on each line; blank lines are skipped. Keeps one line and one batch in memory. */
export async function* jsonLines(
  chunks: AsyncIterable<Buffer>,
  path: string,
): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let rest: Buffer[] = [];
  let restLength = 0;
  let line = 1;
  const take = (bytes: Buffer): void => {
    const content = line === 1 ? withoutByteOrderMark(bytes) : bytes;
    if (!isBlank(content)) batch.push(decodeRecord(content, line));
    line++;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      const part = chunk.subarray(start, end);
      take(restLength === 0 ? part : Buffer.concat([...rest, part]));
      rest = [];
      restLength = 0;
      start = end + 1;
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
    }
    if (start < chunk.length) {
      rest.push(chunk.subarray(start));
      restLength += chunk.length - start;
      if (restLength > recordLimit) {
        throw malformed(path, line, `the line is longer than ${recordLimit >> 20} MB`);
      }
    }
  }
  if (restLength > 0) take(Buffer.concat(rest));
  if (batch.length > 0) yield batch;
}

export function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (byte !== 32 && byte !== 9 && byte !== 13) return false;
  }
  return true;
}

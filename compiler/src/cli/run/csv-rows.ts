import { Readable } from "node:stream";
import { createDiagnostic } from "../../diagnostics/registry.js";
import { DataError } from "../failures.js";
import { systemErrorCode } from "../system-error.js";
import { readHeader } from "./csv-header.js";
import type { CsvColumn } from "./csv-header.js";
import { malformed, notUtf8, spanInData } from "./data-error.js";
import { batchSize, excerpt, recordLimit } from "./raw-row.js";
import type { RawRow } from "./raw-row.js";
import type { RecordShape } from "./record-shape.js";

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Where a quoted cell ends cannot be told: rows after it would be taken for a part of it. */
const endless: ReadonlySet<string> = new Set([
  "CSV_INVALID_CLOSING_QUOTE",
  "CSV_QUOTE_NOT_CLOSED",
  "CSV_MAX_RECORD_SIZE",
]);

/** The rows of a CSV file (RFC 4180) with a header, as objects in the JSON form of the contract. */
export async function* csvRows(
  chunks: AsyncIterable<Buffer>,
  path: string,
  shape: RecordShape,
  delimiter: string,
): AsyncGenerator<readonly RawRow[]> {
  const { parse } = await import("csv-parse");
  let batch: RawRow[] = [];
  let lastSkipped = -1;
  let fatal: DataError | undefined;
  const parser = parse({
    // Named, or the first line end would decide for files that mix them.
    record_delimiter: ["\r\n", "\n", "\r"],
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: recordLimit,
    on_skip: (error) => {
      const line = Number(error?.["lines"] ?? 0);
      const problem = csvProblem(error?.message ?? "the row cannot be read");
      if (endless.has(error?.code ?? "")) fatal ??= malformed(path, Math.max(1, line), problem);
      // One row may have several quotes in wrong places.
      else if (line !== lastSkipped) batch.push({ line, problem, text: "" });
      lastSkipped = line;
      return undefined;
    },
  });
  const source = Readable.from(decoded(chunks, path), { objectMode: false });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let columns: readonly CsvColumn[] | undefined;
  for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
    if (columns === undefined) {
      columns = readHeader(record, shape, path);
      continue;
    }
    batch.push(rowOf(record, columns, info.lines));
    if (batch.length >= batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (fatal !== undefined) throw fatal;
  if (columns === undefined) {
    throw new DataError([createDiagnostic("data/no-header", spanInData(path, 1, ""), { path })]);
  }
  if (batch.length > 0) yield batch;
}

function rowOf(cells: readonly string[], columns: readonly CsvColumn[], line: number): RawRow {
  if (cells.length !== columns.length) {
    const problem = `the row has ${cells.length} cells, and the header has ${columns.length}`;
    return { line, problem, text: excerpt(cells.join(",")) };
  }
  const value: Record<string, unknown> = {};
  for (let i = 0; i < cells.length; i++) {
    const column = columns[i];
    if (column === null || column === undefined) continue;
    const content = column.read(cells[i] ?? "");
    if (column.key === "__proto__") {
      Object.defineProperty(value, column.key, { value: content, enumerable: true });
    } else value[column.key] = content;
  }
  return { line, value };
}

async function* decoded(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let line = 1;
  try {
    for await (const chunk of chunks) {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== "") yield text;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) line++;
    }
    decoder.decode();
  } catch (error) {
    const invalid = systemErrorCode(error) === "ERR_ENCODING_INVALID_ENCODED_DATA";
    throw invalid ? notUtf8(path, line) : error;
  }
}

function csvProblem(message: string): string {
  return `not CSV: ${message.charAt(0).toLowerCase()}${message.slice(1).split("\n")[0] ?? ""}`;
}

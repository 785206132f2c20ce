import type { MatrixModule } from "./spec-module.js";
import { npyHeader } from "./npy-header.js";
import type { ReplacedFile } from "./replace-file.js";
import type { ComputedRow, RejectedRow } from "./row.js";
import type { Sink } from "./sink.js";

export interface NpyTarget {
  readonly matrix: MatrixModule;
  readonly matrixName: string;
  readonly specName: string;
  readonly file: ReplacedFile;
  /** `FILE.json`: what the columns mean, and the fingerprint that a model is checked against. */
  readonly side: ReplacedFile;
}

/** A matrix that `numpy.load` reads. A row with a cell that the dtype cannot hold is rejected. */
export function createNpySink(target: NpyTarget): Sink {
  const { matrix, matrixName, specName, file, side } = target;
  const { columns, dtype, fingerprint } = matrix;
  let rowCount = 0;
  file.write(npyHeader(dtype, 0, columns.length));
  return {
    write: (rows) => {
      const encoded = encodeRows(matrix, rows);
      for (const data of encoded.parts) file.write(data);
      rowCount += rows.length - encoded.rejected.length;
      return encoded.rejected;
    },
    finish: async () => {
      file.writeAt(npyHeader(dtype, rowCount, columns.length), 0);
      const about = {
        spec: specName,
        matrix: matrixName,
        fingerprint,
        dtype,
        shape: [rowCount, columns.length],
        columns,
      };
      side.write(`${JSON.stringify(about, null, 2)}\n`);
      // The side file first: a matrix never stands there without its fingerprint.
      await side.commit();
      await file.commit();
    },
    discard: async () => {
      await side.discard();
      await file.discard();
    },
  };
}

interface EncodedRows {
  readonly parts: readonly Uint8Array[];
  readonly rejected: readonly RejectedRow[];
}

function encodeRows(matrix: MatrixModule, rows: readonly ComputedRow[]): EncodedRows {
  try {
    return { parts: [encode(matrix, rows)], rejected: [] };
  } catch (error) {
    if (!isMatrixError(error)) throw error;
  }
  // Some row does not fit: row by row, to find out which.
  const parts: Uint8Array[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    try {
      parts.push(encode(matrix, [row]));
    } catch (error) {
      if (!isMatrixError(error)) throw error;
      const message = error.message.replace(/^row 0, /, "");
      const issue = { code: "matrix", path: [error.feature], message };
      rejected.push({ line: row.line, issues: [issue], input: row.raw });
    }
  }
  return { parts, rejected };
}

function encode(matrix: MatrixModule, rows: readonly ComputedRow[]): Uint8Array {
  const { data } = matrix.encode(rows.map((row) => row.features));
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** By name: the generated module may load its own copy of the runtime. */
function isMatrixError(error: unknown): error is Error & { readonly feature: string } {
  return error instanceof Error && error.name === "MatrixError" && "feature" in error;
}

import { spanOf } from "../../base/source.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { createDiagnostic } from "../../diagnostics/registry.js";
import { nearest } from "../../diagnostics/suggest.js";
import { DataError } from "../failures.js";
import { cellReader } from "./csv-cell.js";
import type { CellReader } from "./csv-cell.js";
import type { RecordShape } from "./record-shape.js";

/** Where the cells of a column go; null for a column that the spec ignores. */
export type CsvColumn = { readonly key: string; readonly read: CellReader } | null;

/** Finds the field of each column by the producer's key. Throws a DataError with everything that is wrong. */
export function readHeader(
  cells: readonly string[],
  shape: RecordShape,
  path: string,
): readonly CsvColumn[] {
  const fields = new Map(shape.fields.map((field) => [field.key, field]));
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const file = { path, text: cells.join(",") };
  let offset = 0;
  const columns = cells.map((cell): CsvColumn => {
    const span = spanOf(file, offset, offset + cell.length);
    offset += cell.length + 1;
    const field = fields.get(cell);
    if (field === undefined) {
      if (shape.unknownFields === "reject") {
        const suggestion = nearest(cell, [...fields.keys()]);
        diagnostics.push(
          createDiagnostic("data/unknown-column", span, { column: cell, suggestion }),
        );
      }
      return null;
    }
    if (seen.has(cell)) {
      diagnostics.push(createDiagnostic("data/duplicate-column", span, { column: cell }));
    }
    seen.add(cell);
    return { key: field.key, read: cellReader(field) };
  });
  for (const field of shape.fields) {
    if (seen.has(field.key) || field.optional || shape.mayBeAbsent.has(field.name)) continue;
    const span = spanOf(file, 0, file.text.length);
    diagnostics.push(createDiagnostic("data/missing-column", span, { field: field.key }));
  }
  if (diagnostics.length > 0) throw new DataError(diagnostics);
  return columns;
}

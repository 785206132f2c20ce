import { encodeMatrix } from "../interpret/encode-matrix.js";
import { evaluateProgram } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import type { Matrix } from "../ir/program.js";
import { readRelated, unrelated } from "../prove/related.js";
import type { RelatedChanges } from "../prove/related.js";
import type { RowSource } from "./row-source.js";
import { describeChanges } from "./step-rows.js";
import type { StepRow } from "./step-rows.js";

/** A row that tests a matrix, with the cells that the interpreter gives it. */
export interface MatrixRow {
  readonly title: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly related: RelatedChanges;
  readonly cells: readonly number[];
}

const rowsPerMatrix = 12;

/** The default row, then rows of the features that the matrix accepts, one of each feature in turn. */
export function matrixRows(
  matrix: Matrix,
  source: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
): readonly MatrixRow[] {
  const { program, defaults } = source;
  const rows: MatrixRow[] = [];
  const most = matrix.columns.length > 200 ? 2 : rowsPerMatrix;
  for (const { title, changes, related } of sampleRows(source, rowsByFeature)) {
    if (rows.length >= most) break;
    const sources = readRelated(program, related, source.usual);
    const read = readInput(program, { ...defaults.json, ...changes });
    if ("issues" in read || sources === undefined) continue;
    const result = evaluateProgram(program, read.input, defaults.asOf, sources);
    const cells = result.rejected === null ? encodeMatrix(program, matrix, result) : undefined;
    if (cells !== undefined) rows.push({ title, changes, related, cells });
  }
  return rows;
}

interface SampleRow {
  readonly title: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly related: RelatedChanges;
}

/** The default row, then the rows of the features, one of each in turn. */
function sampleRows(
  { program, defaults }: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
): readonly SampleRow[] {
  const seen = new Set<string>();
  const samples: SampleRow[] = [];
  const add = (
    changes: Readonly<Record<string, unknown>>,
    related: RelatedChanges,
    place: string,
  ): void => {
    const id = JSON.stringify([changes, related]);
    if (seen.has(id)) return;
    seen.add(id);
    samples.push({ title: `has these cells ${place}`, changes, related });
  };
  add({}, unrelated, describeChanges(program, {}, null));
  const byFeature = [...rowsByFeature.values()].slice(0, rowsPerMatrix);
  for (let turn = 0; turn < 3; turn += 1) {
    for (const rows of byFeature) {
      const row = rows[turn];
      if (row !== undefined && row.asOf === defaults.asOf) add(row.changes, row.related, row.place);
    }
  }
  return samples;
}

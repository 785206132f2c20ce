import { encodeMatrix } from "../interpret/encode-matrix.js";
import { evaluateProgram } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { landmarksOf } from "../ir/landmarks.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import type { Matrix, Program } from "../ir/program.js";
import { mutantsOfMatrix } from "../mutants/program-mutants.js";
import { readRelated, unrelated } from "../prove/related.js";
import type { RelatedChanges } from "../prove/related.js";
import { sameValue } from "../types/same-value.js";
import { describeChanges } from "./describe-changes.js";
import { fieldChanges, jsonOfChanges } from "./row-source.js";
import type { RowSource } from "./row-source.js";
import type { StepRow } from "./row-selection.js";

/** A row that tests a matrix, with the cells that the interpreter gives it. */
export interface MatrixRow {
  readonly title: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly related: RelatedChanges;
  readonly cells: readonly number[];
}

/** Rows kept whatever they kill. */
const fewest = 4;
const most = 24;

/**
 * The default row, then rows that accept the matrix: the first few, and each that kills a mutant of the matrix
 * which none before it kills, or has a cell that is 0 for the first time, or is not.
 */
export function matrixRows(
  matrix: Matrix,
  source: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
): readonly MatrixRow[] {
  const { program, defaults } = source;
  const isLarge = matrix.columns.length > 200;
  const rows: MatrixRow[] = [];
  const seen = new Set<string>();
  let living = isLarge
    ? []
    : mutantsOfMatrix(program, matrix).flatMap((mutant) =>
        mutant.program.matrices.filter(({ name }) => name === matrix.name),
      );
  for (const { place, changes, related } of sampleRows(matrix, source, rowsByFeature)) {
    if (rows.length >= (isLarge ? 2 : most)) break;
    const sources = readRelated(program, related, source.usual);
    const read = readInput(program, { ...defaults.json, ...changes });
    if ("issues" in read || sources === undefined) continue;
    const result = evaluateProgram(program, read.input, defaults.asOf, sources);
    const cells = result.rejected === null ? encodeMatrix(program, matrix, result) : undefined;
    if (cells === undefined) continue;
    const left = living.filter((one) =>
      sameValue(encodeMatrix(program, one, result), cells, program.math),
    );
    const signs = cells.map((cell, i) => `${i} ${cell === 0}`).filter((sign) => !seen.has(sign));
    const isNew = left.length < living.length || (!isLarge && signs.length > 0);
    living = left;
    if (!isNew && rows.length >= fewest) continue;
    for (const sign of signs) seen.add(sign);
    rows.push({ title: `has these cells ${place}`, changes, related, cells });
  }
  return rows;
}

interface SampleRow {
  readonly place: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly related: RelatedChanges;
}

/** The default row, then the rows of the features, one of each in turn, then fields where the columns can turn. */
function* sampleRows(
  matrix: Matrix,
  source: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
): Generator<SampleRow> {
  const { program, defaults } = source;
  yield { place: describeChanges(program, {}, null), changes: {}, related: unrelated };
  const features = [...rowsByFeature.values()];
  const longest = Math.max(0, ...features.map(({ length }) => length));
  for (let turn = 0; turn < longest; turn += 1) {
    for (const rows of features) {
      const row = rows[turn];
      if (row !== undefined && row.asOf === defaults.asOf) yield row;
    }
  }
  for (const changes of changesFor(matrix, program, source)) {
    yield { place: describeChanges(program, changes, null), changes, related: unrelated };
  }
}

function* changesFor(
  { columns }: Matrix,
  program: Program,
  source: RowSource,
): Generator<Readonly<Record<string, unknown>>> {
  const formulas = columns.map(({ formula }) => formula);
  const { fields, steps } = dependenciesOf(program, formulas);
  const landmarks = landmarksOf([...formulas, ...steps.flatMap(formulasOf)]);
  const read = dependenciesOf(program, steps.flatMap(formulasOf));
  for (const name of new Set([...fields, ...read.fields])) {
    for (const field of program.input.filter((one) => one.name === name)) {
      for (const change of fieldChanges(field, landmarks, source)) yield jsonOfChanges([change]);
    }
  }
}

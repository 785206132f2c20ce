import { noSources } from "./source-data.js";
import { assertNever } from "../base/assert.js";
import type { Matrix, MatrixDtype, Program } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { evaluateExpr } from "./evaluate-expr.js";
import type { RowResult } from "./evaluate-program.js";

/**
 * The cells of a row, one per name of `cells` of each column, rounded to the dtype; undefined where the matrix
 * cannot hold one of them: it is missing with `missing: reject`, or outside what the dtype can hold.
 */
export function encodeMatrix(
  _program: Program,
  matrix: Matrix,
  result: RowResult,
): readonly number[] | undefined {
  const row = {
    input: {},
    sources: noSources,
    asOf: 0,
    steps: result.steps,
    outputs: {},
    locals: new Map(),
  };
  const cells: number[] = [];
  for (const column of matrix.columns) {
    const value = evaluateExpr(column.formula, row);
    for (const cell of cellsOf(value, column.cells.length)) {
      const stored = cell === null ? storedMissing(matrix) : storedCell(cell, matrix.dtype);
      if (stored === undefined) return undefined;
      cells.push(stored);
    }
  }
  return cells;
}

/** A missing vector has only missing cells. */
function cellsOf(value: Value, width: number): readonly Value[] {
  if (value === null) return Array.from({ length: width }, () => null);
  return isList(value) ? value : [value];
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function storedMissing({ missing, dtype }: Matrix): number | undefined {
  if (missing === "reject") return undefined;
  if (missing === "nan") return Number.NaN;
  return storedCell(missing, dtype);
}

function storedCell(value: Value, dtype: MatrixDtype): number | undefined {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "number") return undefined;
  switch (dtype) {
    case "float64":
      return Number.isFinite(value) ? value + 0 : undefined;
    case "float32": {
      const rounded = Math.fround(value);
      return Number.isFinite(rounded) ? rounded + 0 : undefined;
    }
    case "int32":
      return wholeWithin(value, -(2 ** 31), 2 ** 31 - 1);
    case "uint8":
      return wholeWithin(value, 0, 255);
    default:
      return assertNever(dtype);
  }
}

function wholeWithin(value: number, low: number, high: number): number | undefined {
  return Number.isInteger(value) && value >= low && value <= high ? value + 0 : undefined;
}

import { FingerprintError, MatrixError } from "./errors.js";

/** Rows and columns in one array, row after row: cell (r, c) is `data[r * columns + c]`. */
export interface Matrix<A> {
  readonly data: A;
  readonly shape: readonly [rows: number, columns: number];
}

export type MatrixDtype = "float64" | "float32" | "int32" | "uint8";

// Each `…Cell` returns the number to store in an array of its dtype, never -0, or throws a
// MatrixError; bools are 0 and 1. The checks stay small enough to be inlined, all else is in one cold function.

/** A finite number. */
export function float64Cell(
  value: unknown,
  row: number,
  column: string | number,
  feature: string,
): number {
  if (typeof value === "number" && value - value === 0) return value + 0;
  return boolOrRefuse("float64", value, row, column, feature);
}

/** A finite number that binary32 can hold, rounded to it. */
export function float32Cell(
  value: unknown,
  row: number,
  column: string | number,
  feature: string,
): number {
  if (typeof value === "number") {
    const rounded = Math.fround(value);
    if (rounded - rounded === 0) return rounded + 0;
  }
  return boolOrRefuse("float32", value, row, column, feature);
}

/** A whole number from -2^31 to 2^31 - 1. */
export function int32Cell(
  value: unknown,
  row: number,
  column: string | number,
  feature: string,
): number {
  if (typeof value === "number" && (value | 0) === value) return value | 0;
  return boolOrRefuse("int32", value, row, column, feature);
}

/** A whole number from 0 to 255. */
export function uint8Cell(
  value: unknown,
  row: number,
  column: string | number,
  feature: string,
): number {
  if (typeof value === "number" && (value & 255) === value) return value & 255;
  return boolOrRefuse("uint8", value, row, column, feature);
}

/** Throws a FingerprintError unless both are equal; `what` names the part that has `actual`. */
export function checkFingerprint(expected: string, actual: string, what: string): void {
  if (expected !== actual) throw new FingerprintError(expected, actual, what);
}

function boolOrRefuse(
  dtype: MatrixDtype,
  value: unknown,
  row: number,
  column: string | number,
  feature: string,
): number {
  if (value === true) return 1;
  if (value === false) return 0;
  throw new MatrixError(row, column, feature, value, reasonOf(dtype, value));
}

function reasonOf(dtype: MatrixDtype, value: unknown): string {
  if (value === null) return "is missing, and the matrix has no value for that";
  if (typeof value !== "number") return "is not a number";
  if (value - value !== 0) return "is not finite";
  switch (dtype) {
    case "int32":
    case "uint8":
      return Math.trunc(value) === value
        ? `is outside what ${dtype} can hold`
        : `has a fraction, which ${dtype} cannot hold`;
    case "float32":
    case "float64":
      return `is outside what ${dtype} can hold`;
  }
}

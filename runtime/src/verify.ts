import { InputError, MatrixError, RejectedRowError, VerificationError } from "./errors.js";
import type { Issue } from "./issues.js";
import { describeReceived } from "./received.js";

/** A row whose results are known, as errors speak of it. */
export interface VerifiedRow {
  readonly spec: string;
  /** What distinguishes it, such as `where income is 0`. */
  readonly words: string;
  /** Features, decisions and columns that are made from personal data. */
  readonly personal: readonly string[];
  /** Numbers agree in so many significant digits; in every bit where it is absent. */
  readonly digits?: number;
}

/** Throws unless each expected value is the one found under its name. */
export function verifyValues(
  row: VerifiedRow,
  expected: Readonly<Record<string, unknown>>,
  found: object,
): void {
  const values = new Map<string, unknown>(Object.entries(found));
  for (const [name, value] of Object.entries(expected)) {
    if (!isSame(value, values.get(name), row.digits)) {
      throw differing(row, name, valueText(value), valueText(values.get(name)));
    }
  }
}

/** Throws unless a row of a matrix has exactly these cells. */
export function verifyCells(
  row: VerifiedRow,
  columns: readonly string[],
  expected: readonly number[],
  found: ArrayLike<number>,
): void {
  const width = Math.max(expected.length, found.length);
  for (let at = 0; at < width; at += 1) {
    if (!isSame(expected[at], found[at], row.digits)) {
      const name = columns[at] ?? `column ${at}`;
      throw differing(row, name, valueText(expected[at]), valueText(found[at]));
    }
  }
}

/** Throws unless these are the codes and paths of the issues. */
export function verifyIssues(
  row: VerifiedRow,
  expected: readonly string[],
  found: readonly Issue[],
): void {
  const codes = found.map(({ code, path }) => `${code} ${path.join(".")}`);
  if (!isSame(expected, codes)) {
    throw differing(row, "the contract", verdict(expected), verdict(codes));
  }
}

/**
 * What `compute` returns, or undefined where it refuses the row as expected: `refusal` is the feature that a
 * RejectedRowError names, or `a matrix` for a MatrixError, and null where nothing is refused.
 */
export function verifyOutcome<T>(
  row: VerifiedRow,
  what: string,
  refusal: string | null,
  compute: () => T,
): T | undefined {
  let value: T;
  try {
    value = compute();
  } catch (error) {
    const found = refusalText(error);
    if (refusal !== null && found === refusedText(refusal)) return undefined;
    throw differing(row, what, refusal === null ? "computed" : refusedText(refusal), found);
  }
  if (refusal === null) return value;
  throw differing(row, what, refusedText(refusal), "computed");
}

function differing(
  row: VerifiedRow,
  name: string,
  expected: string,
  found: string,
): VerificationError {
  return row.personal.includes(name)
    ? new VerificationError(row.spec, name, row.words, undefined, undefined)
    : new VerificationError(row.spec, name, row.words, expected, found);
}

function refusedText(refusal: string): string {
  return refusal === "a matrix" ? "refused by the matrix" : `rejected by ${refusal}`;
}

/** The message of an error may hold values. */
function refusalText(error: unknown): string {
  if (error instanceof RejectedRowError) return refusedText(error.feature);
  if (error instanceof MatrixError) return refusedText("a matrix");
  if (error instanceof InputError) return "refused by a contract";
  return error instanceof Error ? `an error of the kind ${error.name}` : "an error";
}

function verdict(codes: readonly string[]): string {
  return codes.length === 0 ? "admitted" : `refused: ${codes.join(", ")}`;
}

/** As `describeReceived`, and the elements of a list. */
function valueText(value: unknown): string {
  if (!Array.isArray(value)) return describeReceived(value);
  const items: readonly unknown[] = value;
  return `[${items.map((item) => describeReceived(item)).join(", ")}]`;
}

function isSame(expected: unknown, found: unknown, digits?: number): boolean {
  if (Object.is(expected, found)) return true;
  if (Array.isArray(expected) && Array.isArray(found)) {
    const others: readonly unknown[] = found;
    return (
      expected.length === others.length &&
      expected.every((item, at) => isSame(item, others[at], digits))
    );
  }
  if (digits === undefined || typeof expected !== "number" || typeof found !== "number") {
    return false;
  }
  return isNear(expected, found, digits);
}

/** The same to so many digits; near 0 absolutely. */
function isNear(expected: number, found: number, digits: number): boolean {
  if (expected === 0) return Math.abs(found) < 5e-16;
  const unit = Number(`1e-${digits}`);
  return Math.abs(found - expected) < Math.max(Math.abs(expected), 1e-3) * unit;
}

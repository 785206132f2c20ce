import type { Issue } from "./issues.js";
import { describeReceived } from "./received.js";

/** An input that the contract does not admit; the message has every listed issue on a line. */
export class InputError extends Error {
  override readonly name = "InputError";
  /** At least one. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((one) => one.message).join("\n"));
    this.issues = issues;
  }
}

/** A row for which a feature with `outside: reject` left its range. */
export class RejectedRowError extends Error {
  override readonly name = "RejectedRowError";
  readonly feature: string;
  /** Undefined where it is made from personal data. */
  readonly value: unknown;
  /** As the spec has it, such as `[0, 5]`. */
  readonly range: string;

  constructor(feature: string, value: unknown, range: string) {
    const shown = value === undefined ? "is" : `is ${describeReceived(value)},`;
    super(`feature ${feature} ${shown} outside its range ${range}`);
    this.feature = feature;
    this.value = value;
    this.range = range;
  }
}

/** A cell that a matrix cannot hold. */
export class MatrixError extends Error {
  override readonly name = "MatrixError";
  /** Position of the row in the batch, from 0. */
  readonly row: number;
  /** Name of the column, or its position from 0. */
  readonly column: string | number;
  readonly feature: string;
  readonly value: unknown;
  /** Why not, such as `is not finite`. */
  readonly reason: string;

  constructor(
    row: number,
    column: string | number,
    feature: string,
    value: unknown,
    reason: string,
  ) {
    const place = `row ${row}, column ${column}, feature ${feature}`;
    super(`${place}: ${describeReceived(value)} ${reason}`);
    this.row = row;
    this.column = column;
    this.feature = feature;
    this.value = value;
    this.reason = reason;
  }
}

/** Two parts of a pipeline that were not made from the same contract. */
export class FingerprintError extends Error {
  override readonly name = "FingerprintError";
  readonly expected: string;
  readonly actual: string;

  constructor(expected: string, actual: string, what: string) {
    super(`${what} has the fingerprint ${actual}, but this code was built for ${expected}`);
    this.expected = expected;
    this.actual = actual;
  }
}

/** A row for which this machine, engine or build computes something else than the reference. */
export class VerificationError extends Error {
  override readonly name = "VerificationError";
  /** Name of the spec. */
  readonly spec: string;
  /** The feature, decision or column that differs, or `the contract`. */
  readonly feature: string;
  /** What distinguishes the row, such as `where income is 0`. */
  readonly row: string;
  /** As a short text; undefined where it is made from personal data. */
  readonly expected: string | undefined;
  /** As a short text; undefined where it is made from personal data. */
  readonly found: string | undefined;

  constructor(
    spec: string,
    feature: string,
    row: string,
    expected: string | undefined,
    found: string | undefined,
  ) {
    const values =
      expected === undefined || found === undefined
        ? "is not what it must be"
        : `is ${found} and must be ${expected}`;
    super(`${spec}: ${feature} ${values}, ${row}`);
    this.spec = spec;
    this.feature = feature;
    this.row = row;
    this.expected = expected;
    this.found = found;
  }
}

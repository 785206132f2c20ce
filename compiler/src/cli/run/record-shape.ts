import type { FieldContract, Program, TableSource } from "../../ir/program.js";

/** What the records of one file of data hold: the columns of a CSV file are read by it. */
export interface RecordShape {
  readonly fields: readonly FieldContract[];
  readonly unknownFields: "reject" | "ignore";
  /** Names of fields that a file need not have, though they are not optional. */
  readonly mayBeAbsent: ReadonlySet<string>;
}

/** Labels are present only in training data. */
export function inputShape(program: Program): RecordShape {
  const { input, unknownFields, labels } = program;
  return { fields: input, unknownFields, mayBeAbsent: new Set(labels) };
}

export function sourceShape({ fields }: TableSource, { unknownFields }: Program): RecordShape {
  return { fields, unknownFields, mayBeAbsent: new Set() };
}

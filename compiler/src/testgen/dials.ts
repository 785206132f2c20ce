import { wireForm } from "../interpret/wire-form.js";
import type { Landmarks } from "../ir/landmarks.js";
import type { FieldContract, TableSource } from "../ir/program.js";
import { candidateValues, timestampCandidates } from "../prove/candidates.js";
import type { Value } from "../types/value.js";
import type { RowSetting } from "./row-setting.js";
import { readsAs } from "./row-source.js";

/** A number of a row that can be turned. */
export interface Dial {
  /** Values between which to look for others, in ascending order. */
  readonly values: readonly number[];
  /** What the values are whole multiples of; null for numbers. */
  readonly grid: number | null;
  /** Undefined where the contract does not admit the value, or the producer's format cannot say it. */
  readonly turned: (row: RowSetting, value: number) => RowSetting | undefined;
}

const mostValues = 24;

/** Of a number, a date or a timestamp of the input; undefined for other fields. */
export function inputDial(field: FieldContract, landmarks: Landmarks): Dial | undefined {
  return dialOf(field, landmarks, (row, value, json) => ({
    ...row,
    input: { ...row.input, [field.name]: value },
    changes: { ...row.changes, [field.key]: json },
  }));
}

/** Of a field of a table, which has a record then. */
export function tableDial(
  { name }: TableSource,
  field: FieldContract,
  landmarks: Landmarks,
): Dial | undefined {
  return dialOf(field, landmarks, (row, _, json) => {
    const { tables } = row.related;
    const record = { ...tables[name], [field.key]: json };
    return { ...row, related: { ...row.related, tables: { ...tables, [name]: record } } };
  });
}

/** Of an output of the model. */
export function outputDial(field: FieldContract, landmarks: Landmarks): Dial | undefined {
  return dialOf(field, landmarks, (row, value) => ({
    ...row,
    outputs: { ...row.outputs, [field.name]: value },
  }));
}

/** Of the moment of the prediction, where the caller says it. */
export function momentDial(landmarks: Landmarks): Dial {
  return {
    values: ascending(timestampCandidates(landmarks.timestamps)),
    grid: 1,
    turned: (row, value) => ({ ...row, asOf: value }),
  };
}

function dialOf(
  field: FieldContract,
  landmarks: Landmarks,
  turn: (row: RowSetting, value: number, json: unknown) => RowSetting,
): Dial | undefined {
  const { kind } = field.type;
  if (kind !== "number" && kind !== "int" && kind !== "date" && kind !== "timestamp") {
    return undefined;
  }
  return {
    values: ascending(candidateValues(field, landmarks)),
    grid: kind === "number" ? null : gridOf(field),
    turned: (row, value) => {
      if (!isWithin(field, value)) return undefined;
      const json = wireForm(field, value);
      return json !== undefined && readsAs(field, json, value) ? turn(row, value, json) : undefined;
    },
  };
}

/** A pattern without milliseconds says less than a timestamp. */
function gridOf({ type, format }: FieldContract): number {
  if (type.kind !== "timestamp") return 1;
  if (format.kind === "epoch_s") return 1_000;
  if (format.kind !== "patterns") return 1;
  const fields = format.patterns[0]?.steps.map(({ field }) => field) ?? [];
  if (fields.includes("fraction")) return 1;
  if (fields.includes("second")) return 1_000;
  if (fields.includes("minute")) return 60_000;
  return fields.includes("hour") || fields.includes("hour12") ? 3_600_000 : 86_400_000;
}

function ascending(values: readonly Value[]): readonly number[] {
  const numbers = values.filter((value) => typeof value === "number");
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const skip = Math.max(1, Math.ceil(sorted.length / mostValues));
  return sorted.filter((_, i) => i % skip === 0 || i === sorted.length - 1);
}

function isWithin({ range }: FieldContract, value: number): boolean {
  const { low, high } = range ?? { low: null, high: null };
  return (low === null || value >= low) && (high === null || value <= high);
}

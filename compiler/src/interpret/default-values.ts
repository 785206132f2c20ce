import { assertNever } from "../base/assert.js";
import type { FieldContract } from "../ir/program.js";
import { sampleMatchOfLength } from "../pattern/compile-pattern.js";
import { boundsOfDates, boundsOfTimestamps } from "../types/interval.js";
import type { Value } from "../types/value.js";
import { roundNumber } from "./round-number.js";

/** 2024-01-15, a Monday, and its noon in UTC. */
export const usualDate = 19_737;
export const usualMoment = 1_705_320_000_000;

const millisPerDay = 86_400_000;
const longestSample = 10_000;

/** Numbers and texts that formulas compare with. */
export interface Landmarks {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

export const noLandmarks: Landmarks = { numbers: [], texts: [] };

/** Values in the form of formulas, the most usual first, that suit a field's contract. */
export function usualValues(field: FieldContract, landmarks: Landmarks): readonly Value[] {
  const { type } = field;
  const optional: readonly Value[] = field.optional ? [null] : [];
  switch (type.kind) {
    case "number":
    case "int":
      return [...numbersOf(field, landmarks.numbers), ...optional];
    case "date":
      return [...momentsOf(field, usualDate, 1, boundsOfDates, landmarks.numbers), ...optional];
    case "timestamp":
      return [
        ...momentsOf(field, usualMoment, millisPerDay, boundsOfTimestamps, landmarks.numbers),
        ...optional,
      ];
    case "bool":
      return [true, false, ...optional];
    case "enum":
      return [...type.values, ...optional];
    case "string":
    case "id":
      return [...textsOf(field, landmarks.texts), ...optional];
    case "list":
      return [...listsOf(field, landmarks), ...optional];
    case "record":
      return [recordOf(field.fields), ...optional];
    case "duration":
    case "vector":
    case "missing":
    case "invalid":
      return optional;
    default:
      return assertNever(type);
  }
}

function numbersOf(field: FieldContract, landmarks: readonly number[]): readonly number[] {
  const low = field.range?.low ?? null;
  const high = field.range?.high ?? null;
  const integral = field.type.kind === "int";
  const step = integral ? 1 : 0.5;
  const others = [
    ...landmarks.flatMap((value) => [value + step, value - step, value]),
    ...[1, 2, 10, 100, 1000, 0, -1],
    ...(low === null ? [] : [low + step, low]),
    ...(high === null ? [] : [high - step, high]),
  ].map((value) => (integral ? Math.round(value) : value) + 0);
  return fitting(field, [roundNumber(low, high, integral), ...others]);
}

function momentsOf(
  field: FieldContract,
  usual: number,
  day: number,
  limits: { readonly low: number; readonly high: number },
  landmarks: readonly number[],
): readonly number[] {
  const low = field.range?.low ?? null;
  const high = field.range?.high ?? null;
  const inside = Math.min(Math.max(usual, low ?? limits.low), high ?? limits.high);
  const around = [...landmarks, usual].flatMap((value) =>
    [0, 1, -1, 30, -30, 365, -365].map((days) => value + days * day),
  );
  const ends = [low, high].filter((value) => value !== null);
  const inner =
    low === null || high === null
      ? []
      : [0.5, 0.25, 0.75].map((share) => Math.round((low + (high - low) * share) / day) * day);
  return fitting(field, [inside, ...around, ...inner, ...ends]).filter(
    (value) => Number.isInteger(value) && value >= limits.low && value <= limits.high,
  );
}

function fitting({ range }: FieldContract, values: readonly number[]): readonly number[] {
  const low = range?.low ?? -Number.MAX_VALUE;
  const high = range?.high ?? Number.MAX_VALUE;
  return [...new Set(values.filter((value) => value >= low && value <= high))];
}

function textsOf(field: FieldContract, landmarks: readonly string[]): readonly string[] {
  const min = field.length?.low ?? 0;
  const max = field.length?.high ?? Math.max(min, longestSample);
  if (field.pattern !== null) {
    const { table } = field.pattern;
    const samples = [
      sampleMatchOfLength(table, Math.max(min, 1), max),
      sampleMatchOfLength(table, min, max),
    ];
    return samples.filter((sample) => sample !== undefined);
  }
  const usual = "a".repeat(Math.max(min, Math.min(1, max)));
  const others = [...landmarks, "b", ""].filter((text) => {
    const { length } = [...text];
    return length >= min && length <= max;
  });
  return [...new Set([usual, ...others])];
}

function listsOf({ items, length }: FieldContract, landmarks: Landmarks): readonly Value[] {
  if (items === null) return [[]];
  const min = length?.low ?? 0;
  const count = Math.max(min, Math.min(1, length?.high ?? 1));
  return usualValues(items, landmarks)
    .filter((value) => value !== null)
    .map((value) => Array.from({ length: count }, () => value));
}

function recordOf(fields: readonly FieldContract[]): Value {
  return Object.fromEntries(
    fields.map((field) => [field.name, usualValues(field, noLandmarks)[0] ?? null]),
  );
}

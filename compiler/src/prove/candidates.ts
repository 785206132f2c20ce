import type { Landmarks } from "../ir/landmarks.js";
import { changesToTest } from "../ir/zones.js";
import type { FieldContract } from "../ir/program.js";
import { matchesPattern, sampleMatchOfLength } from "../pattern/compile-pattern.js";
import { inputFloor } from "../types/input-floor.js";
import { domainOfType } from "../types/facts.js";
import type { Value } from "../types/value.js";

const millisPerHour = 3_600_000;

/** A leap day, the days around it, the ends of a year and a Tuesday, in days since 1970-01-01. */
const telling = [19_782, 19_781, 19_783, 19_722, 19_723, 19_737, 19_787];

/** Values of a field worth trying, human ones first; all of them satisfy its contract. */
export function candidateValues(field: FieldContract, landmarks: Landmarks): readonly Value[] {
  const missing: readonly Value[] = field.mayBeMissing ? [null] : [];
  switch (field.type.kind) {
    case "number":
    case "int":
      return [...missing, ...numberCandidates(field, landmarks.numbers)];
    case "date":
      return [...missing, ...inRange(field, dateCandidates(field, landmarks.dates))];
    case "timestamp":
      return [
        ...missing,
        ...inRange(field, timestampCandidates([...clockChanges(field), ...landmarks.timestamps])),
      ];
    case "bool":
      return [true, false, ...missing];
    case "enum":
      return [...field.type.values, ...missing];
    case "string":
    case "id":
      return [...missing, ...textCandidates(field, landmarks.texts)];
    case "list":
      return [...missing, ...listCandidates(field, landmarks)];
    case "record":
      return [...missing, ...recordCandidates(field.fields, landmarks)];
    default:
      return missing;
  }
}

/** Moments at which the clock that the producer writes by is set. */
function clockChanges({ format }: FieldContract): readonly number[] {
  if (format.kind !== "patterns" || format.zone === null) return [];
  return changesToTest(format.zone);
}

/** Of what stands inside a list or a record, at most. */
const valuesInside = 24;

/** No element, one of each kind, several, and as many as there may be. */
function listCandidates(field: FieldContract, landmarks: Landmarks): readonly Value[] {
  if (field.items === null) return [];
  const items = candidateValues(field.items, landmarks).slice(0, 2 * valuesInside);
  const [a, b, c] = items;
  if (a === undefined) return [[]];
  const second = b ?? a;
  const lists: readonly (readonly Value[])[] = [
    [],
    ...items.map((item) => [item]),
    [a, second],
    [second, a, a],
    [second, c ?? a, a, second],
    Array.from({ length: 20 }, (_, i) => items[i % items.length] ?? a),
  ];
  const { low, high } = field.length ?? { low: null, high: null };
  return lists.filter(({ length }) => length >= (low ?? 0) && length <= (high ?? length));
}

/** The first of each field, and the second, then one field at a time at another value: 0 hides what it is multiplied by. */
function recordCandidates(
  fields: readonly FieldContract[],
  landmarks: Landmarks,
): readonly Value[] {
  const options = fields.map((field) => ({ field, values: candidateValues(field, landmarks) }));
  const bases = [0, 1].map((i) =>
    Object.fromEntries(
      options.map(({ field, values }) => [field.name, values[i] ?? values[0] ?? null]),
    ),
  );
  const varied = bases.map((base) =>
    options.flatMap(({ field, values }) =>
      values.slice(1, valuesInside).map((value) => ({ ...base, [field.name]: value })),
    ),
  );
  // In turn, so that the first few are of both.
  const longest = Math.max(0, ...varied.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, i) =>
    varied.flatMap((list) => list.slice(i, i + 1)),
  );
  return [...bases, ...inTurn.flat()];
}

function around(values: readonly number[], step: number): readonly number[] {
  return values.flatMap((value) => [value, value + step, value - step]);
}

/** What a quotient overflows or leaves its range by. */
const tiny = [0.01, -0.01, 1e-6, -1e-6, inputFloor, -inputFloor];

function numberCandidates(field: FieldContract, landmarks: readonly number[]): readonly number[] {
  const step = field.type.kind === "int" ? 1 : 0.5;
  const { low, high } = endsOf(field);
  const opposites = landmarks.map((value) => -value);
  const tried = [0, 1, -1, low, high, ...around(landmarks, step), ...opposites, 2, 10, 100];
  const inner = [low / 2 + high / 2, low + step, high - step];
  const all = inRange(field, [...tried, ...inner, ...tiny, 1.2345]);
  // A number of smaller magnitude is read as 0, which the range may exclude.
  return field.type.kind === "int"
    ? all
    : all.filter((value) => value === 0 || Math.abs(value) >= inputFloor);
}

function dateCandidates(field: FieldContract, landmarks: readonly number[]): readonly number[] {
  const { low, high } = endsOf(field);
  const inner = [0.5, 0.25, 0.75].map((share) => Math.round(low + (high - low) * share));
  return [
    ...around(landmarks, 1),
    ...telling,
    ...inner,
    low,
    high,
    ...tellingNear(inner[0] ?? low),
  ];
}

const millisPerDay = 86_400_000;

/** As `telling`, in the leap year before a day, and the week that begins with the day. */
function tellingNear(day: number): readonly number[] {
  const leapYear = Math.floor(new Date(day * millisPerDay).getUTCFullYear() / 4) * 4;
  const newYear = Date.UTC(leapYear, 0, 1) / millisPerDay;
  const leapDay = Date.UTC(leapYear, 1, 29) / millisPerDay;
  const week = Array.from({ length: 7 }, (_, i) => day + i);
  return [leapDay, leapDay - 1, leapDay + 1, newYear, newYear - 1, ...week];
}

/** Each hour of a Thursday and a Saturday, midnights, the last milliseconds before them, and 12:34:56. */
export function timestampCandidates(landmarks: readonly number[]): readonly number[] {
  const days = telling.map((day) => day * 24 * millisPerHour);
  const hours = Array.from({ length: 24 }, (_, hour) => (days[0] ?? 0) + hour * millisPerHour);
  const saturday = hours.map((hour) => hour + 2 * 24 * millisPerHour);
  const uneven = (days[0] ?? 0) + 45_296_000;
  return [
    ...around(landmarks, 1),
    ...hours,
    ...days,
    ...days.map((day) => day - 1),
    ...saturday,
    uneven,
  ];
}

function endsOf(field: FieldContract): { readonly low: number; readonly high: number } {
  const limits = domainOfType(field.type);
  const [lowest, highest] =
    limits.kind === "number" ? [limits.low, limits.high] : [-Number.MAX_VALUE, Number.MAX_VALUE];
  return { low: field.range?.low ?? lowest, high: field.range?.high ?? highest };
}

function inRange(field: FieldContract, values: readonly number[]): readonly number[] {
  const { low, high } = endsOf(field);
  const integral = field.type.kind !== "number";
  const fitting = values
    .map((value) => (integral ? Math.round(value) : value) + 0)
    .filter((value) => value >= low && value <= high);
  return [...new Set(fitting)];
}

function textCandidates(field: FieldContract, landmarks: readonly string[]): readonly string[] {
  const min = field.length?.low ?? 0;
  const max = field.length?.high ?? Number.MAX_SAFE_INTEGER;
  if (field.pattern !== null) {
    return matchesOf(field.pattern.table, landmarks, min, Math.min(max, 1_000));
  }
  const longest = max <= 1_000 ? ["a".repeat(max)] : [];
  const tried = [
    ...landmarks,
    ...["", "a", "0", "12", "a b", "Ä", "😀", "a".repeat(min), ...longest],
    ...landmarks.flatMap((text) => [
      `a${text}`,
      `${text}a`,
      text.toUpperCase(),
      `b${text.toUpperCase()}`,
      ` ${text} `,
      `a${text}a`,
    ]),
    ...["A", " a ", "2024-02-29", "2024-02-29T12:34:56Z"],
  ];
  return [...new Set(tried)].filter((text) => {
    const length = [...text].length;
    return length >= min && length <= max;
  });
}

/** A match of the pattern, what formulas compare with, and the match with one character changed. */
function matchesOf(
  table: NonNullable<FieldContract["pattern"]>["table"],
  landmarks: readonly string[],
  min: number,
  max: number,
): readonly string[] {
  const sample = sampleMatchOfLength(table, min, max);
  if (sample === undefined) return [];
  const dated = `19620322${[...sample].slice(8).join("")}`;
  const others = [...landmarks, dated, ...changedOnce(sample)].filter((text) => {
    const { length } = [...text];
    return text !== sample && length >= min && length <= max && matchesPattern(table, text);
  });
  return [...new Set([sample, ...others.slice(0, mostMatches)])];
}

const mostMatches = 10;

function changedOnce(text: string): readonly string[] {
  const characters = [...text];
  return characters.flatMap((_, i) =>
    [..."BZbz19"].map((other) => characters.with(i, other).join("")),
  );
}

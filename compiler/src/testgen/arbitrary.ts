import { InputReader } from "../interpret/input-reader.js";
import { wireForm } from "../interpret/wire-form.js";
import type { Landmarks } from "../ir/landmarks.js";
import type { FieldContract } from "../ir/program.js";
import { candidateValues } from "../prove/candidates.js";
import { domainOfType } from "../types/facts.js";
import { inputFloor } from "../types/input-floor.js";

/** How a number is written down by the producer. */
export type WrittenAs = "number" | "text" | "date" | "timestamp" | "seconds";

/** What random values of a field are drawn from; each of them is one that the contract admits. */
export type Arbitrary =
  /** The first is the simplest. */
  | { readonly kind: "constants"; readonly values: readonly unknown[] }
  | {
      readonly kind: "double";
      readonly low: number | null;
      readonly high: number | null;
      readonly written: WrittenAs;
    }
  | {
      readonly kind: "integer";
      readonly low: number;
      readonly high: number;
      readonly written: WrittenAs;
    }
  /** Any Unicode, by the number of code points. */
  | { readonly kind: "text"; readonly low: number; readonly high: number }
  | {
      readonly kind: "list";
      readonly items: Arbitrary;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: "record";
      readonly entries: readonly (readonly [key: string, Arbitrary])[];
    }
  | { readonly kind: "one"; readonly of: readonly Arbitrary[] }
  /** Null as well. */
  | { readonly kind: "optional"; readonly of: Arbitrary };

/** Values around which formulas turn, taken beside random ones. */
const mostConstants = 10;
/** Longer texts and lists make rows slow and failures hard to read. */
const longest = { text: 60, list: 8 };

export function arbitraryOf(field: FieldContract, landmarks: Landmarks): Arbitrary {
  const constants: Arbitrary = { kind: "constants", values: constantsOf(field, landmarks) };
  const options = [...general(field, landmarks), constants].filter(
    (option) => option.kind !== "constants" || option.values.length > 0,
  );
  const [only] = options;
  const some: Arbitrary =
    options.length === 1 && only !== undefined ? only : { kind: "one", of: options };
  return field.optional ? { kind: "optional", of: some } : some;
}

/** Any value of the type in its range, written as the producer does. */
function general(field: FieldContract, landmarks: Landmarks): readonly Arbitrary[] {
  const { type, format, items, pattern } = field;
  switch (type.kind) {
    case "number":
      return [doubles(field, format.kind === "text" ? "text" : "number")];
    case "int":
      return integers(field, format.kind === "text" ? "text" : "number");
    case "date":
      return format.kind === "json" ? integers(field, "date") : [];
    case "timestamp":
      switch (format.kind) {
        case "json":
          return integers(field, "timestamp");
        case "epoch_ms":
          return integers(field, "number");
        case "epoch_s":
          return integers(field, "seconds");
        default:
          return [];
      }
    case "string":
    case "id": {
      if (pattern !== null) return [];
      const { low, high } = lengthsOf(field, longest.text);
      return [{ kind: "text", low, high }];
    }
    case "list": {
      if (items === null) return [];
      const { low, high } = lengthsOf(field, longest.list);
      return [{ kind: "list", items: arbitraryOf(items, landmarks), low, high }];
    }
    case "record":
      return [recordOf(field.fields, () => landmarks)];
    default:
      return [];
  }
}

export function recordOf(
  fields: readonly FieldContract[],
  landmarksOf: (field: FieldContract) => Landmarks,
): Arbitrary {
  return {
    kind: "record",
    entries: fields.map((field) => [field.key, arbitraryOf(field, landmarksOf(field))]),
  };
}

function doubles({ range, outside }: FieldContract, written: WrittenAs): Arbitrary {
  if (range === null || outside !== "reject") {
    return { kind: "double", low: null, high: null, written };
  }
  const { low, high } = range;
  // A number of smaller magnitude is read as 0, which such a range excludes.
  return {
    kind: "double",
    low: low !== null && low > 0 ? Math.max(low, inputFloor) : low,
    high: high !== null && high < 0 ? Math.min(high, -inputFloor) : high,
    written,
  };
}

/** A day or a moment that formulas most often meet, in milliseconds since 1970. */
const usual = { low: Date.UTC(2019, 0, 1), high: Date.UTC(2029, 0, 1) };
const millisPer = { date: 86_400_000, timestamp: 1, number: 1, text: 1, seconds: 1000 } as const;

/** In the whole range, and of dates and moments in the years around now. */
function integers(field: FieldContract, written: WrittenAs): readonly Arbitrary[] {
  const { range, outside, type } = field;
  const domain = domainOfType(type);
  const limits =
    domain.kind === "number"
      ? { low: domain.low, high: domain.high }
      : { low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };
  const bounds = outside === "reject" ? range : null;
  // Seconds of an epoch are generated in seconds.
  const unit = written === "seconds" ? 1000 : 1;
  const low = Math.ceil(Math.max(bounds?.low ?? limits.low, limits.low) / unit);
  const high = Math.floor(Math.min(bounds?.high ?? limits.high, limits.high) / unit);
  if (low > high) return [];
  const whole: Arbitrary = { kind: "integer", low, high, written };
  // A range at both ends says better which values are usual.
  const isBounded = bounds !== null && bounds.low !== null && bounds.high !== null;
  if (type.kind === "int" || isBounded) return [whole];
  const size = type.kind === "date" ? millisPer.date : millisPer[written];
  const near = {
    low: Math.max(low, usual.low / size),
    high: Math.min(high, usual.high / size),
  };
  return near.low > near.high
    ? [whole]
    : [{ kind: "integer", low: Math.floor(near.low), high: Math.floor(near.high), written }, whole];
}

function lengthsOf(
  { length }: FieldContract,
  most: number,
): { readonly low: number; readonly high: number } {
  const low = Math.max(0, length?.low ?? 0);
  return { low, high: Math.max(low, Math.min(length?.high ?? most, most)) };
}

/** Values around which formulas turn, sentinels, and what `invalid` excuses. */
function constantsOf(field: FieldContract, landmarks: Landmarks): readonly unknown[] {
  const values = candidateValues(field, landmarks)
    .filter((value) => value !== null)
    .slice(0, mostConstants)
    .map((value) => wireForm(field, value));
  const varied = field.pattern === null ? [] : values.flatMap(variants).slice(0, mostConstants);
  const excused = field.invalid === "reject" ? [] : [field.type.kind === "bool" ? [] : false];
  const seen = new Set<string>();
  return [...values, ...varied, ...field.missingValues, ...excused].filter((value) => {
    const id = JSON.stringify(value);
    if (value === undefined || seen.has(id) || !isAdmitted(field, value)) return false;
    seen.add(id);
    return true;
  });
}

/** The text with one character replaced: some still match the pattern. */
function variants(text: unknown): readonly string[] {
  if (typeof text !== "string") return [];
  const units = [...text].slice(0, 4);
  return units.flatMap((_, at) =>
    [..."B9zé"].map((other) => [...text].map((unit, i) => (i === at ? other : unit)).join("")),
  );
}

/** By the reference, whatever the wire form made of the value. */
function isAdmitted(field: FieldContract, value: unknown): boolean {
  const reader = new InputReader(true);
  reader.readValue(field, value);
  return reader.issues.length === 0;
}

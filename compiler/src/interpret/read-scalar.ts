import { assertNever, internalError } from "../base/assert.js";
import { readDate, readNumber, readTimestamp } from "../functions/read-text.js";
import type { FieldContract, WireFormat } from "../ir/program.js";
import { boundsOfTimestamps } from "../types/interval.js";
import type { PresentValue } from "../types/value.js";
import { readByPattern } from "./read-by-pattern.js";

const millisPerDay = 86_400_000;
/** A smaller number is read as 0, so that a guard `> 0` suffices for a division. */
const smallestNumber = 1e-100;

/** A value in the form of formulas, or undefined where it is not of the field's type and format. */
export function readScalar(field: FieldContract, raw: unknown): PresentValue | undefined {
  const { format } = field;
  switch (format.kind) {
    case "json":
      return readJsonForm(field, raw);
    case "text":
      return typeof raw === "string" ? readTextForm(field, raw) : undefined;
    case "epoch_s":
      return typeof raw === "number" ? instant(Math.floor(raw * 1000)) : undefined;
    case "epoch_ms":
      return typeof raw === "number" ? instant(Math.floor(raw)) : undefined;
    case "patterns":
      return typeof raw === "string" ? readPatterns(field, format, raw) : undefined;
    default:
      return assertNever(format);
  }
}

function readJsonForm({ type, name }: FieldContract, raw: unknown): PresentValue | undefined {
  switch (type.kind) {
    case "number":
      return typeof raw === "number" && Number.isFinite(raw) ? plainNumber(raw) : undefined;
    case "int":
      return typeof raw === "number" && Number.isSafeInteger(raw) ? raw + 0 : undefined;
    case "bool":
      return typeof raw === "boolean" ? raw : undefined;
    case "string":
    case "enum":
      return isText(raw) ? raw : undefined;
    case "id":
      if (typeof raw === "number" && Number.isSafeInteger(raw)) return String(raw);
      return isText(raw) ? raw : undefined;
    case "date":
      return typeof raw === "string" ? (readDate(raw) ?? undefined) : undefined;
    case "timestamp":
      return typeof raw === "string" ? (readTimestamp(raw) ?? undefined) : undefined;
    case "duration":
    case "list":
    case "record":
    case "vector":
    case "missing":
    case "invalid":
      return internalError(`the field ${name} is no scalar: ${type.kind}`);
    default:
      return assertNever(type);
  }
}

/** Numbers, ints (also `260.0`) and bools written as text. */
function readTextForm({ type, name }: FieldContract, raw: string): PresentValue | undefined {
  const number = readNumber(raw);
  switch (type.kind) {
    case "number":
      return number === null ? undefined : plainNumber(number);
    case "int":
      return number !== null && Number.isSafeInteger(number) ? number + 0 : undefined;
    case "bool":
      return raw === "true" ? true : raw === "false" ? false : undefined;
    default:
      return internalError(`the field ${name} cannot be written as text: ${type.kind}`);
  }
}

/** The first pattern that fits; of a date the day alone counts. */
function readPatterns(
  { type }: FieldContract,
  { patterns, pivot, zone }: Extract<WireFormat, { readonly kind: "patterns" }>,
  raw: string,
): number | undefined {
  for (const { steps } of patterns) {
    const millis = readByPattern(raw, steps, pivot, zone);
    if (millis !== null) return type.kind === "date" ? Math.floor(millis / millisPerDay) : millis;
  }
  return undefined;
}

function plainNumber(value: number): number {
  return Math.abs(value) < smallestNumber ? 0 : value;
}

function instant(millis: number): number | undefined {
  const { low, high } = boundsOfTimestamps;
  return millis >= low && millis <= high ? millis + 0 : undefined;
}

/** Unicode text: no half of a surrogate pair stands alone. */
function isText(raw: unknown): raw is string {
  return typeof raw === "string" && !/\p{Surrogate}/u.test(raw);
}

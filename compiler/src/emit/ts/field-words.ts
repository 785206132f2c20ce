import { dateText } from "@featc/runtime";
import { assertNever } from "../../base/assert.js";
import type { Bounds, FieldContract } from "../../ir/program.js";
import type { Type } from "../../types/type.js";

/** What the contract wants of a value, in the words of an issue: `an int from 18 to 120`. */
export function expectedWords(contract: FieldContract): string {
  const parts = [typeWords(contract)];
  if (contract.range !== null) parts.push(rangeWords(contract.range, contract.type));
  if (contract.length !== null) parts.push(lengthWords(contract));
  if (contract.pattern !== null) parts.push(`matching /${contract.pattern.text}/`);
  return parts.join(" ");
}

/** The type and how it is written. */
export function typeWords(contract: FieldContract): string {
  const { type, format } = contract;
  switch (format.kind) {
    case "text":
      return `${nounOf(type)} written as text`;
    case "epoch_s":
      return "a timestamp in seconds since 1970";
    case "epoch_ms":
      return "a timestamp in milliseconds since 1970";
    case "patterns":
      return `a ${type.kind} as ${format.patterns.map(({ text }) => text).join(" or ")}`;
    case "json":
      return nounOf(type);
    default:
      return assertNever(format);
  }
}

function nounOf(type: Type): string {
  switch (type.kind) {
    case "number":
      return "a number";
    case "int":
      return "an int";
    case "bool":
      return "true or false";
    case "string":
      return "a text";
    case "id":
      return "a text or an int";
    case "timestamp":
      return "a timestamp such as 2020-01-31T10:00:00Z";
    case "date":
      return "a date such as 2020-01-31";
    case "enum":
      return enumWords(type.values);
    case "list":
      return "a list";
    case "record":
      return "an object";
    default:
      return type.kind;
  }
}

const shownValues = 20;

/** `"a"`; `one of "a", "b"`; long lists are cut. */
function enumWords(values: readonly string[]): string {
  const shown = values.slice(0, shownValues).map((value) => JSON.stringify(value));
  if (values.length === 1) return shown.join("");
  const rest = values.length - shown.length;
  return `one of ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function rangeWords(range: Bounds, type: Type): string {
  const low = range.low === null ? null : boundText(range.low, type);
  const high = range.high === null ? null : boundText(range.high, type);
  if (/^\(|\)$/.test(range.text)) return `in ${range.text}`;
  if (low === null) return high === null ? "" : `of at most ${high}`;
  return high === null ? `of at least ${low}` : `from ${low} to ${high}`;
}

function boundText(value: number, type: Type): string {
  switch (type.kind) {
    case "date":
      return dateText(value);
    case "timestamp":
      return new Date(value).toISOString();
    default:
      return String(value);
  }
}

function lengthWords(contract: FieldContract): string {
  const { length, type } = contract;
  if (length === null) return "";
  const unit = type.kind === "list" ? "elements" : "characters";
  const { low, high } = length;
  if (low === null || low === 0) return high === null ? "" : `of at most ${high} ${unit}`;
  if (high === null) return `of at least ${low} ${unit}`;
  return low === high ? `of ${low} ${unit}` : `of ${low} to ${high} ${unit}`;
}

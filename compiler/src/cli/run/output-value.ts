import { dateText } from "@featc/runtime";
import type { Type } from "../../types/type.js";
import type { Value } from "../../types/value.js";

/** A value in its JSON form: dates and timestamps as text. */
export function jsonForm(value: Value, type: Type): Value {
  if (typeof value !== "number") return value;
  if (type.kind === "date") return dateText(value);
  if (type.kind === "timestamp") return new Date(value).toISOString();
  return value;
}

/** The cell of a value (RFC 4180): missing is empty, a vector is JSON. */
export function csvCell(value: Value, type: Type): string {
  if (value === null) return "";
  const form = jsonForm(value, type);
  if (typeof form === "number" || typeof form === "boolean") return String(form);
  return csvText(typeof form === "string" ? form : JSON.stringify(form));
}

export function csvText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

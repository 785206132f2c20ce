import type { Type, TypeKind } from "../../types/type.js";
import type { ElementRule } from "./definition.js";

function kinds(wanted: string, asNumber: boolean, ...admitted: readonly TypeKind[]): ElementRule {
  const admits = ({ kind }: Type): boolean => admitted.includes(kind);
  return { admits, wanted, asNumber };
}

/** A number, and an int as one. */
export const number = kinds("a number", true, "number", "int");
/** A number or an int, each with arithmetic of its own. */
export const numberOrInt = kinds("a number", false, "number", "int");
export const bool = kinds("a condition, true or false", false, "bool");
/** What has an order. */
export const ordered = kinds(
  "a number, a date, a timestamp, a duration or a text",
  false,
  "number",
  "int",
  "date",
  "timestamp",
  "duration",
  "string",
  "enum",
);
/** What can be told apart. */
export const single = kinds(
  "a single value, not a record or a list",
  false,
  "number",
  "int",
  "bool",
  "string",
  "enum",
  "id",
  "date",
  "timestamp",
  "duration",
);

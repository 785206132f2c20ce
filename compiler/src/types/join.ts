import { equalTypes, numberType, stringType } from "./type.js";
import type { Type } from "./type.js";

/** The type of a value that is one or the other, or undefined where there is none. */
export function joinTypes(a: Type, b: Type): Type | undefined {
  if (a.kind === "invalid" || b.kind === "missing") return a;
  if (b.kind === "invalid" || a.kind === "missing") return b;
  if (a.kind === "enum" && b.kind === "enum") {
    const added = b.values.filter((value) => !a.values.includes(value));
    return added.length === 0 ? a : { kind: "enum", values: [...a.values, ...added] };
  }
  if (equalTypes(a, b)) return a;
  if (isPlainNumber(a) && isPlainNumber(b)) return numberType;
  if (isWord(a) && isWord(b)) return stringType;
  return undefined;
}

/** A value of type `from` can stand where `to` is wanted: int for number, an enum for a wider one or a string. */
export function isAssignable(from: Type, to: Type): boolean {
  if (from.kind === "invalid" || to.kind === "invalid" || from.kind === "missing") return true;
  if (from.kind === "int" && to.kind === "number") return true;
  if (from.kind === "enum" && to.kind === "string") return true;
  if (from.kind === "enum" && to.kind === "enum") {
    return from.values.every((value) => to.values.includes(value));
  }
  return equalTypes(from, to);
}

function isPlainNumber(type: Type): boolean {
  return type.kind === "number" || type.kind === "int";
}

function isWord(type: Type): boolean {
  return type.kind === "string" || type.kind === "enum";
}

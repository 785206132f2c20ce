import type { Type } from "../types/type.js";
import type { Value } from "../types/value.js";

const millisPerDay = 86_400_000;

/** A value as a user would write it in a spec or in JSON: dates and timestamps as text. */
export function printValue(value: Value, type: Type): string {
  if (value === null) return "missing";
  if (typeof value === "number") {
    if (type.kind === "date") return isoText(value * millisPerDay).slice(0, 10);
    if (type.kind === "timestamp") return isoText(value);
    if (type.kind === "duration") return `${value}ms`;
    return String(value);
  }
  return JSON.stringify(value);
}

function isoText(millis: number): string {
  const instant = new Date(millis);
  return Number.isNaN(instant.getTime()) ? `${millis}ms` : instant.toISOString();
}

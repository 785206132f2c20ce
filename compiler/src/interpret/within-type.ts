import { boundsOfDates, boundsOfTimestamps } from "../types/interval.js";
import type { Type } from "../types/type.js";
import type { Value } from "../types/value.js";

/** The result as the type holds it: what lies outside the type's limits is missing, and -0 is 0. */
export function withinType(value: Value, type: Type): Value {
  if (typeof value !== "number") return value;
  const { low, high } = limitsOf(type);
  return value >= low && value <= high ? value + 0 : null;
}

interface Limits {
  readonly low: number;
  readonly high: number;
}

function limitsOf(type: Type): Limits {
  switch (type.kind) {
    case "int":
    case "duration":
      return { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };
    case "date":
      return boundsOfDates;
    case "timestamp":
      return boundsOfTimestamps;
    default:
      return { low: -Number.MAX_VALUE, high: Number.MAX_VALUE };
  }
}

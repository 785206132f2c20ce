import { internalError } from "../base/assert.js";
import type { PresentValue } from "../types/value.js";

/** Numbers by size, texts by code point, false before true: negative where `a` comes first. */
export function compareInOrder(a: PresentValue, b: PresentValue): number {
  if (typeof a === "string" && typeof b === "string") return compareByCodePoint(a, b);
  if (typeof a === "object" || typeof b === "object") internalError("lists have no order");
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Order of UTF-16 units, but that halves of surrogate pairs come after all other units. */
function compareByCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    const leftIsPair = left >= 0xd800 && left < 0xe000;
    const rightIsPair = right >= 0xd800 && right < 0xe000;
    if (leftIsPair !== rightIsPair) return leftIsPair ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

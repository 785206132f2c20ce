import type { NumberDomain } from "../types/domain.js";
import type { Type } from "../types/type.js";
import { printValue } from "../ir/print-value.js";

/** What numbers can come out, in words: `it can be anything from 0 to 2`. */
export function printNumbers(domain: NumberDomain, type: Type): string {
  const print = (value: number): string =>
    Math.abs(value) > 1e300
      ? value > 0
        ? "any large number"
        : "any negative number"
      : printValue(value, type);
  if (domain.low === domain.high) return `it can be ${print(domain.low)}`;
  return `it can be from ${print(domain.low)} to ${print(domain.high)}`;
}

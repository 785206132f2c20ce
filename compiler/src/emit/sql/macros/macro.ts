import { fromWords } from "../../../functions/fdlibm/words.js";
import type { Dialect, Macro } from "../dialect.js";
import { numberText } from "../sql-text.js";

export function defineMacros<Name extends string>(
  macros: Readonly<Record<Name, Macro>>,
): Readonly<Record<Name, Macro>> {
  return macros;
}

/** A number as an operand. */
export function n(value: number): string {
  const text = numberText(value);
  return value < 0 ? `(${text})` : text;
}

/**
 * The double whose upper word this is: fdlibm compares upper words, and for positive numbers that is to
 * compare with it.
 */
export function word(high: number): string {
  return n(fromWords(high, 0));
}

/** c0 + x * (c1 + x * (c2 + …)). */
export function polynomial(x: string, coefficients: readonly number[]): string {
  return coefficients
    .map((coefficient) => n(coefficient))
    .reduceRight((sum, coefficient) => `(${coefficient} + ${x} * ${sum})`);
}

/** Several values that are computed once, read as `name.field`. */
export function bindAll(
  dialect: Dialect,
  name: string,
  values: Readonly<Record<string, string>>,
  body: string,
): string {
  return dialect.bind(name, dialect.record(Object.entries(values)), body);
}

/** `x * 2^k` by its exponent alone; k is a whole double. */
export function shifted(dialect: Dialect, x: string, k: string): string {
  return dialect.fromBits(`${dialect.bits(x)} + CAST(${k} AS BIGINT) * 4503599627370496`);
}

/** The first 21 bits of the significand. */
export function leading(dialect: Dialect, x: string): string {
  return dialect.fromBits(`${dialect.bits(x)} & -4294967296`);
}

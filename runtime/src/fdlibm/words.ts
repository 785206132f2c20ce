// A binary64 and its two 32-bit halves through one shared cell, whatever the byte order.

const cell = /*@__PURE__*/ new ArrayBuffer(8);
const doubles = /*@__PURE__*/ new Float64Array(cell);
const words = /*@__PURE__*/ new Int32Array(cell);
const HIGH = /*@__PURE__*/ highIndex();
const LOW = 1 - HIGH;

function highIndex(): 0 | 1 {
  doubles[0] = 1;
  return words[0] === 0 ? 1 : 0;
}

/** Sign, exponent and the first 20 bits of the fraction, as a signed 32-bit integer. */
export function highWord(x: number): number {
  doubles[0] = x;
  return words[HIGH] as number;
}

/** The last 32 bits of the fraction, as a signed 32-bit integer. */
export function lowWord(x: number): number {
  doubles[0] = x;
  return words[LOW] as number;
}

/** The number with these halves. */
export function fromWords(high: number, low: number): number {
  words[HIGH] = high;
  words[LOW] = low;
  return doubles[0] as number;
}

/** `x` with another high word. */
export function withHighWord(x: number, high: number): number {
  doubles[0] = x;
  words[HIGH] = high;
  return doubles[0];
}

/** `x` with the last 32 bits of its fraction cleared. */
export function withoutLowWord(x: number): number {
  doubles[0] = x;
  words[LOW] = 0;
  return doubles[0];
}

/** `x * 2^k`, by adding `k` to the exponent: only where operand and result are normal. */
export function addToExponent(x: number, k: number): number {
  doubles[0] = x;
  words[HIGH] = (words[HIGH] as number) + (k << 20);
  return doubles[0];
}

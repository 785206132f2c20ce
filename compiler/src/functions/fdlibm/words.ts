const view = new DataView(new ArrayBuffer(8));

/** The upper 32 bits of a double, signed: sign, exponent and the first 20 bits of the fraction. */
export function highWord(x: number): number {
  view.setFloat64(0, x);
  return view.getInt32(0);
}

export function lowWord(x: number): number {
  view.setFloat64(0, x);
  return view.getUint32(4);
}

export function fromWords(high: number, low: number): number {
  view.setInt32(0, high);
  view.setUint32(4, low);
  return view.getFloat64(0);
}

export function withHighWord(x: number, high: number): number {
  return fromWords(high, lowWord(x));
}

/** The first 21 bits of the significand: products with them are exact. */
export function leading(x: number): number {
  return fromWords(highWord(x), 0);
}

/** `x * 2^k` by its exponent alone, which must not leave the normal numbers. */
export function shiftExponent(x: number, k: number): number {
  return withHighWord(x, highWord(x) + (k << 20));
}

/** c0 + x * (c1 + x * (c2 + …)). */
export function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => coefficient + x * sum);
}

const bits = new DataView(new ArrayBuffer(8));

/** The smallest double above `x`; `x` itself for the largest infinity. */
export function nextUp(x: number): number {
  if (x === Infinity || Number.isNaN(x)) return x;
  if (x === 0) return Number.MIN_VALUE;
  bits.setFloat64(0, x);
  bits.setBigInt64(0, bits.getBigInt64(0) + (x > 0 ? 1n : -1n));
  return bits.getFloat64(0) + 0;
}

/** The largest double below `x`. */
export function nextDown(x: number): number {
  return 0 - nextUp(0 - x);
}

/** The distance from the magnitude of `x` to the next: every double at least as large is a multiple of it. */
export function ulpOf(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude === Infinity) return Infinity;
  return magnitude === Number.MAX_VALUE
    ? magnitude - nextDown(magnitude)
    : nextUp(magnitude) - magnitude;
}

/** Number of edges (ascending) at or below `x`, 0 to `edges.length`: the bucket [lo, hi). */
export function bucketize(x: number, edges: ArrayLike<number>): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of edges (ascending) below `x`, 0 to `edges.length`: the bucket (lo, hi]. */
export function bucketizeRight(x: number, edges: ArrayLike<number>): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Position of `x` among `values`, from 0, or `otherwise`. */
export function indexIn<T extends string | number | boolean>(
  x: T,
  values: readonly T[],
  otherwise: number,
): number {
  for (let i = 0; i < values.length; i++) if (values[i] === x) return i;
  return otherwise;
}

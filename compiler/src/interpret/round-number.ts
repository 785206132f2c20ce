/** A number that a person would take for an example: round, nearer to the low end, neither an end nor 0. */
export function roundNumber(low: number | null, high: number | null, integral: boolean): number {
  const [from, to] = searchedEnds(low, high);
  if (from < 100 && to >= 1000) return 100;
  const span = to - from;
  const found = roundestBetween(from + span * 0.1, from + span * 0.5, integral);
  if (found !== undefined) return found;
  const middle = from + span / 2;
  return integral ? Math.ceil(middle) : middle;
}

/** Without an end, a span that suits the other one; of both signs the positive numbers. */
function searchedEnds(low: number | null, high: number | null): readonly [number, number] {
  if (low === null && high === null) return [0, 20];
  if (low === null)
    return high !== null && high > 0 ? [0, high] : [2 * (high ?? 0) - 100, high ?? 0];
  if (high === null) return low < 0 ? [0, 20] : [low, low + Math.max(100, low)];
  return low < 0 && high > 0 ? [0, high] : [low, high];
}

/** The smallest multiple of the largest step 5, 2 or 1 times a power of ten that lies between. */
function roundestBetween(low: number, high: number, integral: boolean): number | undefined {
  if (!(low < high)) return undefined;
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  for (let power = largest; power >= largest - 17; power -= 1) {
    for (const digit of [5, 2, 1]) {
      const step = Number(`${digit}e${power}`);
      if (integral && step < 1) return undefined;
      const multiple = Math.ceil(low / step) * step;
      const exact = Number(multiple.toPrecision(12));
      if (exact >= low && exact <= high && exact !== 0) return exact;
    }
  }
  return undefined;
}

/** The middle of the values; they are not changed. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

export interface Candidate {
  readonly name: string;
  /** Processes all rows once. */
  readonly run: () => void;
}

/**
 * Nanoseconds per row of each candidate: interleaved rounds in one process, medians, so that what else the
 * machine does falls on all of them alike.
 */
export function nanosecondsPerRow(
  candidates: readonly Candidate[],
  rows: number,
  rounds = 41,
): ReadonlyMap<string, number> {
  const times = new Map(candidates.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds + 10; round += 1) {
    for (const { name, run } of candidates) {
      const start = performance.now();
      run();
      const took = performance.now() - start;
      // The first rounds warm the code up.
      if (round >= 10) times.get(name)?.push((took * 1e6) / rows);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

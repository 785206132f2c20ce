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

/**
 * Bytes per row that a candidate allocates: how much more of the heap is used after a run, the median of those
 * runs in which nothing was collected. Of candidates that have been measured, so that their code is final.
 */
export function bytesPerRow(
  candidates: readonly Candidate[],
  rows: number,
): ReadonlyMap<string, number> {
  const nothing = grown(() => undefined);
  return new Map(
    candidates.map(({ name, run }) => [name, Math.max(0, (grown(run) - nothing) / rows)]),
  );
}

function grown(run: () => void): number {
  const growths: number[] = [];
  for (let i = 0; i < 31; i += 1) {
    const before = process.memoryUsage().heapUsed;
    run();
    const growth = process.memoryUsage().heapUsed - before;
    if (growth >= 0) growths.push(growth);
  }
  return median(growths);
}

export interface Turn {
  readonly name: string;
  /** The time that it took in milliseconds, where it measures itself. */
  readonly run: () => Promise<number | void>;
}

/** Milliseconds of each candidate, medians of rounds in which they take turns; the first round warms up. */
export async function turns(
  candidates: readonly Turn[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map(candidates.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, run } of candidates) {
      const start = performance.now();
      const own = await run();
      const took = own ?? performance.now() - start;
      if (round > 0) times.get(name)?.push(took);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** The value below which the given share of the values lies; they are not changed. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What is measured: a call for each row. */
export interface Part {
  readonly name: string;
  readonly call: (row: number) => unknown;
}

const roundMillis = 20;
const warmRounds = 5;
const rounds = 15;

/** What the last call gave: work whose result nobody reads could be left out. */
export const results: { last: unknown } = { last: undefined };

/**
 * Nanoseconds per row of each part: the parts in turns, medians, so that what else the machine does falls on all
 * of them alike.
 */
export function nanosecondsOf(parts: readonly Part[], rows: number): ReadonlyMap<string, number> {
  const passes = parts.map((part) => passesFor(part, rows));
  const times = parts.map((): number[] => []);
  for (let round = -warmRounds; round < rounds; round += 1) {
    parts.forEach((part, i) => {
      const count = passes[i] ?? 1;
      const took = timeOf(part, rows, count);
      if (round >= 0) times[i]?.push((took * 1e6) / (rows * count));
    });
  }
  return new Map(parts.map(({ name }, i) => [name, quantileOf(times[i] ?? [], 0.5)]));
}

/** How often all rows are gone through, so that a round is long enough to be timed. */
function passesFor(part: Part, rows: number): number {
  const end = performance.now() + 2 * roundMillis;
  let fastest = Infinity;
  do {
    fastest = Math.min(fastest, timeOf(part, rows, 1));
  } while (performance.now() < end);
  return Math.max(1, Math.ceil(roundMillis / Math.max(fastest, 1e-3)));
}

function timeOf({ call }: Part, rows: number, passes: number): number {
  const start = performance.now();
  for (let pass = 0; pass < passes; pass += 1) {
    for (let row = 0; row < rows; row += 1) results.last = call(row);
  }
  return performance.now() - start;
}

/** Nanoseconds of single calls, one after the other. */
export function latenciesOf({ call }: Part, rows: number, calls: number): readonly number[] {
  const times: number[] = [];
  for (let i = 0; i < calls; i += 1) {
    const start = process.hrtime.bigint();
    results.last = call(i % rows);
    times.push(Number(process.hrtime.bigint() - start));
  }
  return times;
}

/** Bytes per row that a part allocates, garbage included. */
export function bytesOf({ call }: Part, rows: number): number {
  return grownBy(() => {
    for (let row = 0; row < rows; row += 1) results.last = call(row);
  }, rows);
}

/** Bytes of what `make` gives, for each of `count` things in it. */
export function sizeOf(count: number, make: (i: number) => unknown): number {
  const kept: unknown[] = [];
  return grownBy(() => {
    kept.length = 0;
    for (let i = 0; i < count; i += 1) kept.push(make(i));
    results.last = kept;
  }, count);
}

/** How much more of the heap is used after a run, the median of those in which nothing was collected. */
function grownBy(run: () => void, count: number): number {
  const growth = (work: () => void): number => {
    const all: number[] = [];
    for (let i = 0; i < 31; i += 1) {
      const before = process.memoryUsage().heapUsed;
      work();
      const grown = process.memoryUsage().heapUsed - before;
      if (grown >= 0) all.push(grown);
    }
    return quantileOf(all, 0.5);
  };
  const nothing = growth(() => undefined);
  return count === 0 ? 0 : Math.max(0, growth(run) - nothing) / count;
}

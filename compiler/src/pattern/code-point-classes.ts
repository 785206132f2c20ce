import { type CodePointSet, lastCodePoint } from "./code-point-set.js";

/** Code points that no set tells apart share a class. */
export interface CodePointClasses {
  /** The first code point of each range; the first is 0, ascending. */
  readonly starts: readonly number[];
  /** The class of each range. */
  readonly classes: readonly number[];
  readonly width: number;
  /** The classes that make up each of the sets. */
  readonly ofSet: readonly (readonly number[])[];
}

/** Bounds the work for patterns with many different sets of many ranges. */
const rangeLimit = 200_000;

/** Undefined where the sets cut one another into more than 200,000 pieces in all. */
export function classifyCodePoints(sets: readonly CodePointSet[]): CodePointClasses | undefined {
  const starts = boundariesOf(sets);
  const rangeAt = new Map(starts.map((start, range) => [start, range]));
  /** The ranges that make up each set, as first and one past the last. */
  const spans = sets.map((set) =>
    set.map(({ first, last }) => ({
      from: rangeAt.get(first) ?? 0,
      to: rangeAt.get(last + 1) ?? starts.length,
    })),
  );
  const pieces = spans.flat().reduce((sum, { from, to }) => sum + to - from, 0);
  if (pieces > rangeLimit) return undefined;
  const rangesOf = spans.map((of) =>
    of.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );

  const classes = starts.map(() => 0);
  const sizes = [starts.length];
  for (const ranges of rangesOf) {
    const inside = new Map<number, number>();
    for (const range of ranges) {
      const known = classes[range] ?? 0;
      inside.set(known, (inside.get(known) ?? 0) + 1);
    }
    const renamed = new Map<number, number>();
    for (const [known, count] of inside) {
      const size = sizes[known] ?? 0;
      if (count === size) continue;
      renamed.set(known, sizes.push(count) - 1);
      sizes[known] = size - count;
    }
    for (const range of ranges) {
      const known = classes[range] ?? 0;
      classes[range] = renamed.get(known) ?? known;
    }
  }

  const ofSet = rangesOf.map((ranges) => [...new Set(ranges.map((range) => classes[range] ?? 0))]);
  return { starts, classes, width: sizes.length, ofSet };
}

function boundariesOf(sets: readonly CodePointSet[]): number[] {
  const boundaries = new Set([0]);
  for (const { first, last } of sets.flat()) {
    boundaries.add(first);
    if (last < lastCodePoint) boundaries.add(last + 1);
  }
  return [...boundaries].sort((a, b) => a - b);
}

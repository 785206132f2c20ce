/** First and last code point, both included. */
export interface CodePointRange {
  readonly first: number;
  readonly last: number;
}

/** Ascending ranges that neither overlap nor touch, so equal sets have equal ranges. */
export type CodePointSet = readonly CodePointRange[];

export const lastCodePoint = 0x10ffff;

export function codePointSet(ranges: readonly CodePointRange[]): CodePointSet {
  const sorted = [...ranges].sort((a, b) => a.first - b.first);
  const merged: CodePointRange[] = [];
  for (const range of sorted) {
    const previous = merged.at(-1);
    if (previous !== undefined && range.first <= previous.last + 1) {
      merged[merged.length - 1] = {
        first: previous.first,
        last: Math.max(previous.last, range.last),
      };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

export function complementOf(set: CodePointSet): CodePointSet {
  const gaps: CodePointRange[] = [];
  let next = 0;
  for (const { first, last } of set) {
    if (first > next) gaps.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  if (next <= lastCodePoint) gaps.push({ first: next, last: lastCodePoint });
  return gaps;
}

export function singleton(codePoint: number): CodePointSet {
  return [{ first: codePoint, last: codePoint }];
}

/** The ASCII meaning of `\d`, `\w` and `\s`, the same in every target (semantics 6.4). */
export const digits: CodePointSet = [{ first: 0x30, last: 0x39 }];
export const wordCharacters: CodePointSet = [
  { first: 0x30, last: 0x39 },
  { first: 0x41, last: 0x5a },
  { first: 0x5f, last: 0x5f },
  { first: 0x61, last: 0x7a },
];
export const spaces: CodePointSet = [
  { first: 0x09, last: 0x0d },
  { first: 0x20, last: 0x20 },
];

/** `.`: any code point but a line feed. */
export const anyButLineFeed: CodePointSet = complementOf(singleton(0x0a));

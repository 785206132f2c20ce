/**
 * A compiled pattern: a deterministic automaton over code points, so that matching takes time
 * linear in the text. State 0 is dead, state 1 the start.
 */
export interface PatternTable {
  /** First code point of each range, ascending from 0; the last range ends at U+10FFFF. */
  readonly starts: readonly number[];
  /** Class of each range, below `width`. */
  readonly classes: readonly number[];
  /** Number of classes. */
  readonly width: number;
  /** Next state at `state * width + class`. */
  readonly next: readonly number[];
  /** Whether a text that ends in the state matches. */
  readonly accepting: readonly boolean[];
}

/** Whether the pattern matches the whole of `text`; never for text with a lone surrogate. */
export function matchesTable(table: PatternTable, text: string): boolean {
  const { next, width } = table;
  let state = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    else if (code >= 0xd800 && code <= 0xdfff) return false;
    state = next[state * width + classOf(table, code)] as number;
    if (state === 0) return false;
  }
  return table.accepting[state] as boolean;
}

function classOf(table: PatternTable, code: number): number {
  const { starts } = table;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= code) low = middle;
    else high = middle - 1;
  }
  return table.classes[low] as number;
}

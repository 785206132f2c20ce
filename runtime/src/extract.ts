/** One step of a pattern that extracts; `next` and the like are indexes of steps. */
export type ExtractStep =
  /** Reads a code point within `ranges`: first, last, first, last and so on, ascending. */
  | { readonly kind: "read"; readonly ranges: readonly number[]; readonly next: number }
  /** Goes on in both ways; `first` is preferred. */
  | { readonly kind: "try"; readonly first: number; readonly otherwise: number }
  | { readonly kind: "open" | "close" | "text_start" | "text_end"; readonly next: number }
  | { readonly kind: "end" };

/** A pattern with one group, as what a text is read by. */
export interface ExtractProgram {
  readonly start: number;
  readonly steps: readonly ExtractStep[];
}

/**
 * The text of the group in the leftmost match, of which the preferred one counts; missing where
 * nothing matches or the match passes the group by. All ways are followed at the same time, in order
 * of preference, so that the time is at most the text's length times the number of steps.
 */
export function extract(program: ExtractProgram, text: string): string | null {
  const { steps, start } = program;
  // Where the last character led, and from where to where the group went on that way.
  let ways: number[] = [];
  let froms: number[] = [];
  let tos: number[] = [];
  let found: string | null = null;
  let hasMatch = false;
  const reached = new Int32Array(steps.length).fill(-1);
  const stack: number[] = [];

  for (let at = 0; ;) {
    const code = at < text.length ? (text.codePointAt(at) as number) : -1;
    const after = at + (code > 0xffff ? 2 : 1);
    const nextWays: number[] = [];
    const nextFroms: number[] = [];
    const nextTos: number[] = [];
    const count = ways.length + (hasMatch ? 0 : 1);
    let isDecided = false;
    for (let i = 0; i < count && !isDecided; i++) {
      const isNew = i === ways.length;
      stack.push(isNew ? start : (ways[i] as number), isNew ? -1 : (froms[i] as number));
      stack.push(isNew ? -1 : (tos[i] as number));
      while (stack.length > 0) {
        const to = stack.pop() as number;
        const from = stack.pop() as number;
        const id = stack.pop() as number;
        if (reached[id] === at) continue;
        reached[id] = at;
        const step = steps[id] as ExtractStep;
        if (step.kind === "read") {
          if (code >= 0 && isWithin(step.ranges, code)) {
            nextWays.push(step.next);
            nextFroms.push(from);
            nextTos.push(to);
          }
        } else if (step.kind === "try") {
          stack.push(step.otherwise, from, to, step.first, from, to);
        } else if (step.kind === "open") {
          stack.push(step.next, at, to);
        } else if (step.kind === "close") {
          stack.push(step.next, from, at);
        } else if (step.kind === "text_start") {
          if (at === 0) stack.push(step.next, from, to);
        } else if (step.kind === "text_end") {
          if (code < 0) stack.push(step.next, from, to);
        } else {
          // Ways that come later are less preferred than this match.
          found = to < 0 ? null : text.slice(from, to);
          hasMatch = true;
          isDecided = true;
          stack.length = 0;
        }
      }
    }
    if (code < 0 || (hasMatch && nextWays.length === 0)) return found;
    ways = nextWays;
    froms = nextFroms;
    tos = nextTos;
    at = after;
  }
}

/** `s` without the code points within `ranges`. */
export function removeWithin(s: string, ranges: readonly number[]): string {
  return selected(s, ranges, false);
}

/** The code points of `s` that lie within `ranges`. */
export function keepWithin(s: string, ranges: readonly number[]): string {
  return selected(s, ranges, true);
}

function selected(s: string, ranges: readonly number[], wanted: boolean): string {
  let text = "";
  let kept = 0;
  for (let i = 0; i < s.length;) {
    const code = s.codePointAt(i) as number;
    const after = i + (code > 0xffff ? 2 : 1);
    if (isWithin(ranges, code) !== wanted) {
      text += s.slice(kept, i);
      kept = after;
    }
    i = after;
  }
  return kept === 0 ? s : text + s.slice(kept);
}

function isWithin(ranges: readonly number[], code: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    if (code < (ranges[i] as number)) return false;
    if (code <= (ranges[i + 1] as number)) return true;
  }
  return false;
}

/** The first of the needles, in their order, that occurs in `s`; missing where none does. */
export function firstMatch(s: string, needles: readonly string[]): string | null {
  for (const needle of needles) if (s.includes(needle)) return needle;
  return null;
}

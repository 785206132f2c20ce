// Normalization form NFKD of Unicode 15.1 (UAX 15).

import { changesOf, numbersOf } from "./changes.js";
import { COMBINING_CLASSES, DECOMPOSED_LONGER, DECOMPOSED_RUNS } from "./decomposition.table.js";

let changes: ReadonlyMap<number, string> | undefined;
let classes: ReadonlyMap<number, number> | undefined;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const VOWELS = 21;
const FINALS = 28;

/** `s` in normalization form NFKD. */
export function normalizeNfkd(s: string): string {
  if (isAscii(s)) return s;
  return inOrder(decomposed(s));
}

/** `s` in normalization form NFKD, without the code points whose combining class is not 0. */
export function stripAccents(s: string): string {
  if (isAscii(s)) return s;
  let text = "";
  for (const point of decomposed(s))
    if (classOf(point.codePointAt(0) as number) === 0) text += point;
  return text;
}

function isAscii(s: string): boolean {
  for (let i = 0; i < s.length; i++) if (s.charCodeAt(i) > 127) return false;
  return true;
}

function decomposed(s: string): string {
  const table = (changes ??= changesOf(DECOMPOSED_RUNS, DECOMPOSED_LONGER));
  let text = "";
  for (const point of s) {
    const code = point.codePointAt(0) as number;
    if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) text += letters(code - FIRST_SYLLABLE);
    else text += table.get(code) ?? point;
  }
  return text;
}

/** The two or three letters of a Hangul syllable. */
function letters(syllable: number): string {
  const first = 0x1100 + Math.floor(syllable / (VOWELS * FINALS));
  const vowel = 0x1161 + (Math.floor(syllable / FINALS) % VOWELS);
  const final = syllable % FINALS;
  return final === 0
    ? String.fromCodePoint(first, vowel)
    : String.fromCodePoint(first, vowel, 0x11a7 + final);
}

/** Every run of marks by combining class; marks of one class stay as they stand. */
function inOrder(s: string): string {
  let text = "";
  let marks: { readonly point: string; readonly rank: number }[] = [];
  const flush = (): void => {
    if (marks.length > 1) marks.sort((a, b) => a.rank - b.rank);
    for (const { point } of marks) text += point;
    if (marks.length > 0) marks = [];
  };
  for (const point of s) {
    const rank = classOf(point.codePointAt(0) as number);
    if (rank !== 0) {
      marks.push({ point, rank });
      continue;
    }
    flush();
    text += point;
  }
  flush();
  return text;
}

function classOf(code: number): number {
  return code < 0x300 ? 0 : ((classes ??= classTable()).get(code) ?? 0);
}

function classTable(): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  let end = 0;
  for (const range of COMBINING_CLASSES.split(",")) {
    const [gap, more, value] = numbersOf(range) as [number, number, number];
    const first = end + gap;
    end = first + more;
    for (let code = first; code <= end; code++) table.set(code, value);
  }
  return table;
}

// Text is counted in code points: a surrogate pair is one. Positions start at 1. Letter case and
// white space are ASCII's alone: U+0009 to U+000D and U+0020 are space.

/** Code points in `s`. */
export function length(s: string): number {
  let count = s.length;
  for (let i = 1; i < s.length; i++) if (endsPair(s, i)) count--;
  return count;
}

/** `s` with A-Z in lower case. */
export function lower(s: string): string {
  return withCase(s, 65, 32);
}

/** `s` with a-z in upper case. */
export function upper(s: string): string {
  return withCase(s, 97, -32);
}

/** `s` without white space at both ends. */
export function trim(s: string): string {
  let start = 0;
  let end = s.length;
  while (start < end && isSpace(s.charCodeAt(start))) start++;
  while (end > start && isSpace(s.charCodeAt(end - 1))) end--;
  return s.slice(start, end);
}

/** `count` code points from position `start`, fewer where `s` ends; missing: start < 1, count < 0. */
export function substr(s: string, start: number, count: number): string | null {
  if (start < 1 || count < 0) return null;
  const from = unitsAfter(s, 0, start - 1);
  return s.slice(from, unitsAfter(s, from, count));
}

/** The first `count` code points, or all; missing for count < 0. */
export function left(s: string, count: number): string | null {
  return count < 0 ? null : s.slice(0, unitsAfter(s, 0, count));
}

/** The last `count` code points, or all; missing for count < 0. */
export function right(s: string, count: number): string | null {
  if (count < 0) return null;
  let at = s.length;
  for (let rest = count; rest > 0 && at > 0; rest--) {
    at--;
    if (endsPair(s, at)) at--;
  }
  return s.slice(at);
}

/** Whether `s` starts with `part`; true for an empty part. */
export function startsWith(s: string, part: string): boolean {
  return s.startsWith(part);
}

/** Whether `s` ends with `part`; true for an empty part. */
export function endsWith(s: string, part: string): boolean {
  return s.endsWith(part);
}

/** Whether `part` occurs in `s`; true for an empty part. */
export function contains(s: string, part: string): boolean {
  return s.includes(part);
}

/** Position of the first `part` in `s`, from 1; missing where there is none. */
export function indexOf(s: string, part: string): number | null {
  const at = s.indexOf(part);
  if (at < 0) return null;
  let position = at + 1;
  for (let i = 1; i < at; i++) if (endsPair(s, i)) position--;
  return position;
}

/** The parts one after the other. */
export function concat(first: string, ...rest: readonly string[]): string {
  let text = first;
  for (let i = 0; i < rest.length; i++) text += rest[i] as string;
  return text;
}

/** Every `part` (not empty), found from left to right, replaced by `replacement` as it stands. */
export function replaceAll(s: string, part: string, replacement: string): string {
  return s.includes(part) ? s.split(part).join(replacement) : s;
}

/** Piece `k` (from 1) of `s` cut at every `separator` (not empty); missing where there is none. */
export function splitPart(s: string, separator: string, k: number): string | null {
  if (k < 1) return null;
  let from = 0;
  for (let rest = k; rest > 1; rest--) {
    const at = s.indexOf(separator, from);
    if (at < 0) return null;
    from = at + separator.length;
  }
  const end = s.indexOf(separator, from);
  return end < 0 ? s.slice(from) : s.slice(from, end);
}

/** Words in `s`: the longest runs without white space. */
export function countWords(s: string): number {
  let words = 0;
  let inWord = false;
  for (let i = 0; i < s.length; i++) {
    const space = isSpace(s.charCodeAt(i));
    if (!space && !inWord) words++;
    inWord = !space;
  }
  return words;
}

/** `s` with every run of white space as one U+0020, also at its ends. */
export function collapseSpaces(s: string): string {
  let text = "";
  let kept = 0;
  for (let i = 0; i < s.length; i++) {
    if (!isSpace(s.charCodeAt(i))) continue;
    let end = i + 1;
    while (end < s.length && isSpace(s.charCodeAt(end))) end++;
    if (end > i + 1 || s.charCodeAt(i) !== 32) {
      text += s.slice(kept, i) + " ";
      kept = end;
    }
    i = end - 1;
  }
  return kept === 0 ? s : text + s.slice(kept);
}

type WellFormedText = string & { readonly isWellFormed?: () => boolean };

/** Engines know it of most texts without looking at them. */
const nativeIsWellFormed = (String.prototype as WellFormedText).isWellFormed;

/** Whether every surrogate in `s` is half of a pair: only such text is in the language. */
export const isWellFormed: (s: string) => boolean =
  nativeIsWellFormed === undefined
    ? hasPairsOnly
    : (s: WellFormedText) => (s as Required<WellFormedText>).isWellFormed();

/** `isWellFormed` for engines from before ES2024. */
export function hasPairsOnly(s: string): boolean {
  for (let i = 0; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    if (unit > 0xdbff || i + 1 === s.length || (s.charCodeAt(i + 1) & 0xfc00) !== 0xdc00) {
      return false;
    }
    i++;
  }
  return true;
}

/**
 * Whether `s` has from `low` to `high` code points. It has as many as UTF-16 units or fewer, and at least half as
 * many, so that most texts need not be read.
 */
export function hasLength(s: string, low: number, high = Infinity): boolean {
  const units = s.length;
  if (units <= high && units >= 2 * low) return true;
  if (units < low || units > 2 * high) return false;
  const count = length(s);
  return count >= low && count <= high;
}

/** Negative, 0 or positive as `a` is before, equal to or after `b` in order of code points. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const end = a.length < b.length ? a.length : b.length;
  for (let i = 0; i < end; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? codePointRank(x) - codePointRank(y) : x - y;
  }
  return a.length - b.length;
}

/** Decimal digits of an int, with a minus sign where it is negative. */
export function intText(n: number): string {
  return String(n);
}

/** Surrogates stand for code points above U+FFFF, so they go after U+E000 to U+FFFF. */
function codePointRank(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

function endsPair(s: string, i: number): boolean {
  return (s.charCodeAt(i) & 0xfc00) === 0xdc00 && (s.charCodeAt(i - 1) & 0xfc00) === 0xd800;
}

/** Offset in UTF-16 units after `count` more code points from offset `from`, at most the end. */
function unitsAfter(s: string, from: number, count: number): number {
  let at = from;
  for (let rest = count; rest > 0 && at < s.length; rest--) {
    at++;
    if (at < s.length && endsPair(s, at)) at++;
  }
  return at;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

/** `s` with the 26 letters from code `first` on moved by `shift`. */
function withCase(s: string, first: number, shift: number): string {
  let text = "";
  let kept = 0;
  for (let i = 0; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (unit >= first && unit < first + 26) {
      text += s.slice(kept, i) + String.fromCharCode(unit + shift);
      kept = i + 1;
    }
  }
  return kept === 0 ? s : text + s.slice(kept);
}

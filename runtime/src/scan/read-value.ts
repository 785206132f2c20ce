import type { ScannedLine } from "./scanned-line.js";

// Values as JSON.parse would give them, at the place that a line has come to. Each function knows some kinds
// of values, and null; for all others it leaves the line.

const quote = 34;
const minus = 45;
const point = 46;
const zero = 48;
/** Whole numbers of as many digits are exact, and so is the quotient of one and a power of ten up to 1e22, once rounded. */
const exactDigits = 15;
const powersOfTen: readonly number[] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/** To read a part of a longer text character by character takes longer than to copy it first. */
const shortText = 40;

/** 1 for what stands for itself in a text: ASCII but controls, quotes and backslashes. */
const isPlain = /*@__PURE__*/ plainBytes();

function plainBytes(): Uint8Array {
  const table = new Uint8Array(256).fill(1, 32, 127);
  table[quote] = 0;
  table[92] = 0;
  return table;
}

export function scanNumber(line: ScannedLine): number | null {
  const { bytes } = line;
  const from = line.at;
  let at = from;
  let byte = bytes[at] as number;
  const isNegative = byte === minus;
  if (isNegative) byte = bytes[++at] as number;
  const first = at;
  let digits = byte - zero;
  if (!(digits >= 0 && digits <= 9)) return isNegative ? line.leave() : scanNull(line);
  byte = bytes[++at] as number;
  // After a leading 0 no digit stands.
  if (digits !== 0) {
    for (; byte >= zero && byte <= 57; byte = bytes[++at] as number) {
      digits = digits * 10 + (byte - zero);
    }
  }
  let count = at - first;
  let decimals = 0;
  if (byte === point) {
    const behind = at + 1;
    byte = bytes[++at] as number;
    for (; byte >= zero && byte <= 57; byte = bytes[++at] as number) {
      digits = digits * 10 + (byte - zero);
    }
    decimals = at - behind;
    if (decimals === 0) return line.leave();
    count += decimals;
  }
  if ((byte | 32) === 101) {
    at++;
    if (bytes[at] === 43 || bytes[at] === minus) at++;
    const behind = at;
    while ((bytes[at] as number) >= zero && (bytes[at] as number) <= 57) at++;
    if (at === behind) return line.leave();
    count = Infinity;
  }
  line.at = at;
  if (count > exactDigits) return Number(line.textBetween(from, at));
  const value = decimals === 0 ? digits : digits / (powersOfTen[decimals] as number);
  return isNegative ? -value : value;
}

export function scanText(line: ScannedLine): string | null {
  const from = line.at + 1;
  const to = textEnd(line);
  return to < 0 ? null : line.textBetween(from, to);
}

/** A text that formulas go through: longer ones are copied. */
export function scanOwnText(line: ScannedLine): string | null {
  const from = line.at + 1;
  const to = textEnd(line);
  if (to < 0) return null;
  return to - from < shortText ? line.textBetween(from, to) : line.ownText(from - 1, to + 1);
}

/** Length of a text that is not needed itself. */
export function scanTextLength(line: ScannedLine): number | null {
  const from = line.at + 1;
  const to = textEnd(line);
  return to < 0 ? null : to - from;
}

export function scanBool(line: ScannedLine): boolean | null {
  const { bytes, at } = line;
  if (isWord(bytes, at, 116, 114, 117, 101)) {
    line.at = at + 4;
    return true;
  }
  if (bytes[at] === 102 && isWord(bytes, at + 1, 97, 108, 115, 101)) {
    line.at = at + 5;
    return false;
  }
  return scanNull(line);
}

/** A text or a number. */
export function scanId(line: ScannedLine): string | number | null {
  return line.bytes[line.at] === quote ? scanText(line) : scanNumber(line);
}

/** Anything but a list or an object. */
export function scanScalar(line: ScannedLine): string | number | boolean | null {
  const byte = line.bytes[line.at];
  if (byte === quote) return scanText(line);
  return byte === 116 || byte === 102 ? scanBool(line) : scanNumber(line);
}

/** Values of an enum with their bytes. */
export interface ScannedWords {
  readonly words: readonly string[];
  readonly bytes: readonly AsciiBytes[];
}

/** The words that JSON writes as they are. */
export function scannedWords(words: readonly string[]): ScannedWords {
  const plain = words.filter(isPlainText);
  return { words: plain, bytes: plain.map((word) => bytesOf(`"${word}"`)) };
}

/** A text, compared with the words before it is made. */
export function scanWord(line: ScannedLine, { words, bytes: all }: ScannedWords): string | null {
  const { at } = line;
  for (let i = 0; i < all.length; i++) {
    const word = all[i] as AsciiBytes;
    if (isAt(line, at, word)) {
      line.at = at + word.bytes.length;
      return words[i] as string;
    }
  }
  return scanText(line);
}

/** A list or an object, by JSON.parse of its own text. */
export function scanNested(line: ScannedLine): unknown {
  const { bytes, at: from } = line;
  if (bytes[from] === 110) return scanNull(line);
  if (bytes[from] !== 91 && bytes[from] !== 123) return line.leave();
  let depth = 0;
  for (let at = from; ; at++) {
    const byte = bytes[at] as number;
    if (byte === quote) {
      do at++;
      while (isPlain[bytes[at] as number] === 1);
      if (bytes[at] !== quote) return line.leave();
    } else if (byte === 91 || byte === 123) {
      depth++;
    } else if (byte === 93 || byte === 125) {
      if (--depth > 0) continue;
      line.at = at + 1;
      try {
        return JSON.parse(line.textBetween(from, at + 1));
      } catch {
        return line.leave();
      }
    } else if (byte === 10 || byte > 126) {
      return line.leave();
    }
  }
}

/** Whether JSON writes the text between quotes as it is, in as many bytes as it has characters. */
export function isPlainText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isPlain[text.charCodeAt(i)] !== 1) return false;
  return true;
}

/** What a text is compared with: four bytes at a time, and the rest one by one. */
export interface AsciiBytes {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
}

export function bytesOf(ascii: string): AsciiBytes {
  const bytes = Uint8Array.from(ascii, (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const words = Int32Array.from({ length: bytes.length >> 2 }, (_, i) =>
    view.getInt32(4 * i, true),
  );
  return { bytes, words };
}

/** Whether the bytes stand at a place of the line. */
export function isAt(line: ScannedLine, at: number, { bytes, words }: AsciiBytes): boolean {
  const { view } = line;
  if (at + bytes.length > view.byteLength) return false;
  let i = 0;
  for (; i < words.length; i++) if (view.getInt32(at + 4 * i, true) !== words[i]) return false;
  for (i *= 4; i < bytes.length; i++) if (line.bytes[at + i] !== bytes[i]) return false;
  return true;
}

function scanNull(line: ScannedLine): null {
  if (!isWord(line.bytes, line.at, 110, 117, 108, 108)) return line.leave();
  line.at += 4;
  return null;
}

/** The position of the quote that ends a text; -1 where the value is null or the line is left. */
function textEnd(line: ScannedLine): number {
  const { bytes } = line;
  let at = line.at;
  if (bytes[at] !== quote) {
    scanNull(line);
    return -1;
  }
  do at++;
  while (isPlain[bytes[at] as number] === 1);
  if (bytes[at] !== quote) {
    line.leave();
    return -1;
  }
  line.at = at + 1;
  return at;
}

function isWord(
  bytes: Uint8Array,
  at: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
): boolean {
  return (
    bytes[at] === first &&
    bytes[at + 1] === second &&
    bytes[at + 2] === third &&
    bytes[at + 3] === fourth
  );
}

import { bytesOf, isAt, isPlainText, scanScalar } from "./read-value.js";
import type { AsciiBytes } from "./read-value.js";
import { skipSpace } from "./scanned-line.js";
import type { ScannedLine } from "./scanned-line.js";

/** The record is at its end, and so is the line. */
export const recordEnd = -1;
/** The line is for `JSON.parse`. */
export const lineLeft = -2;
/** A key that the contract does not have, and its value. */
const passedOver = -3;

/** The keys of a record, and what was learned of their order from the lines before. */
export interface ScannedKeys {
  /** Each key with its quotes; empty where JSON has several ways to write it, or bytes that are not ASCII. */
  readonly bytes: readonly AsciiBytes[];
  /** Keys that are none of them are passed over: the contract ignores them, and every key can be told. */
  readonly passesOver: boolean;
  /** The field that stood behind field i in the line before, at i + 1; the first one at 0. */
  readonly next: Int32Array;
  /** The line in which a key was met last: a key that comes twice is for `JSON.parse`. */
  readonly metIn: Int32Array;
  line: number;
  previous: number;
}

export function scannedKeys(keys: readonly string[], ignoreUnknown: boolean): ScannedKeys {
  return {
    bytes: keys.map((key) => bytesOf(isPlainText(key) ? `"${key}"` : "")),
    passesOver: ignoreUnknown && keys.every(isPlainText),
    next: Int32Array.from({ length: keys.length + 1 }, (_, i) => Math.min(i, keys.length - 1)),
    metIn: new Int32Array(keys.length),
    line: 0,
    previous: -1,
  };
}

/** The position of the first key of a line, `recordEnd` or `lineLeft`; its value stands at `line.at`. */
export function firstKey(line: ScannedLine, keys: ScannedKeys): number {
  const { bytes } = line;
  keys.line = (keys.line + 1) | 0;
  keys.previous = -1;
  const open = skipSpace(bytes, line.at);
  if (bytes[open] !== 123) return lineLeft;
  const at = skipSpace(bytes, open + 1);
  if (bytes[at] === 125) return endOfLine(line, at + 1);
  const field = keyAt(line, keys, at);
  return field === passedOver ? nextKey(line, keys) : field;
}

/** As `firstKey`, of the key behind the value that was read. */
export function nextKey(line: ScannedLine, keys: ScannedKeys): number {
  const { bytes } = line;
  for (;;) {
    if (line.at < 0) return lineLeft;
    const at = skipSpace(bytes, line.at);
    if (bytes[at] !== 44) return bytes[at] === 125 ? endOfLine(line, at + 1) : lineLeft;
    const field = keyAt(line, keys, skipSpace(bytes, at + 1));
    if (field !== passedOver) return field;
  }
}

function endOfLine(line: ScannedLine, behind: number): number {
  const at = skipSpace(line.bytes, behind);
  line.at = at;
  return line.bytes[at] === 10 ? recordEnd : lineLeft;
}

function keyAt(line: ScannedLine, keys: ScannedKeys, at: number): number {
  const { bytes } = line;
  if (bytes[at] !== 34) return lineLeft;
  const guess = keys.next[keys.previous + 1] as number;
  const field = isKey(line, keys, guess, at) ? guess : searchKey(line, keys, at);
  if (field < 0) return unknownKey(line, keys, at);
  if (keys.metIn[field] === keys.line) return lineLeft;
  keys.metIn[field] = keys.line;
  keys.next[keys.previous + 1] = field;
  keys.previous = field;
  return valueAt(line, at + (keys.bytes[field] as AsciiBytes).bytes.length) ? field : lineLeft;
}

/** Goes past the colon. */
function valueAt(line: ScannedLine, at: number): boolean {
  const { bytes } = line;
  const colon = skipSpace(bytes, at);
  line.at = skipSpace(bytes, colon + 1);
  return bytes[colon] === 58;
}

function isKey(line: ScannedLine, keys: ScannedKeys, field: number, at: number): boolean {
  const key = keys.bytes[field];
  return key !== undefined && key.bytes.length > 0 && isAt(line, at, key);
}

function searchKey(line: ScannedLine, keys: ScannedKeys, at: number): number {
  for (let field = 0; field < keys.bytes.length; field++) {
    if (isKey(line, keys, field, at)) return field;
  }
  return -1;
}

/** Passes over a key with a value that holds no other. */
function unknownKey(line: ScannedLine, keys: ScannedKeys, at: number): number {
  if (!keys.passesOver) return lineLeft;
  line.at = at;
  scanScalar(line);
  if (line.at < 0 || !valueAt(line, line.at)) return lineLeft;
  scanScalar(line);
  return passedOver;
}

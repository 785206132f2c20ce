import { ACCESSOR } from "./objects.js";

const LONGEST = 80;

/**
 * A value as a short phrase for a message, at most 80 characters: `7`, `the text "12"`, `null`,
 * `a list`. Reads nothing but the value's type and, of texts, the beginning: no code of the value
 * runs (no toString, toJSON, getter or proxy trap). With `pii` the type alone.
 */
export function describeReceived(value: unknown, pii = false): string {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "boolean":
      return pii ? "a bool" : String(value);
    case "number":
      return pii ? "a number" : Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return pii ? "a bigint" : describeBigInt(value);
    case "string":
      return pii ? "a text" : describeText(value);
    case "symbol":
      return value === ACCESSOR ? "a getter" : "a symbol";
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : describeObject(value);
  }
}

function describeObject(value: object): string {
  try {
    return Array.isArray(value) ? "a list" : "an object";
  } catch {
    // A revoked proxy; nothing else about it can be asked.
    return "an object";
  }
}

function describeBigInt(value: bigint): string {
  const limit = 10n ** 40n;
  return value > -limit && value < limit ? `the bigint ${value}` : "a large bigint";
}

/** Quoted, on one line, and cut between code points, with `…` where it was longer. */
function describeText(value: string): string {
  const room = LONGEST - 'the text "…"'.length;
  if (value.length <= room && isPlainAscii(value)) return `the text "${value}"`;
  let quoted = "";
  let i = 0;
  while (i < value.length) {
    const code = value.codePointAt(i) as number;
    const piece = quotedPiece(code);
    if (quoted.length + piece.length > room) return `the text "${quoted}…"`;
    quoted += piece;
    i += code > 0xffff ? 2 : 1;
  }
  return `the text "${quoted}"`;
}

/** Of characters that stand for themselves between quotes. */
function isPlainAscii(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit < 32 || unit > 126 || unit === 34 || unit === 92) return false;
  }
  return true;
}

function quotedPiece(code: number): string {
  if (code === 34 || code === 92) return `\\${String.fromCharCode(code)}`;
  if (isInvisible(code)) return `\\u${code.toString(16).padStart(4, "0")}`;
  return String.fromCodePoint(code);
}

/** Controls, line ends, lone surrogates, and characters that hide or reorder their neighbours. */
function isInvisible(code: number): boolean {
  return (
    code < 32 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff
  );
}

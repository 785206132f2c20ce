import {
  type CodePointSet,
  complementOf,
  digits,
  lastCodePoint,
  singleton,
  spaces,
  wordCharacters,
} from "./code-point-set.js";
import { isSurrogate, nameOf, type PatternCursor, refuse } from "./pattern-cursor.js";

const sets = new Map<string, CodePointSet>([
  ["d", digits],
  ["w", wordCharacters],
  ["s", spaces],
  ["D", complementOf(digits)],
  ["W", complementOf(wordCharacters)],
  ["S", complementOf(spaces)],
]);

const controls = new Map<string, number>([
  ["t", 0x09],
  ["n", 0x0a],
  ["v", 0x0b],
  ["f", 0x0c],
  ["r", 0x0d],
]);

interface Refused {
  readonly expression: RegExp;
  readonly reason: string;
  readonly hint?: string;
}

/** Escapes other engines know, each with its own reason. The expressions are matched after `\`. */
const refused: readonly Refused[] = [
  {
    expression: /[1-9][0-9]*/y,
    reason: "back-references are not part of patterns",
    hint: "repeat the part of the pattern that the reference stands for",
  },
  {
    expression: /k(?:<[^>]*>)?/y,
    reason: "back-references are not part of patterns",
    hint: "repeat the part of the pattern that the reference stands for",
  },
  {
    expression: /[bB]/y,
    reason: "word boundaries are not part of patterns",
    hint: "name the characters that may stand around the word, such as `(^|[^a-z])`",
  },
  {
    expression: /[pP](?:\{[^}]*\}?|[A-Z])?/y,
    reason: "Unicode properties are not part of patterns: they change with the Unicode version",
    hint: "list the characters in a class, such as `[A-Za-zÀ-ÿ]`",
  },
  {
    expression: /x(?:\{[0-9A-Fa-f]*\}?|[0-9A-Fa-f]{0,2})/y,
    reason: "`\\x` is not part of patterns",
    hint: "write `\\u` and four hexadecimal digits, such as `\\u00E9`",
  },
  {
    expression: /0[0-7]*/y,
    reason: "octal escapes are not part of patterns",
    hint: "write `\\u` and four hexadecimal digits, such as `\\u0000`",
  },
  {
    expression: /c[A-Za-z]?/y,
    reason: "control escapes are not part of patterns",
    hint: "write `\\u` and four hexadecimal digits, such as `\\u001B`",
  },
  {
    expression: /A/y,
    reason: "`\\A` is not part of patterns",
    hint: "write `^`: it always means the start of the text",
  },
  {
    expression: /[zZ]/y,
    reason: "`\\z` and `\\Z` are not part of patterns",
    hint: "write `$`: it always means the end of the text",
  },
];

/** Reads an escape at `\`: a character, or the set of a class escape such as `\d`. */
export function parseEscape(
  cursor: PatternCursor,
): { readonly codePoint: number } | { readonly set: CodePointSet } {
  const start = cursor.offset;
  cursor.skip("\\");
  if (cursor.atEnd) {
    refuse(
      start,
      start + 1,
      "a `\\` must be followed by what it escapes",
      "write `\\\\` for a backslash",
    );
  }
  const letter = cursor.next;
  const set = sets.get(letter);
  if (set !== undefined) {
    cursor.skip(letter);
    return { set };
  }
  const control = controls.get(letter);
  if (control !== undefined) {
    cursor.skip(letter);
    return { codePoint: control };
  }
  if (letter === "u") return { codePoint: parseUnicodeEscape(cursor, start) };
  if (/[!-/:-@[-`{-~]/.test(letter)) {
    cursor.skip(letter);
    return { codePoint: letter.charCodeAt(0) };
  }
  for (const { expression, reason, hint } of refused) {
    const found = cursor.peek(expression);
    if (found !== null) refuse(start, start + 1 + found[0].length, reason, hint);
  }
  const codePoint = cursor.takeCodePoint();
  const name = nameOf(codePoint);
  if (/[A-Za-z]/.test(letter)) {
    refuse(start, cursor.offset, `\`\\${letter}\` is not an escape that patterns know`);
  }
  refuse(
    start,
    cursor.offset,
    `${name} cannot be escaped`,
    `leave out the \`\\\`: ${name} stands for itself`,
  );
}

function parseUnicodeEscape(cursor: PatternCursor, start: number): number {
  const braced = cursor.peek(/u\{([0-9A-Fa-f]{1,8})\}/y);
  const pair = cursor.peek(/u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})/y);
  const plain = cursor.peek(/u([0-9A-Fa-f]{4})/y);
  const found = braced ?? pair ?? plain;
  if (found === null) {
    const attempt = cursor.peek(/u(?:\{[0-9A-Fa-f]*\}?|[0-9A-Fa-f]*)/y);
    refuse(
      start,
      start + 1 + (attempt?.[0].length ?? 1),
      "`\\u` must be followed by four hexadecimal digits, or by digits in braces",
      "write `\\u00E9` or `\\u{1F600}`",
    );
  }
  cursor.offset += found[0].length;
  const high = Number.parseInt(found[1] ?? "", 16);
  const low = Number.parseInt(found[2] ?? "", 16);
  const codePoint = found === pair ? (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000 : high;
  if (codePoint > lastCodePoint) {
    refuse(start, cursor.offset, "the last code point is `\\u{10FFFF}`");
  }
  if (isSurrogate(codePoint)) {
    refuse(
      start,
      cursor.offset,
      "this is half of a surrogate pair, not a character",
      "write the whole code point in braces, such as `\\u{1F600}`",
    );
  }
  return codePoint;
}

/** The set an escape stands for. */
export function parseEscapedSet(cursor: PatternCursor): CodePointSet {
  const escape = parseEscape(cursor);
  return "set" in escape ? escape.set : singleton(escape.codePoint);
}

import { anyButLineFeed, singleton } from "./code-point-set.js";
import { parseClass } from "./parse-class.js";
import { parseEscapedSet } from "./parse-escape.js";
import { PatternCursor, PatternRefusal, refuse } from "./pattern-cursor.js";
import type { PatternError, PatternNode } from "./pattern-node.js";

export const patternLimits = { nesting: 64, count: 1_000, length: 10_000 } as const;

/**
 * Reads a pattern of the safe subset (semantics 2.7); anything else is refused. Never throws. With
 * `capturing` the tree keeps what decides where a group begins and ends.
 */
export function parsePattern(
  text: string,
  capturing = false,
): { readonly ast: PatternNode } | { readonly error: PatternError } {
  try {
    if (text.length > patternLimits.length) {
      refuse(
        0,
        text.length,
        `the pattern is ${text.length} characters long, the limit is ${patternLimits.length}`,
      );
    }
    const cursor = new PatternCursor(text, capturing);
    const ast = parseAlternation(cursor, 0);
    if (!cursor.atEnd) {
      refuse(
        cursor.offset,
        cursor.offset + 1,
        "this `)` closes no group",
        "write `\\)` for a parenthesis that stands for itself",
      );
    }
    return { ast };
  } catch (refusal) {
    if (refusal instanceof PatternRefusal) return { error: refusal.error };
    throw refusal;
  }
}

function parseAlternation(cursor: PatternCursor, depth: number): PatternNode {
  const first = parseSequence(cursor, depth);
  if (!cursor.looksAt("|")) return first;
  const options = [first];
  while (cursor.skip("|")) options.push(parseSequence(cursor, depth));
  return { kind: "alternation", options };
}

function parseSequence(cursor: PatternCursor, depth: number): PatternNode {
  const items: PatternNode[] = [];
  while (!cursor.atEnd && cursor.next !== "|" && cursor.next !== ")") {
    items.push(parseRepeat(cursor, depth));
  }
  const [only] = items;
  if (only === undefined) return { kind: "empty" };
  return items.length === 1 ? only : { kind: "sequence", items };
}

function parseRepeat(cursor: PatternCursor, depth: number): PatternNode {
  const start = cursor.offset;
  const item = parseAtom(cursor, depth);
  const isAnchor = cursor.text[start] === "^" || cursor.text[start] === "$";
  const quantifierStart = cursor.offset;
  const counts = parseQuantifier(cursor);
  if (counts === undefined) return item;
  if (isAnchor) {
    refuse(
      quantifierStart,
      cursor.offset,
      `\`${cursor.text[start]}\` is a place, it cannot be repeated`,
      `write \`\\${cursor.text[start]}\` for the character`,
    );
  }
  const isLazy = cursor.skip("?");
  if (cursor.looksAt("+") && !isLazy) {
    refuse(
      quantifierStart,
      cursor.offset + 1,
      "possessive quantifiers are not part of patterns",
      "leave out the last `+`: patterns never backtrack",
    );
  }
  const secondStart = cursor.offset;
  if (parseQuantifier(cursor) !== undefined) {
    refuse(
      secondStart,
      cursor.offset,
      "a quantifier cannot follow another one",
      "put the repeated part in a group: `(?:a{2})*`",
    );
  }
  return isLazy && cursor.capturing
    ? { kind: "repeat", item, ...counts, lazy: true }
    : { kind: "repeat", item, ...counts };
}

interface Counts {
  readonly min: number;
  readonly max: number | undefined;
}

function parseQuantifier(cursor: PatternCursor): Counts | undefined {
  if (cursor.skip("*")) return { min: 0, max: undefined };
  if (cursor.skip("+")) return { min: 1, max: undefined };
  if (cursor.skip("?")) return { min: 0, max: 1 };
  if (!cursor.looksAt("{")) return undefined;
  const start = cursor.offset;
  const found = cursor.peek(/\{([0-9]+)(?:(,)([0-9]*))?\}/y);
  if (found === null) refuseBrace(cursor);
  cursor.offset += found[0].length;
  const min = Number(found[1]);
  const max = found[2] === undefined ? min : found[3] === "" ? undefined : Number(found[3]);
  if (Math.max(min, max ?? 0) > patternLimits.count) {
    refuse(start, cursor.offset, `a count is at most ${patternLimits.count}`);
  }
  if (max !== undefined && max < min) {
    refuse(start, cursor.offset, "the counts are in the wrong order", `write \`{${max},${min}}\``);
  }
  return { min, max };
}

function refuseBrace(cursor: PatternCursor): never {
  const start = cursor.offset;
  const openBelow = cursor.peek(/\{,([0-9]+)\}/y);
  if (openBelow !== null) {
    refuse(
      start,
      start + openBelow[0].length,
      "a count needs its lower bound",
      `write \`{0,${openBelow[1]}}\``,
    );
  }
  refuse(
    start,
    start + 1,
    "this `{` starts no count",
    "write `\\{` for a brace that stands for itself",
  );
}

function parseAtom(cursor: PatternCursor, depth: number): PatternNode {
  const start = cursor.offset;
  switch (cursor.next) {
    case "(":
      return parseGroup(cursor, depth);
    case "[":
      return { kind: "character", set: parseClass(cursor) };
    case "\\":
      return { kind: "character", set: parseEscapedSet(cursor) };
    case ".":
      cursor.skip(".");
      return { kind: "character", set: anyButLineFeed };
    case "^":
      cursor.skip("^");
      return { kind: "text_start" };
    case "$":
      cursor.skip("$");
      return { kind: "text_end" };
    case "]":
    case "}":
      refuse(
        start,
        start + 1,
        `this \`${cursor.next}\` closes nothing`,
        `write \`\\${cursor.next}\` for the character`,
      );
    case "*":
    case "+":
    case "?":
    case "{": {
      const character = cursor.next;
      parseQuantifier(cursor);
      refuse(
        start,
        cursor.offset,
        "there is nothing here to repeat",
        `write \`\\${character}\` for the character`,
      );
    }
    default:
      return { kind: "character", set: singleton(cursor.takeCodePoint()) };
  }
}

interface RefusedGroup {
  readonly expression: RegExp;
  readonly reason: string;
  readonly hint?: string;
}

const refusedGroups: readonly RefusedGroup[] = [
  {
    expression: /\(\?[=!]/y,
    reason: "look-ahead is not part of patterns",
    hint: "say what the text may be instead of what may not follow",
  },
  {
    expression: /\(\?<[=!]/y,
    reason: "look-behind is not part of patterns",
    hint: "say what the text may be instead of what may not precede",
  },
  {
    expression: /\(\?P?<[^>)]*>?|\(\?'[^')]*'?/y,
    reason: "named groups are not part of patterns: nothing is captured",
    hint: "write `(`",
  },
  {
    expression: /\(\?>/y,
    reason: "atomic groups are not part of patterns",
    hint: "write `(`: patterns never backtrack",
  },
  {
    expression: /\(\?[A-Za-z]*-?[A-Za-z]+[:)]?/y,
    reason: "flags inside the pattern are not part of patterns",
    hint: "for either case of a letter write a class, such as `[aA]`",
  },
  { expression: /\(\?#[^)]*\)?/y, reason: "comments are not part of patterns" },
  {
    expression: /\(\?/y,
    reason: "this kind of group is not part of patterns",
    hint: "write `(` or `(?:`",
  },
];

function parseGroup(cursor: PatternCursor, depth: number): PatternNode {
  const open = cursor.offset;
  if (depth >= patternLimits.nesting) {
    refuse(open, open + 1, `groups nest at most ${patternLimits.nesting} deep`);
  }
  const isPlain = !cursor.skip("(?:");
  if (isPlain) {
    for (const { expression, reason, hint } of refusedGroups) {
      const found = cursor.peek(expression);
      if (found !== null) refuse(open, open + found[0].length, reason, hint);
    }
    cursor.skip("(");
  }
  const content = parseAlternation(cursor, depth + 1);
  if (!cursor.skip(")")) {
    refuse(open, open + 1, "this group is not closed", "add `)`, or write `\\(` for a parenthesis");
  }
  return isPlain && cursor.capturing ? { kind: "group", item: content, start: open } : content;
}

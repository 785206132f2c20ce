import { assertNever } from "../../base/assert.js";
import type { CodePointRange, CodePointSet } from "../../pattern/code-point-set.js";
import { lastCodePoint } from "../../pattern/code-point-set.js";
import type { PatternNode } from "../../pattern/pattern-node.js";

/** No text has them, and engines differ in whether a pattern may name them. */
const surrogates = { first: 0xd800, last: 0xdfff } as const;

/** What RE2 refuses: counts inside counts multiply. */
const mostRepeats = 1000;

/** A pattern as RE2 and `java.util.regex` read it alike; undefined where RE2 would refuse its counts. */
export function patternText(node: PatternNode): string | undefined {
  return repeats(node) > mostRepeats ? undefined : textOf(node);
}

function textOf(node: PatternNode): string {
  switch (node.kind) {
    case "empty":
      return "(?:)";
    case "character":
      return classText(node.set);
    case "text_start":
      return "\\A";
    case "text_end":
      return "\\z";
    case "sequence":
      return node.items.map(textOf).join("");
    case "alternation":
      return `(?:${node.options.map(textOf).join("|")})`;
    case "repeat": {
      const { min, max } = node;
      const count =
        min === 0 && max === undefined
          ? "*"
          : min === 1 && max === undefined
            ? "+"
            : min === 0 && max === 1
              ? "?"
              : min === max
                ? `{${min}}`
                : `{${min},${max ?? ""}}`;
      return `(?:${textOf(node.item)})${count}${node.lazy === true ? "?" : ""}`;
    }
    case "group":
      return `(${textOf(node.item)})`;
    default:
      return assertNever(node);
  }
}

function repeats(node: PatternNode): number {
  switch (node.kind) {
    case "sequence":
      return Math.max(1, ...node.items.map(repeats));
    case "alternation":
      return Math.max(1, ...node.options.map(repeats));
    case "repeat":
      return Math.max(1, node.min, node.max ?? 0) * repeats(node.item);
    case "group":
      return repeats(node.item);
    default:
      return 1;
  }
}

/** The characters of a set, each written so that it stands for itself alone. */
export function classText(set: CodePointSet): string {
  const ranges = set.flatMap(withoutSurrogates);
  if (ranges.length === 0) return "[^\\x{0}-\\x{10FFFF}]";
  const [first] = ranges;
  if (ranges.length === 1 && first !== undefined && first.first === first.last) {
    return character(first.first);
  }
  const gaps = complement(ranges);
  // What is left out is shorter to say where the class goes to the end.
  return gaps.length > 0 && gaps.length < ranges.length
    ? `[^${gaps.map(rangeText).join("")}]`
    : `[${ranges.map(rangeText).join("")}]`;
}

function withoutSurrogates({ first, last }: CodePointRange): readonly CodePointRange[] {
  const below = { first, last: Math.min(last, surrogates.first - 1) };
  const above = { first: Math.max(first, surrogates.last + 1), last };
  return [below, above].filter((range) => range.first <= range.last);
}

function complement(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const gaps: CodePointRange[] = [];
  let next = 0;
  for (const { first, last } of [...ranges, { first: lastCodePoint + 1, last: lastCodePoint }]) {
    if (first > next) gaps.push(...withoutSurrogates({ first: next, last: first - 1 }));
    next = last + 1;
  }
  return gaps;
}

function rangeText({ first, last }: CodePointRange): string {
  return first === last ? character(first) : `${character(first)}-${character(last)}`;
}

function character(point: number): string {
  const text = String.fromCodePoint(point);
  return /[A-Za-z0-9 _%,:;<=>@"'!]/.test(text) ? text : `\\x{${point.toString(16).toUpperCase()}}`;
}

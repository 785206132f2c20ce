import {
  type CodePointRange,
  type CodePointSet,
  codePointSet,
  complementOf,
} from "./code-point-set.js";
import { parseEscape } from "./parse-escape.js";
import { type PatternCursor, refuse } from "./pattern-cursor.js";

const hyphenHint = "write `\\-` for a hyphen that stands for itself";

/** Reads a class at `[`. */
export function parseClass(cursor: PatternCursor): CodePointSet {
  const open = cursor.offset;
  cursor.skip("[");
  const negated = cursor.skip("^");
  if (cursor.looksAt("]")) {
    refuse(
      open,
      cursor.offset + 1,
      "a class must name a character",
      "write `\\]` for a bracket that stands for itself",
    );
  }
  const ranges: CodePointRange[] = [];
  const first = cursor.offset;
  while (!cursor.skip("]")) {
    if (cursor.atEnd) {
      refuse(open, open + 1, "this class is not closed", "add `]`, or write `\\[` for a bracket");
    }
    readMember(cursor, cursor.offset === first, ranges);
  }
  const set = codePointSet(ranges);
  return negated ? complementOf(set) : set;
}

/** Reads a character, a range or a class escape. A bare hyphen may only stand first or last. */
function readMember(cursor: PatternCursor, isFirst: boolean, ranges: CodePointRange[]): void {
  const start = cursor.offset;
  refuseClassSyntax(cursor);
  if (cursor.next === "-" && !isFirst && !cursor.looksAt("-]")) {
    refuse(start, start + 1, "this hyphen could be a range or itself", hyphenHint);
  }
  const low = readAtom(cursor);
  if (!cursor.looksAt("-") || cursor.looksAt("-]")) {
    if (typeof low === "number") ranges.push({ first: low, last: low });
    else ranges.push(...low);
    return;
  }
  if (isFirst && cursor.offset === start + 1 && cursor.text[start] === "-") {
    refuse(start, start + 2, "`--` could be a range, a difference or itself", hyphenHint);
  }
  const hyphen = cursor.offset;
  if (typeof low !== "number") {
    refuse(start, hyphen + 1, "a range cannot start with a class escape", hyphenHint);
  }
  cursor.skip("-");
  if (cursor.atEnd) return;
  refuseClassSyntax(cursor);
  if (cursor.looksAt("-")) {
    refuse(hyphen, hyphen + 2, "`--` could be a range, a difference or itself", hyphenHint);
  }
  const high = readAtom(cursor);
  if (typeof high !== "number") {
    refuse(start, cursor.offset, "a range cannot end with a class escape", hyphenHint);
  }
  if (high < low) {
    refuse(
      start,
      cursor.offset,
      "the ends of this range are in the wrong order",
      `swap them, or ${hyphenHint}`,
    );
  }
  ranges.push({ first: low, last: high });
}

function readAtom(cursor: PatternCursor): number | CodePointSet {
  if (cursor.next !== "\\") return cursor.takeCodePoint();
  const escape = parseEscape(cursor);
  return "set" in escape ? escape.set : escape.codePoint;
}

/** Bare text in a class that other engines read as an operator or a class inside the class. */
function refuseClassSyntax(cursor: PatternCursor): void {
  const start = cursor.offset;
  const posix = cursor.peek(/\[[:.=][^\]]*[:.=]\]/y);
  if (posix !== null) {
    refuse(
      start,
      start + posix[0].length,
      "named classes are not part of patterns",
      "list the characters, such as `[A-Za-z]`",
    );
  }
  if (cursor.looksAt("[")) {
    refuse(
      start,
      start + 1,
      "a class cannot contain another class",
      "write `\\[` for a bracket that stands for itself",
    );
  }
  if (cursor.looksAt("&&")) {
    refuse(
      start,
      start + 2,
      "`&&` in a class is an operator in some engines",
      "write `&` once: a class names each character once",
    );
  }
}

import type { PatternTable } from "@featc/runtime";
import { buildDfa } from "./build-dfa.js";
import { buildNfa } from "./build-nfa.js";
import { buildTable } from "./build-table.js";
import { classifyCodePoints } from "./code-point-classes.js";
import { parsePattern } from "./parse-pattern.js";
import { isSurrogate } from "./pattern-cursor.js";
import type { PatternError } from "./pattern-node.js";

export {
  sampleMatch,
  sampleMatchOfLength,
  sampleMismatch,
  sampleMismatchOfLength,
} from "./sample-text.js";

/** The limit of language section 11, counted after minimisation with the dead state. */
export const patternStateLimit = 1_000;

/** A pattern as the table that decides it in one pass. Never throws. */
export function compilePattern(
  text: string,
): { readonly table: PatternTable } | { readonly error: PatternError } {
  const parsed = parsePattern(text);
  if ("error" in parsed) return parsed;
  const nfa = buildNfa(parsed.ast);
  if (nfa === undefined) return { error: tooLarge(text, "its counts multiply to too many parts") };
  const classes = classifyCodePoints(nfa.sets);
  if (classes === undefined) {
    return { error: tooLarge(text, "it tells too many different characters apart") };
  }
  const dfa = buildDfa(nfa, classes);
  if (dfa === undefined) {
    return { error: tooLarge(text, "its table takes too much work to build") };
  }
  const table = buildTable(dfa, classes);
  const states = table.accepting.length;
  if (states > patternStateLimit) {
    return {
      error: tooLarge(text, `its table has ${states} states, the limit is ${patternStateLimit}`),
    };
  }
  return { table };
}

function tooLarge(text: string, why: string): PatternError {
  return {
    start: 0,
    end: text.length,
    reason: `the pattern is too large: ${why}`,
    hint: "lower its counts, begin it with `^`, or check the number of characters with `length`",
  };
}

/**
 * Whether the pattern matches somewhere in the text, as its anchors allow. A text that is not
 * well-formed Unicode matches no pattern.
 */
export function matchesPattern(table: PatternTable, text: string): boolean {
  let state = 1;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isSurrogate(codePoint)) return false;
    const range = table.starts.findLastIndex((start) => start <= codePoint);
    const column = table.classes[range] ?? 0;
    state = table.next[state * table.width + column] ?? 0;
  }
  return table.accepting[state] ?? false;
}

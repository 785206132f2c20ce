import type { PatternTable } from "@featc/runtime";

/** Positions [from, to) of a text whose characters all lie in one of the ranges, both ends included. */
export interface CharacterRun {
  readonly from: number;
  readonly to: number;
  readonly ranges: readonly (readonly [low: number, high: number])[];
}

const start = 1;
const longest = 64;
const mostRanges = 4;
/** Below it a code point is one UTF-16 unit, and no surrogate. */
const firstSurrogate = 0xd800;

/**
 * The runs of a pattern whose texts all have one length and whose positions do not depend on each other,
 * such as `^[A-Z]{2}-\d{4}$`; null for others. A few comparisons are faster than its table.
 */
export function fixedPattern(table: PatternTable): readonly CharacterRun[] | null {
  const runs: CharacterRun[] = [];
  let state = start;
  for (let position = 0; position <= longest; position++) {
    const next = onlySuccessor(table, state);
    if (next === null) return null;
    if (table.accepting[state] === true) return next === undefined && position > 0 ? runs : null;
    if (next === undefined) return null;
    const ranges = rangesTo(table, state, next);
    if (ranges === null) return null;
    const last = runs.at(-1);
    if (last !== undefined && String(last.ranges) === String(ranges)) {
      runs[runs.length - 1] = { ...last, to: position + 1 };
    } else {
      runs.push({ from: position, to: position + 1, ranges });
    }
    state = next;
  }
  return null;
}

/** The state after every character that the pattern allows; undefined where it allows none, null: several. */
function onlySuccessor(table: PatternTable, state: number): number | undefined | null {
  const row = table.next.slice(state * table.width, (state + 1) * table.width);
  const states = new Set(row.filter((next) => next !== 0));
  if (states.size > 1) return null;
  return [...states][0];
}

function rangesTo(table: PatternTable, state: number, to: number): CharacterRun["ranges"] | null {
  const ranges: [low: number, high: number][] = [];
  table.starts.forEach((low, i) => {
    const next = table.next[state * table.width + (table.classes[i] ?? 0)];
    if (next !== to) return;
    const high = (table.starts[i + 1] ?? 0x110000) - 1;
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === low - 1) last[1] = high;
    else ranges.push([low, high]);
  });
  const isSimple = ranges.length <= mostRanges && ranges.every(([, high]) => high < firstSurrogate);
  return isSimple ? ranges : null;
}

import type { PatternTable } from "@featc/runtime";
import { isSurrogate } from "./pattern-cursor.js";

/** A shortest text that matches, of letters and digits where there is a choice. */
export function sampleMatch(table: PatternTable): string | undefined {
  return sample(table, table.accepting, 0, Infinity);
}

/** As `sampleMatch`, for a number of code points between `min` and `max`, both included. */
export function sampleMatchOfLength(
  table: PatternTable,
  min: number,
  max: number,
): string | undefined {
  return sample(table, table.accepting, min, max);
}

/** A shortest text that does not match; the empty text only where there is no other. */
export function sampleMismatch(table: PatternTable): string | undefined {
  return sampleMismatchOfLength(table, 1, Infinity) ?? sampleMismatchOfLength(table, 0, 0);
}

/** As `sampleMismatch`, for a number of code points between `min` and `max`, both included. */
export function sampleMismatchOfLength(
  table: PatternTable,
  min: number,
  max: number,
): string | undefined {
  const rejecting = table.accepting.map((isAccepting) => !isAccepting);
  return sample(table, rejecting, min, max);
}

interface Step {
  readonly state: number;
  readonly codePoint: number;
}

/** Bounds the memory for tables whose lengths repeat only after a very long period. */
const distinctLimit = 5_000;

/**
 * A shortest text of at least `min` code points that ends in one of `goals`. Works backwards: from
 * the states that reach a goal in n steps follow those that do in n + 1. Such sets repeat sooner
 * or later, so a large `min` costs no more than the text itself.
 */
function sample(
  table: PatternTable,
  goals: readonly boolean[],
  min: number,
  max: number,
): string | undefined {
  const steps = preferredSteps(table);
  const successors = steps.map((from) => [...new Set(from.map(({ state }) => state))]);
  // A "1" for each state from which a goal is reached in exactly n steps, by n.
  const reaching = [goals.map((is) => (is ? "1" : "0")).join("")];
  const known = new Map<string, number>();
  let loopsTo: number | undefined;
  for (;;) {
    const last = reaching.at(-1) ?? "";
    known.set(last, reaching.length - 1);
    const previous = successors
      .map((to) => (to.some((state) => last[state] === "1") ? "1" : "0"))
      .join("");
    loopsTo = known.get(previous);
    if (loopsTo !== undefined) break;
    if (reaching.length >= distinctLimit) return undefined;
    reaching.push(previous);
  }
  const period = reaching.length - loopsTo;
  const reaches = (state: number, count: number): boolean => {
    const at = count < reaching.length ? count : loopsTo + ((count - loopsTo) % period);
    return reaching[at]?.[state] === "1";
  };

  const longest = Math.min(max, Math.max(min, 0) + reaching.length);
  for (let length = Math.max(min, 0); length <= longest; length += 1) {
    if (!reaches(1, length)) continue;
    const characters: string[] = [];
    let state = 1;
    for (let left = length - 1; left >= 0; left -= 1) {
      const step = steps[state]?.find((candidate) => reaches(candidate.state, left));
      if (step === undefined) return undefined;
      characters.push(String.fromCodePoint(step.codePoint));
      state = step.state;
    }
    return characters.join("");
  }
  return undefined;
}

/** From each state the steps to all others, those by letters and digits first. */
function preferredSteps({ accepting, next, width, ...ranges }: PatternTable): Step[][] {
  const representatives = representativesOf({ width, ...ranges });
  return accepting.map((_, state) =>
    representatives.map(({ column, codePoint }) => ({
      state: next[state * width + column] ?? 0,
      codePoint,
    })),
  );
}

/** Letters, then digits from 1 (`1111-11-11` is a date, `0000-00-00` is not), then the rest of ASCII. */
const preferred: readonly number[] = [
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-_.,:;/@+!#$%&()*<=>?[]^{|}~'\"`\\ ",
].map((character) => character.codePointAt(0) ?? 0);

/** A code point for each class that has one, the most presentable first. */
function representativesOf({
  starts,
  classes,
}: Pick<PatternTable, "starts" | "classes" | "width">): readonly {
  readonly column: number;
  readonly codePoint: number;
}[] {
  const columnAt = (codePoint: number): number =>
    classes[starts.findLastIndex((start) => start <= codePoint)] ?? 0;
  const found = new Map<number, number>();
  const offer = (codePoint: number): void => {
    const column = columnAt(codePoint);
    if (!found.has(column)) found.set(column, codePoint);
  };
  preferred.forEach(offer);
  // Above ASCII before the control characters.
  const others = [...starts.filter((start) => start > 0x9f), ...starts];
  for (const start of others) {
    if (!isSurrogate(start)) offer(start);
    else if (columnAt(0xe000) === columnAt(start)) offer(0xe000);
  }
  return [...found].map(([column, codePoint]) => ({ column, codePoint }));
}

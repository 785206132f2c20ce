import type { CodePointClasses } from "./code-point-classes.js";
import type { Nfa } from "./build-nfa.js";

/** A complete automaton over classes. State 0 accepts nothing, whatever follows; 1 is the start. */
export interface Dfa {
  readonly width: number;
  /** `next[state * width + class]`. */
  readonly next: readonly number[];
  readonly accepting: readonly boolean[];
}

/**
 * What building may cost. States before minimisation, members of all of them, entries of `next`,
 * and steps taken: each bounds a different kind of hostile pattern.
 */
const buildLimits = { states: 5_000, members: 1_000_000, cells: 1_000_000, steps: 2_000_000 };

const dead = 0;

/**
 * Subset construction. A match may begin anywhere, so the NFA starts again before each code point;
 * the text is consumed whole, so once a match has ended the state stays accepting.
 * Undefined where a build limit is passed.
 */
export function buildDfa(nfa: Nfa, { width, ofSet }: CodePointClasses): Dfa | undefined {
  const next: number[] = [];
  const accepting: boolean[] = [];
  const members: (readonly number[])[] = [];
  const stateOf = new Map<string, number>();
  const seen = new Int32Array(nfa.states.length).fill(-1);
  let generation = 0;
  let memberCount = 0;
  let steps = 0;

  const highest = new Int32Array(nfa.chainCount);
  const rankedIn = new Int32Array(nfa.chainCount).fill(-1);

  /** Leaves out states that accept nothing which another one does not accept as well. */
  const withoutIncluded = (kept: readonly number[]): number[] => {
    for (const id of kept) {
      for (const { chain, rank } of nfa.places[id] ?? []) {
        steps += 1;
        if (rankedIn[chain] === generation && (highest[chain] ?? 0) >= rank) continue;
        rankedIn[chain] = generation;
        highest[chain] = rank;
      }
    }
    return kept.filter((id) =>
      (nfa.places[id] ?? []).every(({ chain, rank }) => highest[chain] === rank),
    );
  };

  /**
   * Everything reachable without reading. Keeps the states that read a character or wait for the
   * end of the text; undefined where the end of the pattern is reached.
   */
  const close = (
    seeds: readonly number[],
    atStart: boolean,
    atEnd: boolean,
  ): number[] | undefined => {
    generation += 1;
    const kept: number[] = [];
    const open = [...seeds];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen[id] === generation) continue;
      seen[id] = generation;
      steps += 1;
      const state = nfa.states[id];
      switch (state?.kind) {
        case "character":
          kept.push(id);
          break;
        case "split":
          steps += state.targets.length;
          for (const target of state.targets) open.push(target);
          break;
        case "text_start":
          if (atStart) open.push(state.next);
          break;
        case "text_end":
          kept.push(id);
          if (atEnd) open.push(state.next);
          break;
        case "accept":
          return undefined;
        case undefined:
          break;
      }
    }
    return withoutIncluded(kept).sort((a, b) => a - b);
  };

  const addState = (kept: readonly number[], isAccepting: boolean): number => {
    members.push(kept);
    memberCount += kept.length;
    return accepting.push(isAccepting) - 1;
  };

  const acceptsAtEnd = (kept: readonly number[], atStart: boolean): boolean =>
    kept.some((id) => nfa.states[id]?.kind === "text_end") &&
    close(kept, atStart, true) === undefined;

  const stateFor = (kept: readonly number[]): number => {
    const key = kept.join();
    const known = stateOf.get(key);
    if (known !== undefined) return known;
    const state = addState(kept, acceptsAtEnd(kept, false));
    stateOf.set(key, state);
    return state;
  };

  addState([], false);
  const first = close([nfa.start], true, false);
  addState(first ?? [], first === undefined || acceptsAtEnd(first, true));
  const matched = addState([], true);
  const closedAgain = close([nfa.start], false, false);
  // Where a match can begin and end at the end of the text, every text but the empty one matches.
  const restart =
    closedAgain === undefined || acceptsAtEnd(closedAgain, false) ? undefined : closedAgain;
  stateOf.set("", dead);

  /** The states after the readers among `ids`, by the class they read. */
  const readBy = (ids: readonly number[]): Map<number, number[]> => {
    const reached = new Map<number, number[]>();
    for (const id of ids) {
      const reader = nfa.states[id];
      if (reader?.kind !== "character") continue;
      for (const c of ofSet[reader.set] ?? []) {
        steps += 1;
        const targets = reached.get(c);
        if (targets === undefined) reached.set(c, [reader.next]);
        else targets.push(reader.next);
      }
    }
    return reached;
  };

  const restartMembers = new Set(restart);
  const readByRestart = readBy(restart ?? []);

  /** Sets `row` for the classes in `reached`; classes that lead to the same states are done once. */
  const fill = (row: number[], reached: ReadonlyMap<number, readonly number[]>): void => {
    const done = new Map<string, number>();
    for (const [c, targets] of reached) {
      if (steps > buildLimits.steps) return;
      const seeds = [...new Set([...(readByRestart.get(c) ?? []), ...targets])];
      const key = seeds.join();
      let state = done.get(key);
      if (state === undefined) {
        const kept = close([...(restart ?? []), ...seeds], false, false);
        state = kept === undefined ? matched : stateFor(kept);
        done.set(key, state);
      }
      row[c] = state;
    }
  };

  /** Where each class leads from every state in which no match is under way. */
  const restartRow = Array.from({ length: width }, () =>
    restart === undefined ? matched : stateFor(restart),
  );
  if (restart !== undefined) fill(restartRow, readByRestart);

  for (let state = 0; state < members.length; state += 1) {
    if (
      members.length > buildLimits.states ||
      members.length * width > buildLimits.cells ||
      memberCount > buildLimits.members ||
      steps > buildLimits.steps
    ) {
      return undefined;
    }
    const row =
      state === dead || state === matched || first === undefined
        ? restartRow.map(() => (state === dead ? dead : matched))
        : [...restartRow];
    const underWay = (members[state] ?? []).filter((id) => !restartMembers.has(id));
    if (restart !== undefined) fill(row, readBy(underWay));
    for (const target of row) next.push(target);
  }
  // The last state may have been cut short.
  return steps > buildLimits.steps ? undefined : { width, next, accepting };
}

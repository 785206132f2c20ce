import { assertNever } from "../base/assert.js";
import type { CodePointSet } from "./code-point-set.js";
import type { PatternNode } from "./pattern-node.js";

/** States name each other by index. */
export type NfaState =
  | { readonly kind: "character"; readonly set: number; readonly next: number }
  | { readonly kind: "split"; readonly targets: readonly number[] }
  | { readonly kind: "text_start"; readonly next: number }
  | { readonly kind: "text_end"; readonly next: number }
  | { readonly kind: "accept" };

/**
 * In `a{0,5}` what can still follow in an early copy includes all that can follow in a later one.
 * Of two states with the same `chain`, the one with the higher `rank` accepts all the other does.
 */
export interface ChainPlace {
  readonly chain: number;
  readonly rank: number;
}

export interface Nfa {
  readonly states: readonly NfaState[];
  readonly start: number;
  /** The different character sets; `character` states name them by index. */
  readonly sets: readonly CodePointSet[];
  /** The places of each state in the chains of the counted repetitions around it. */
  readonly places: readonly (readonly ChainPlace[])[];
  readonly chainCount: number;
}

/** Counts multiply when groups nest, so the parts are counted while they are built. */
const partLimit = 20_000;

/** Undefined where the pattern, its counts written out, has more than 20,000 parts. */
export function buildNfa(ast: PatternNode): Nfa | undefined {
  const states: NfaState[] = [{ kind: "accept" }];
  const sets: CodePointSet[] = [];
  const setIndexes = new Map<string, number>();
  const places: ChainPlace[][] = [];
  let chainCount = 0;
  let parts = 0;

  const add = (state: NfaState): number => states.push(state) - 1;

  const indexOfSet = (set: CodePointSet): number => {
    const key = set.map(({ first, last }) => `${first}-${last}`).join();
    const known = setIndexes.get(key);
    if (known !== undefined) return known;
    setIndexes.set(key, sets.length);
    return sets.push(set) - 1;
  };

  /** Returns the state from which `node` and then whatever starts at `next` is read. */
  const build = (node: PatternNode, next: number): number => {
    parts += 1;
    switch (node.kind) {
      case "empty":
        return next;
      case "character":
        return add({ kind: "character", set: indexOfSet(node.set), next });
      case "text_start":
      case "text_end":
        return add({ kind: node.kind, next });
      case "sequence":
        return node.items.reduceRight((after, item) => build(item, after), next);
      case "alternation":
        return add({ kind: "split", targets: node.options.map((option) => build(option, next)) });
      case "repeat":
        return buildRepeat(node.item, node.min, node.max, next);
      case "group":
        return build(node.item, next);
      default:
        return assertNever(node);
    }
  };

  const buildRepeat = (
    item: PatternNode,
    min: number,
    max: number | undefined,
    next: number,
  ): number => {
    const ranked = max === undefined ? min + 1 : max - min + Math.min(min, 1);
    let after = next;
    let rank = 0;
    let firstChain: number | undefined;

    const buildCopy = (isRanked: boolean): number => {
      const from = states.length;
      const start = build(item, after);
      if (!isRanked || ranked < 2) return start;
      if (firstChain === undefined) {
        firstChain = chainCount;
        chainCount += states.length - from;
      }
      // Copies are built alike, so their states correspond by their order.
      for (let state = from; state < states.length; state += 1) {
        (places[state] ??= []).push({ chain: firstChain + state - from, rank });
      }
      rank += max === undefined ? -1 : 1;
      return start;
    };

    if (max === undefined) {
      const targets = [next];
      after = add({ kind: "split", targets });
      targets.push(buildCopy(true));
    } else {
      for (let i = min; i < max && parts <= partLimit; i += 1) {
        after = add({ kind: "split", targets: [buildCopy(true), next] });
      }
    }
    for (let i = 0; i < min && parts <= partLimit; i += 1) {
      // With a bound, copies that must be read compare only with the last of their kind.
      after = buildCopy(max === undefined || i === 0);
    }
    return after;
  };

  const start = build(ast, 0);
  if (parts > partLimit) return undefined;
  return { states, start, sets, places: states.map((_, i) => places[i] ?? []), chainCount };
}

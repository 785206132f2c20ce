import type { ExtractProgram, ExtractStep } from "@featc/runtime";
import { assertNever } from "../base/assert.js";
import type { CodePointSet } from "./code-point-set.js";
import { parsePattern } from "./parse-pattern.js";
import type { PatternError, PatternNode } from "./pattern-node.js";

/** A text is read once for all steps at the same time, so they bound the work for a character. */
export const extractStepLimit = 1_000;

export interface RefusedExtract {
  readonly error: PatternError;
  /** The pattern could be matched; it does not say what to extract. */
  readonly ofGroup: boolean;
}

/**
 * A pattern with one group as the steps that find the group's text: the leftmost match, and in it
 * the alternative that stands first, as engines with backtracking choose. Never throws.
 *
 * Engines differ in what a group holds that was repeated, and in how often a part repeats that
 * matches no character; both are refused.
 */
export function compileExtract(
  text: string,
): { readonly program: ExtractProgram } | RefusedExtract {
  const parsed = parsePattern(text, true);
  if ("error" in parsed) return { ...parsed, ofGroup: false };
  const groups = groupsOf(parsed.ast);
  const [group, second] = groups;
  if (group === undefined) {
    return refused(0, text.length, "the pattern has no group", "put `(` `)` around what you want");
  }
  if (second !== undefined) {
    return refused(
      second.start,
      second.start + 1,
      `the pattern has ${groups.length} groups, and one of them must say what is extracted`,
      "write `(?:` where a group only holds things together",
    );
  }
  const repeated = unclearRepeat(parsed.ast);
  if (repeated !== undefined) return refused(0, text.length, ...repeated);
  const program = stepsOf(parsed.ast);
  if (program !== undefined) return { program };
  const reason = `the pattern has more than ${extractStepLimit} parts`;
  const hint = "lower its counts";
  return { error: { start: 0, end: text.length, reason, hint }, ofGroup: false };
}

function refused(start: number, end: number, reason: string, hint: string): RefusedExtract {
  return { error: { start, end, reason, hint }, ofGroup: true };
}

type Group = Extract<PatternNode, { readonly kind: "group" }>;

function childrenOf(node: PatternNode): readonly PatternNode[] {
  switch (node.kind) {
    case "empty":
    case "character":
    case "text_start":
    case "text_end":
      return [];
    case "sequence":
      return node.items;
    case "alternation":
      return node.options;
    case "repeat":
    case "group":
      return [node.item];
    default:
      return assertNever(node);
  }
}

function groupsOf(node: PatternNode): readonly Group[] {
  const inside = childrenOf(node).flatMap(groupsOf);
  return node.kind === "group" ? [node, ...inside] : inside;
}

function unclearRepeat(node: PatternNode): readonly [reason: string, hint: string] | undefined {
  if (node.kind === "repeat") {
    if (node.max !== 1 && groupsOf(node.item).length > 0) {
      return [
        "the group is repeated, so that it would be found several times",
        "put the repetition into the group, or write `(?:` for the part that repeats",
      ];
    }
    if (canBeEmpty(node.item)) {
      return [
        "a part that can match no character is repeated",
        "let the repeated part match one character at least, such as `(?:a+)?` or `a*`",
      ];
    }
  }
  for (const child of childrenOf(node)) {
    const unclear = unclearRepeat(child);
    if (unclear !== undefined) return unclear;
  }
  return undefined;
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "empty":
    case "text_start":
    case "text_end":
      return true;
    case "character":
      return false;
    case "sequence":
      return node.items.every(canBeEmpty);
    case "alternation":
      return node.options.some(canBeEmpty);
    case "repeat":
      return node.min === 0 || canBeEmpty(node.item);
    case "group":
      return canBeEmpty(node.item);
    default:
      return assertNever(node);
  }
}

/** Undefined past the limit. Steps are added back to front, so that each knows the one after it. */
function stepsOf(ast: PatternNode): ExtractProgram | undefined {
  const steps: ExtractStep[] = [{ kind: "end" }];
  const add = (step: ExtractStep): number => steps.push(step) - 1;

  const build = (node: PatternNode, next: number): number => {
    if (steps.length > extractStepLimit) return next;
    switch (node.kind) {
      case "empty":
        return next;
      case "character":
        return add({ kind: "read", ranges: rangesOf(node.set), next });
      case "text_start":
      case "text_end":
        return add({ kind: node.kind, next });
      case "sequence":
        return node.items.reduceRight((after, item) => build(item, after), next);
      case "alternation":
        return node.options
          .map((option) => build(option, next))
          .reduceRight((otherwise, first) => add({ kind: "try", first, otherwise }));
      case "repeat":
        return buildRepeat(node, next);
      case "group":
        return add({
          kind: "open",
          next: build(node.item, add({ kind: "close", next })),
        });
      default:
        return assertNever(node);
    }
  };

  const choice = (more: number, enough: number, lazy: boolean): ExtractStep =>
    lazy
      ? { kind: "try", first: enough, otherwise: more }
      : { kind: "try", first: more, otherwise: enough };

  const buildRepeat = (
    node: Extract<PatternNode, { readonly kind: "repeat" }>,
    next: number,
  ): number => {
    const { item, min, max } = node;
    const lazy = node.lazy === true;
    let after = next;
    if (max === undefined) {
      const loop = add({ kind: "end" });
      steps[loop] = choice(build(item, loop), next, lazy);
      after = loop;
    } else {
      for (let i = min; i < max && steps.length <= extractStepLimit; i += 1) {
        after = add(choice(build(item, after), next, lazy));
      }
    }
    for (let i = 0; i < min && steps.length <= extractStepLimit; i += 1) after = build(item, after);
    return after;
  };

  const start = build(ast, 0);
  return steps.length > extractStepLimit ? undefined : { start, steps };
}

/** First and last code point of each range, one after the other. */
export function rangesOf(set: CodePointSet): readonly number[] {
  return set.flatMap(({ first, last }) => [first, last]);
}

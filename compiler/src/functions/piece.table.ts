import { internalError } from "../base/assert.js";
import { characterClass } from "../pattern/character-class.js";
import type { CodePointSet } from "../pattern/code-point-set.js";
import { extractGroup } from "../pattern/extract-group.js";
import { compileExtract } from "../pattern/extract-pattern.js";
import { stringType } from "../types/type.js";
import type { Constant } from "../types/value.js";
import {
  always,
  constantAt,
  isConstantList,
  listAt,
  never,
  problem,
  textAt,
  textsAt,
} from "./arguments.js";
import { defineFunctions } from "./definition.js";
import type { ArgumentFact, ArgumentProblem, FunctionDefinition } from "./definition.js";
import { anyText, mapped, textParam } from "./text-rules.js";

/** Pairs of texts beyond which analysis no longer lists them. */
const mostPairs = 10_000;

const crossSign = "|";

/** Of a text and a class of characters. */
function ofClass(
  summary: string,
  keeps: (text: string, set: CodePointSet) => string,
): FunctionDefinition {
  return {
    summary,
    params: [textParam, { name: "class", type: "string", constant: true }],
    result: always(stringType),
    checkConstants: ([, text]) => classProblem(text),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const text = constantAt(args, 1);
      return typeof text === "string" ? mapped(args, (s) => keeps(s, setOf(text))) : anyText;
    },
    evaluate: (args) => keeps(textAt(args, 0), setOf(textAt(args, 1))),
  };
}

export const pieceFunctions = defineFunctions({
  keep: ofClass(
    "The characters of the text that are in the class, a constant such as [0-9.].",
    (text, set) => charactersWhere(text, (point) => isIn(set, point)),
  ),
  remove: ofClass(
    "The text without the characters that are in the class, a constant such as [^0-9.].",
    (text, set) => charactersWhere(text, (point) => !isIn(set, point)),
  ),
  extract: {
    summary:
      "What the one group of the pattern, a constant, holds in the first match; of several ways to match the one that stands first in the pattern.",
    params: [textParam, { name: "pattern", type: "string", constant: true }],
    result: always(stringType),
    checkConstants: ([, pattern]) => extractProblem(pattern),
    missingWhen: "the pattern matches nowhere, or matches without its group",
    partial: () => "domain",
    domain: (args) => {
      const pattern = constantAt(args, 1);
      const texts = textsAt(args, 0);
      if (texts === null || typeof pattern !== "string") return anyText;
      const found = texts.flatMap((text) => extracted(text, pattern) ?? []);
      return found.length === 0 ? anyText : { kind: "text", values: [...new Set(found)] };
    },
    evaluate: (args) => extracted(textAt(args, 0), textAt(args, 1)),
  },
  first_match: {
    summary: "The first of the needles, in the order of their list, that occurs in the text.",
    params: [textParam, { name: "needles", type: "text list", constant: true }],
    result: always(stringType),
    checkConstants: ([, needles]) => needleProblem(needles),
    missingWhen: "none of the needles occurs",
    partial: (args) =>
      textsAt(args, 0)?.every((text) => findsOne(text, args)) === true ? undefined : "domain",
    domain: (args) => {
      const needles = constantAt(args, 1);
      return isConstantList(needles) ? { kind: "text", values: needles.map(String) } : anyText;
    },
    evaluate: (args) => {
      const text = textAt(args, 0);
      const needles = listAt(args, 1);
      return needles.find((_, i) => text.includes(textAt(needles, i))) ?? null;
    },
  },
  cross: {
    summary: `Both values as one text, with ${crossSign} between them: to one_hot or to hash_bucket.`,
    params: [
      { name: "a", type: "key" },
      { name: "b", type: "key" },
    ],
    result: always(stringType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const left = textsAt(args, 0);
      const right = textsAt(args, 1);
      return left === null || right === null || left.length * right.length > mostPairs
        ? anyText
        : {
            kind: "text",
            values: [...new Set(left.flatMap((a) => right.map((b) => a + crossSign + b)))],
          };
    },
    evaluate: (args) => `${String(args[0])}${crossSign}${String(args[1])}`,
  },
});

function classProblem(text: Constant | undefined): ArgumentProblem | undefined {
  if (typeof text !== "string") return undefined;
  const parsed = characterClass(text);
  return "error" in parsed
    ? { argument: 1, problem: parsed.error.reason, pattern: { ...parsed.error, kind: "class" } }
    : undefined;
}

function extractProblem(pattern: Constant | undefined): ArgumentProblem | undefined {
  if (typeof pattern !== "string") return undefined;
  const compiled = compileExtract(pattern);
  return "error" in compiled
    ? {
        argument: 1,
        problem: compiled.error.reason,
        pattern: { ...compiled.error, kind: compiled.ofGroup ? "group" : "pattern" },
      }
    : undefined;
}

function needleProblem(needles: Constant | undefined): ArgumentProblem | undefined {
  if (!isConstantList(needles) || needles.length === 0)
    return problem(1, "it needs at least one needle");
  const texts = needles.map(String);
  if (texts.includes("")) return problem(1, "an empty needle occurs in every text");
  for (const [i, needle] of texts.entries()) {
    const hiding = texts.slice(0, i).find((earlier) => needle.includes(earlier));
    if (hiding === undefined) continue;
    return problem(
      1,
      hiding === needle
        ? `${JSON.stringify(needle)} stands twice`
        : `${JSON.stringify(needle)} is never found: ${JSON.stringify(hiding)}, which stands before it, occurs in it`,
    );
  }
  return undefined;
}

function findsOne(text: string, args: readonly ArgumentFact[]): boolean {
  const needles = constantAt(args, 1);
  return isConstantList(needles) && needles.some((needle) => text.includes(String(needle)));
}

function charactersWhere(text: string, wanted: (point: number) => boolean): string {
  return [...text].filter((character) => wanted(character.codePointAt(0) ?? 0)).join("");
}

function isIn(set: CodePointSet, point: number): boolean {
  return set.some(({ first, last }) => first <= point && point <= last);
}

const sets = new Map<string, CodePointSet>();

function setOf(text: string): CodePointSet {
  const known = sets.get(text);
  if (known !== undefined) return known;
  const parsed = characterClass(text);
  if ("error" in parsed) internalError(`class ${JSON.stringify(text)} was not checked`);
  sets.set(text, parsed.set);
  return parsed.set;
}

const programs = new Map<string, ReturnType<typeof compileExtract>>();

function extracted(text: string, pattern: string): string | null {
  const compiled = programs.get(pattern) ?? compileExtract(pattern);
  programs.set(pattern, compiled);
  if ("error" in compiled) internalError(`pattern ${JSON.stringify(pattern)} was not checked`);
  return extractGroup(compiled.program, text);
}

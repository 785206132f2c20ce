import { internalError } from "../base/assert.js";
import { compilePattern, matchesPattern } from "../pattern/compile-pattern.js";
import type { Domain, NumberDomain } from "../types/domain.js";
import { lengthOf, opaque } from "../types/facts.js";
import {
  anyInt,
  anyNumber,
  boundsOfDates,
  boundsOfTimestamps,
  exactly,
  join,
} from "../types/interval.js";
import type { Type } from "../types/type.js";
import {
  boolType,
  dateType,
  intType,
  numberType,
  stringType,
  timestampType,
} from "../types/type.js";
import {
  always,
  constantAt,
  domainAt,
  never,
  numberAt,
  problem,
  textAt,
  textsAt,
  whole,
} from "./arguments.js";
import { dateText } from "./calendar.js";
import { defineFunctions } from "./definition.js";
import type { ArgumentFact, FunctionDefinition } from "./definition.js";
import { readDate, readInt, readNumber, readTimestamp } from "./read-text.js";
import { anyText, mapped, ofText, textParam } from "./text-rules.js";

const s = textParam;
const anyBool: Domain = { kind: "bool", mayBeTrue: true, mayBeFalse: true };
/** More than any engine's strings hold. */
const longestText = 2 ** 32;

/** Of a text and a part of it. */
function test(summary: string, f: (text: string, part: string) => boolean): FunctionDefinition {
  return {
    summary,
    params: [s, { name: "part", type: "string" }],
    result: always(boolType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const part = constantAt(args, 1);
      return typeof part === "string" ? tested(args, (text) => f(text, part)) : anyBool;
    },
    evaluate: (args) => f(textAt(args, 0), textAt(args, 1)),
  };
}

function end(
  summary: string,
  f: (points: readonly string[], n: number) => readonly string[],
): FunctionDefinition {
  return {
    summary,
    params: [s, { name: "n", type: "int" }],
    result: always(stringType),
    checkConstants: ([, n]) => (Number(n) < 0 ? problem(1, `n (${n}) is negative`) : undefined),
    missingWhen: "n is negative",
    partial: (args) => (domainAt(args, 1).low < 0 ? "domain" : undefined),
    domain: (args) => {
      const n = constantAt(args, 1);
      return typeof n === "number" ? mapped(args, (text) => f([...text], n).join("")) : anyText;
    },
    evaluate: (args) => {
      const n = numberAt(args, 1);
      return n < 0 ? null : f([...textAt(args, 0)], n).join("");
    },
  };
}

export const textFunctions = defineFunctions({
  length: {
    summary: "How many Unicode code points the text has.",
    params: [s],
    result: always(intType),
    missingWhen: "",
    partial: never,
    domain: (args) => lengthDomain(args[0]?.domain),
    evaluate: (args) => [...textAt(args, 0)].length,
  },
  lower: ofText("A to Z as a to z; other characters stay.", (text) => shiftCase(text, "A", 32)),
  upper: ofText("a to z as A to Z; other characters stay.", (text) => shiftCase(text, "a", -32)),
  trim: ofText(
    "Without spaces, tabs and line breaks (U+0009 to U+000D, U+0020) at both ends.",
    trim,
  ),
  collapse_spaces: ofText(
    "Every run of spaces, tabs and line breaks (U+0009 to U+000D, U+0020) as one space, also at the ends.",
    (text) => text.replace(/[\t-\r ]+/gu, " "),
  ),
  substr: {
    summary: "len code points from position start, which counts from 1; fewer where the text ends.",
    params: [s, { name: "start", type: "int" }, { name: "len", type: "int" }],
    result: always(stringType),
    checkConstants: ([, start, len]) => {
      if (Number(start) < 1)
        return problem(1, `start (${start}) is less than 1, the first position`);
      return Number(len) < 0 ? problem(2, `len (${len}) is negative`) : undefined;
    },
    missingWhen: "start is less than 1 or len is negative",
    partial: (args) =>
      domainAt(args, 1).low < 1 || domainAt(args, 2).low < 0 ? "domain" : undefined,
    domain: (args) => {
      const start = constantAt(args, 1);
      const len = constantAt(args, 2);
      return typeof start === "number" && typeof len === "number"
        ? mapped(args, (text) => slice(text, start, len))
        : anyText;
    },
    evaluate: (args) => {
      const start = numberAt(args, 1);
      const len = numberAt(args, 2);
      return start < 1 || len < 0 ? null : slice(textAt(args, 0), start, len);
    },
  },
  left: end("The first n code points; all where the text has fewer.", (points, n) =>
    points.slice(0, n),
  ),
  right: end("The last n code points; all where the text has fewer.", (points, n) =>
    points.slice(Math.max(0, points.length - n)),
  ),
  starts_with: test("Whether the text begins with the part.", (text, part) =>
    text.startsWith(part)),
  ends_with: test("Whether the text ends with the part.", (text, part) => text.endsWith(part)),
  contains: test("Whether the part occurs in the text.", (text, part) => text.includes(part)),
  index_of: {
    summary: "The position of the first such part, counted in code points from 1.",
    params: [s, { name: "part", type: "string" }],
    result: always(intType),
    missingWhen: "the part does not occur",
    partial: () => "domain",
    domain: () => whole(1, longestText),
    evaluate: (args) => {
      const points = [...textAt(args, 0)];
      const part = [...textAt(args, 1)];
      const at = points.findIndex((_, i) => part.every((point, j) => points[i + j] === point));
      if (part.length === 0) return 1;
      return at === -1 ? null : at + 1;
    },
  },
  concat: {
    summary: "The texts one after the other.",
    params: [
      { name: "a", type: "string" },
      { name: "b", type: "string" },
      { name: "more", type: "string", rest: true, optional: true },
    ],
    result: always(stringType),
    missingWhen: "",
    partial: never,
    domain: () => anyText,
    evaluate: (args) => args.map((_, i) => textAt(args, i)).join(""),
  },
  replace: {
    summary: "Every such part, from left to right, replaced as it stands.",
    params: [
      s,
      { name: "part", type: "string", constant: true },
      { name: "replacement", type: "string", constant: true },
    ],
    result: always(stringType),
    checkConstants: ([, part]) =>
      part === "" ? problem(1, "the part to replace is empty") : undefined,
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const part = constantAt(args, 1);
      const replacement = constantAt(args, 2);
      return typeof part === "string" && typeof replacement === "string"
        ? mapped(args, (text) => text.split(part).join(replacement))
        : anyText;
    },
    evaluate: (args) => textAt(args, 0).split(textAt(args, 1)).join(textAt(args, 2)),
  },
  part: {
    summary: "Piece k, from 1, of the text cut at every separator.",
    params: [s, { name: "separator", type: "string", constant: true }, { name: "k", type: "int" }],
    result: always(stringType),
    checkConstants: ([, separator, k]) => {
      if (separator === "") return problem(1, "the separator is empty");
      return Number(k) < 1 ? problem(2, `k (${k}) is less than 1, the first piece`) : undefined;
    },
    missingWhen: "there is no piece k",
    partial: (args) => (constantAt(args, 2) === 1 ? undefined : "domain"),
    domain: () => anyText,
    evaluate: (args) => textAt(args, 0).split(textAt(args, 1))[numberAt(args, 2) - 1] ?? null,
  },
  split: {
    summary:
      "The pieces of the text cut at every separator; only an aggregate or `multi_hot` takes them.",
    params: [s, { name: "separator", type: "string", constant: true }],
    result: always({ kind: "list", element: { type: stringType, optional: false } }),
    checkConstants: ([, separator]) =>
      separator === "" ? problem(1, "the separator is empty") : undefined,
    missingWhen: "",
    partial: never,
    domain: () => opaque,
    evaluate: (args) => textAt(args, 0).split(textAt(args, 1)),
  },
  count_words: {
    summary: "How many runs of characters other than spaces, tabs and line breaks there are.",
    params: [s],
    result: always(intType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const { high } = lengthDomain(args[0]?.domain);
      const texts = textsAt(args, 0);
      // Between two words there is at least one character.
      return texts === null ? whole(0, Math.ceil(high / 2)) : counted(args, countWords);
    },
    evaluate: (args) => countWords(textAt(args, 0)),
  },
  matches: {
    summary: "Whether the pattern, a constant, matches somewhere in the text.",
    params: [s, { name: "pattern", type: "string", constant: true }],
    result: always(boolType),
    checkConstants: ([, pattern]) => {
      if (typeof pattern !== "string") return undefined;
      const compiled = compilePattern(pattern);
      if (!("error" in compiled)) return undefined;
      const { error } = compiled;
      return { argument: 1, problem: error.reason, pattern: { ...error, kind: "pattern" } };
    },
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const pattern = constantAt(args, 1);
      return typeof pattern === "string" ? tested(args, (text) => matches(text, pattern)) : anyBool;
    },
    evaluate: (args) => matches(textAt(args, 0), textAt(args, 1)),
  },
  parse_number: reading(
    "The number that the whole text writes, such as -12.5e3.",
    "number",
    numberType,
    anyNumber,
    readNumber,
  ),
  parse_int: reading(
    "The int that the whole text writes, of at most 16 digits.",
    "int",
    intType,
    anyInt,
    readInt,
  ),
  parse_date: reading(
    "The date that the whole text writes as YYYY-MM-DD.",
    "date",
    dateType,
    boundsOfDates,
    readDate,
  ),
  parse_timestamp: reading(
    "The instant that the whole text writes by RFC 3339, with Z or an offset; digits after the milliseconds are dropped.",
    "timestamp",
    timestampType,
    boundsOfTimestamps,
    readTimestamp,
  ),
  date_text: {
    summary: "The date as YYYY-MM-DD.",
    params: [{ name: "d", type: "day" }],
    zoned: true,
    result: always(stringType),
    missingWhen: "",
    partial: never,
    domain: () => anyText,
    evaluate: (args) => dateText(numberAt(args, 0)),
  },
  int_text: {
    summary: "The decimal digits of an int.",
    params: [{ name: "n", type: "int" }],
    result: always(stringType),
    missingWhen: "",
    partial: never,
    domain: () => anyText,
    evaluate: (args) => String(numberAt(args, 0)),
  },
});

function reading(
  summary: string,
  what: string,
  type: Type,
  domain: NumberDomain,
  read: (text: string) => number | null,
): FunctionDefinition {
  return {
    summary,
    params: [s],
    result: always(type),
    missingWhen: `the text is no such ${what}`,
    partial: () => "domain",
    domain: () => domain,
    evaluate: (args) => read(textAt(args, 0)),
  };
}

function tested(args: readonly ArgumentFact[], f: (text: string) => boolean): Domain {
  const texts = textsAt(args, 0);
  if (texts === null) return anyBool;
  const results = texts.map(f);
  return { kind: "bool", mayBeTrue: results.includes(true), mayBeFalse: results.includes(false) };
}

function counted(args: readonly ArgumentFact[], f: (text: string) => number): Domain {
  const texts = textsAt(args, 0);
  return texts === null || texts.length === 0
    ? whole(0, longestText)
    : texts.map((text) => exactly(f(text))).reduce(join);
}

function lengthDomain(text: Domain | undefined): NumberDomain {
  const length = text?.kind === "text" ? lengthOf(text) : undefined;
  return whole(length?.min ?? 0, Math.min(length?.max ?? longestText, longestText));
}

function shiftCase(text: string, first: "A" | "a", by: number): string {
  const from = first.charCodeAt(0);
  return [...text]
    .map((point) => {
      const code = point.codePointAt(0) ?? 0;
      return code >= from && code < from + 26 ? String.fromCodePoint(code + by) : point;
    })
    .join("");
}

function trim(text: string): string {
  return text.replace(/^[\t-\r ]+/u, "").replace(/[\t-\r ]+$/u, "");
}

function slice(text: string, start: number, len: number): string {
  return [...text].slice(start - 1, start - 1 + len).join("");
}

function countWords(text: string): number {
  return text.split(/[\t-\r ]+/u).filter((word) => word !== "").length;
}

const compiledPatterns = new Map<string, ReturnType<typeof compilePattern>>();

function matches(text: string, pattern: string): boolean {
  const compiled = compiledPatterns.get(pattern) ?? compilePattern(pattern);
  compiledPatterns.set(pattern, compiled);
  if ("error" in compiled) internalError(`pattern ${JSON.stringify(pattern)} was not checked`);
  return matchesPattern(compiled.table, text);
}

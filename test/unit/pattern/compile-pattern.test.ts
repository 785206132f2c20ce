import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesTable, type PatternTable } from "@featc/runtime";
import { compilePattern, matchesPattern } from "../../../compiler/src/pattern/compile-pattern.js";
import { parsePattern } from "../../../compiler/src/pattern/parse-pattern.js";
import { toJavaScriptSource } from "../../../compiler/src/pattern/pattern-source.js";
import { corpus, texts } from "./corpus.js";
import { patterns, subjects } from "./generate-pattern.js";

function tableOf(pattern: string): PatternTable {
  const result = compilePattern(pattern);
  if ("error" in result) throw new Error(`${pattern}: ${result.error.reason}`);
  return result.table;
}

function sourceOf(pattern: string): string {
  const result = parsePattern(pattern);
  if ("error" in result) throw new Error(`${pattern}: ${result.error.reason}`);
  return toJavaScriptSource(result.ast);
}

/** What JavaScript says, with the two atoms whose meaning differs replaced by ours. */
function oracle(pattern: string): RegExp {
  return new RegExp(
    pattern.replaceAll(/\\.|\[(?:\\.|[^\]])*\]|\./gsu, (atom) => (atom === "." ? "[^\\n]" : atom)),
    "u",
  );
}

describe("against RegExp", () => {
  test("the corpus has more than a hundred patterns, each once", () => {
    expect(new Set(corpus).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThan(100);
  });

  test.each(corpus.map((pattern) => ({ pattern })))("$pattern", ({ pattern }) => {
    const table = tableOf(pattern);
    const expected = oracle(pattern);
    const emitted = new RegExp(sourceOf(pattern), "u");
    const seen = { table: [] as string[], runtime: [] as string[], emitted: [] as string[] };
    for (const text of texts) {
      if (matchesPattern(table, text) !== expected.test(text)) seen.table.push(text);
      if (matchesTable(table, text) !== expected.test(text)) seen.runtime.push(text);
      if (emitted.test(text) !== expected.test(text)) seen.emitted.push(text);
    }
    expect(seen).toEqual({ table: [], runtime: [], emitted: [] });
  });

  test("random patterns and texts", () => {
    const runs = 1_500;
    let tooLarge = 0;
    fc.assert(
      fc.property(
        patterns,
        fc.array(subjects, { minLength: 20, maxLength: 20 }),
        (pattern, made) => {
          const result = compilePattern(pattern);
          if ("error" in result) {
            expect(result.error.reason).toMatch(/^the pattern is too large: /);
            tooLarge += 1;
            return;
          }
          const expected = oracle(pattern);
          const emitted = new RegExp(sourceOf(pattern), "u");
          for (const text of ["", ...made]) {
            expect([text, matchesPattern(result.table, text)]).toEqual([text, expected.test(text)]);
            expect([text, emitted.test(text)]).toEqual([text, expected.test(text)]);
          }
        },
      ),
      { numRuns: runs, seed: 20, endOnFailure: true },
    );
    expect(tooLarge).toBeLessThan(runs / 50);
  });
});

describe("counted repetitions that overlap", () => {
  test.each([
    "a.{0,5}b$",
    "^.{1,4}-.{1,4}$",
    "^.{2,4}-.{3,}$",
    "^(a.{0,2}){1,3}b$",
    "^(.{2,5}-){1,2}$",
    "(a?.{2,3}){2,3}-$",
    "(?:-a*?.){3,}b{2}$",
    "^((a|ab){1,3}-?){2,4}$",
  ])("%s", (pattern) => {
    const table = tableOf(pattern);
    const expected = oracle(pattern);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "-"), maxLength: 14 }), (text) => {
        expect([text, matchesPattern(table, text)]).toEqual([text, expected.test(text)]);
      }),
      { numRuns: 2_000, seed: 5 },
    );
  });
});

describe("what differs from RegExp on purpose", () => {
  test.each(["\r", "\u0085", "\u2028", "\u2029"])("a dot takes line separator %#", (text) => {
    expect(matchesPattern(tableOf("^.$"), text)).toBe(true);
  });

  test("`\\s` is ASCII", () => {
    const space = tableOf("^\\s$");
    const other = tableOf("^\\S$");
    for (const text of ["\t", "\n", "\v", "\f", "\r", " "]) {
      expect([text, matchesPattern(space, text), matchesPattern(other, text)]).toEqual([
        text,
        true,
        false,
      ]);
    }
    for (const text of ["\u00a0", "\ufeff", "\u2028", "\u3000"]) {
      expect([text, matchesPattern(space, text), matchesPattern(other, text)]).toEqual([
        text,
        false,
        true,
      ]);
    }
  });

  test("half a surrogate pair matches nothing", () => {
    expect(matchesPattern(tableOf(""), "a\uD83D")).toBe(false);
    expect(matchesPattern(tableOf("^[^a]$"), "\uDE00")).toBe(false);
  });

  test("all ASCII punctuation can be escaped", () => {
    const table = tableOf("^\\!\\\"\\#\\%\\&\\'\\,\\-\\:\\;\\<\\=\\>\\@\\_\\`\\~$");
    expect(matchesPattern(table, "!\"#%&',-:;<=>@_`~")).toBe(true);
  });
});

describe("the table", () => {
  test("is complete and numbered as the runtime expects", () => {
    for (const pattern of corpus) {
      const { starts, classes, width, next, accepting } = tableOf(pattern);
      expect(starts[0]).toBe(0);
      expect(starts.every((start, i) => i === 0 || start > (starts[i - 1] ?? 0))).toBe(true);
      expect(classes.length).toBe(starts.length);
      expect(new Set(classes)).toEqual(new Set(Array.from({ length: width }, (_, c) => c)));
      expect(next.length).toBe(accepting.length * width);
      expect(next.every((state) => state >= 0 && state < accepting.length)).toBe(true);
      expect(accepting[0]).toBe(false);
      expect(next.slice(0, width).every((state) => state === 0)).toBe(true);
    }
  });

  test("is written out for a small pattern", () => {
    expect(tableOf("^a+$")).toEqual({
      starts: [0, 0x61, 0x62],
      classes: [0, 1, 0],
      width: 2,
      next: [0, 0, 0, 2, 0, 2],
      accepting: [false, false, true],
    });
  });

  test("stays for good where an unanchored match has ended", () => {
    expect(tableOf("a")).toEqual({
      starts: [0, 0x61, 0x62],
      classes: [0, 1, 0],
      width: 2,
      next: [0, 0, 1, 2, 2, 2],
      accepting: [false, false, true],
    });
  });

  test.each([
    ["(?:a|b)*c", "[ab]*?c"],
    ["^\\d\\d*$", "^[0-9]+$"],
    ["^(a|ab|abb)$", "^ab{0,2}$"],
    ["a*", ""],
    ["[^\\d\\D]", "a^"],
  ])("is the same for %s and %s", (one, other) => {
    expect(tableOf(one)).toEqual(tableOf(other));
  });
});

describe("size", () => {
  test.each([
    // A dead state, plus one for each prefix that must be told apart.
    ["^(a+)+$", 3],
    ["^(a|a)*$", 2],
    ["^(\\w+\\s?)*$", 3],
    ["^([a-z]+[0-9]*)+@$", 5],
    ["^.*,.*,.*,.*,$", 6],
    // Four places in the pattern and its end: at most one state for each set of them.
    ["^(([a-z])+.)+[A-Z]([a-z])+$", 32],
    ["^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$", 36],
    ["^\\d{4}-\\d{2}-\\d{2}$", 12],
    ["^a{998}$", 1_000],
  ])("%s has at most %i states", (pattern, most) => {
    expect(tableOf(pattern).accepting.length).toBeLessThanOrEqual(most);
  });

  test.each([
    ["^a{999}$", "the pattern is too large: its table has 1001 states, the limit is 1000"],
    ["(a|b)*a(a|b){10}$", "the pattern is too large: its table has 2049 states, the limit is 1000"],
    ["(a|b)*a(a|b){20}$", "the pattern is too large: its table takes too much work to build"],
    ["^(a|b)*a(a|b){20}$", "the pattern is too large: its table takes too much work to build"],
    [
      "^(((a{1000}){1000}){1000}){1000}$",
      "the pattern is too large: its counts multiply to too many parts",
    ],
    [
      "^((((){1000}){1000}){1000}){1000}$",
      "the pattern is too large: its counts multiply to too many parts",
    ],
    ["^(\\w+\\s?){900}$", "the pattern is too large: its table takes too much work to build"],
    [
      Array.from({ length: 1_500 }, (_, i) => `[^${String.fromCodePoint(0x4e00 + 2 * i)}]`).join(
        "",
      ),
      "the pattern is too large: it tells too many different characters apart",
    ],
  ])("refused %#", (pattern, reason) => {
    expect(compilePattern(pattern)).toEqual({
      error: expect.objectContaining({ start: 0, end: pattern.length, reason }),
    });
  });

  test("a search that must remember one place costs little, one that must remember all is refused", () => {
    expect(compilePattern("a.{0,200}b$")).toHaveProperty("table");
    expect(compilePattern("^.{1,20}-.{1,20}$")).toHaveProperty("table");
    expect(compilePattern("a.{20}b$")).toHaveProperty("error");
  });
});

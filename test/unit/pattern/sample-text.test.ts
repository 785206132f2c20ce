import fc from "fast-check";
import type { PatternTable } from "@featc/runtime";
import { describe, expect, test } from "vitest";
import {
  compilePattern,
  sampleMatch,
  sampleMatchOfLength,
  sampleMismatch,
  sampleMismatchOfLength,
} from "../../../compiler/src/pattern/compile-pattern.js";
import { corpus } from "./corpus.js";
import { patterns } from "./generate-pattern.js";

function tableOf(pattern: string): PatternTable {
  const result = compilePattern(pattern);
  if ("error" in result) throw new Error(`${pattern}: ${result.error.reason}`);
  return result.table;
}

const lengthOf = (text: string): number => [...text].length;

describe("samples", () => {
  test("are what they say, for the corpus", () => {
    for (const pattern of corpus) {
      const expected = new RegExp(pattern, "u");
      const table = tableOf(pattern);
      const match = sampleMatch(table);
      const mismatch = sampleMismatch(table);
      if (match !== undefined)
        expect([pattern, match, expected.test(match)]).toEqual([pattern, match, true]);
      if (mismatch !== undefined) {
        expect([pattern, mismatch, expected.test(mismatch)]).toEqual([pattern, mismatch, false]);
      }
    }
  });

  test("are shortest, and of the length asked for", () => {
    const characters = ["a", "b", "c", "1", "-", "\n", "é", "😀", "😃", " "];
    let shorter = [""];
    const all = [""];
    for (let length = 1; length <= 3; length += 1) {
      shorter = shorter.flatMap((text) => characters.map((character) => text + character));
      all.push(...shorter);
    }
    fc.assert(
      fc.property(patterns, fc.nat(3), fc.nat(3), (pattern, min, more) => {
        const compiled = compilePattern(pattern);
        fc.pre(!("error" in compiled));
        if ("error" in compiled) return;
        const expected = new RegExp(pattern, "u");
        const found = sampleMatchOfLength(compiled.table, min, min + more);
        const known = all.find(
          (text) => lengthOf(text) >= min && lengthOf(text) <= min + more && expected.test(text),
        );
        if (found === undefined) {
          expect([pattern, known]).toEqual([pattern, undefined]);
          return;
        }
        expect([found, expected.test(found)]).toEqual([found, true]);
        expect(lengthOf(found)).toBeGreaterThanOrEqual(min);
        expect(lengthOf(found)).toBeLessThanOrEqual(
          known === undefined ? min + more : lengthOf(known),
        );
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test.each([
    ["^\\d{4}-\\d{2}-\\d{2}$", "1111-11-11"],
    ["^[A-Z]{3}$", "AAA"],
    ["^.{2}$", "aa"],
    ["^[^a-z]$", "A"],
    ["^\\w+@\\w+\\.\\w{2,}$", "a@a.aa"],
    ["^[😀-😂]$", "😀"],
    ["", ""],
  ])("prefer letters and digits: %s", (pattern, text) => {
    expect(sampleMatch(tableOf(pattern))).toBe(text);
  });

  test("say so where there is none", () => {
    expect(sampleMatch(tableOf("a^"))).toBeUndefined();
    expect(sampleMismatch(tableOf("a*"))).toBeUndefined();
    expect(sampleMatchOfLength(tableOf("^(ab)+$"), 5, 5)).toBeUndefined();
    expect(sampleMatchOfLength(tableOf("^a{2,3}$"), 4, 1_000_000)).toBeUndefined();
  });

  test("of great length", () => {
    expect(sampleMatchOfLength(tableOf("^(ab)+$"), 99_999, 200_000)).toBe("ab".repeat(50_000));
    expect(sampleMatchOfLength(tableOf("a"), 3, 3)).toBe("aaa");
  });

  test("a mismatch is not empty where another will do", () => {
    expect(sampleMismatch(tableOf("^[a-z]+$"))).toBe("A");
    expect(sampleMismatch(tableOf("^"))).toBeUndefined();
    expect(sampleMismatch(tableOf("^[\\s\\S]+$"))).toBe("");
    expect(sampleMismatchOfLength(tableOf("^[a-z]+$"), 3, 5)).toHaveLength(3);
  });
});

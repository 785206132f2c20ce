import { matchesTable } from "@featc/runtime";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedPattern } from "../../../../compiler/src/emit/ts/fixed-pattern.js";
import { compilePattern } from "../../../../compiler/src/pattern/compile-pattern.js";

function runsOf(pattern: string): ReturnType<typeof fixedPattern> {
  const compiled = compilePattern(pattern);
  if ("error" in compiled) throw new Error(compiled.error.reason);
  return fixedPattern(compiled.table);
}

describe("fixedPattern", () => {
  it("finds the runs of a pattern of one length", () => {
    expect(runsOf("^[A-Z]{2}-[0-9a-f]$")).toEqual([
      { from: 0, to: 2, ranges: [[65, 90]] },
      { from: 2, to: 3, ranges: [[45, 45]] },
      {
        from: 3,
        to: 4,
        ranges: [
          [48, 57],
          [97, 102],
        ],
      },
    ]);
  });

  it.each([
    "[A-Z]{2}",
    "^[A-Z]{2}",
    "^[A-Z]{2,3}$",
    "^[a-z]+$",
    "^(ab|cd)$",
    "^a?b$",
    "^$",
    "^.$",
    "^[^a]$",
    "^\ud83d\ude00$",
    "^[a-z]{65}$",
  ])("leaves %s to its table", (pattern) => {
    expect(runsOf(pattern)).toBeNull();
  });

  it("tells the same texts from others as the table", () => {
    const patterns = ["^[A-Z]{3}$", "^ord_[a-z0-9]{3}$", "^[0-9]{2}/[0-9]{2}$", "^x$", "^[ac-e]b$"];
    const texts = fc.string({ unit: fc.constantFrom(..."AZord_09/xabce"), maxLength: 8 });
    for (const pattern of patterns) {
      const compiled = compilePattern(pattern);
      if ("error" in compiled) throw new Error(pattern);
      const runs = runsOf(pattern);
      if (runs === null) throw new Error(`${pattern} is fixed`);
      const accepts = (text: string): boolean =>
        text.length === runs.at(-1)?.to &&
        runs.every(({ from, to, ranges }) =>
          [...text.slice(from, to)].every((c) =>
            ranges.some(([low, high]) => c.charCodeAt(0) >= low && c.charCodeAt(0) <= high),
          ),
        );
      fc.assert(
        fc.property(texts, (text) => {
          expect(accepts(text)).toBe(matchesTable(compiled.table, text));
        }),
      );
    }
    for (const text of ["ABC", "ord_a0z", "12/34", "x", "db"]) {
      const matching = patterns.filter((pattern) => {
        const compiled = compilePattern(pattern);
        return "table" in compiled && matchesTable(compiled.table, text);
      });
      expect(matching).toHaveLength(1);
    }
  });
});

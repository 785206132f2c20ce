import { describe, expect, it } from "vitest";
import { matchesTable, type PatternTable } from "../../../runtime/src/index.js";

// ^[a-c]+😀?$ by hand: classes 0 other, 1 a-c, 2 😀.
const table: PatternTable = {
  starts: [0, 97, 100, 0x1f600, 0x1f601],
  classes: [0, 1, 0, 2, 0],
  width: 3,
  next: [0, 0, 0, 0, 2, 0, 0, 2, 3, 0, 0, 0],
  accepting: [false, false, true, true],
};

describe("matchesTable", () => {
  it("matches the whole text by code points", () => {
    expect(["a", "abc", "abc😀", "c😀"].map((s) => matchesTable(table, s))).not.toContain(false);
    const not = ["", "😀", "d", "ad", "a😀😀", "a😀b", "a😁", "a\u{1f5ff}", "`", "a\u{10ffff}"];
    expect(not.map((s) => matchesTable(table, s))).not.toContain(true);
  });

  it("never matches a lone surrogate", () => {
    const any: PatternTable = {
      starts: [0],
      classes: [0],
      width: 1,
      next: [0, 1],
      accepting: [false, true],
    };
    expect(["", "a", "😀"].map((s) => matchesTable(any, s))).toEqual([true, true, true]);
    const broken = ["\ud83d", "a\ude00", "\ud83da", "\ude00\ud83d"];
    expect(broken.map((s) => matchesTable(any, s))).toEqual([false, false, false, false]);
  });

  it("says whether the empty text matches", () => {
    expect(matchesTable({ ...table, accepting: [false, true, true, true] }, "")).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as text from "../../../runtime/src/index.js";

const any = fc.string({ unit: "binary" });
const family = "👩‍👩‍👧";
const spaces = " \t\n\u000b\f\r";

describe("code points", () => {
  it("length", () => {
    expect(["", "a😀b", family, "e\u0301"].map(text.length)).toEqual([0, 3, 5, 2]);
    fc.assert(fc.property(any, (s) => text.length(s) === [...s].length));
  });

  it("substr counts from 1 and ends with the text", () => {
    expect(text.substr("a😀bc", 2, 2)).toBe("😀b");
    expect(text.substr("abc", 3, 9)).toBe("c");
    expect(text.substr("abc", 4, 1)).toBe("");
    expect(text.substr("abc", 99, 1)).toBe("");
    expect(text.substr("abc", 1, 0)).toBe("");
    expect([
      text.substr("abc", 0, 2),
      text.substr("abc", -2, 2),
      text.substr("abc", 2, -1),
    ]).toEqual([null, null, null]);
  });

  it("substr, left and right are slices of the code points", () => {
    fc.assert(
      fc.property(any, fc.nat(12), fc.nat(12), (s, a, n) => {
        const points = [...s];
        expect(text.substr(s, a + 1, n)).toBe(points.slice(a, a + n).join(""));
        expect(text.left(s, n)).toBe(points.slice(0, n).join(""));
        expect(text.right(s, n)).toBe(points.slice(Math.max(0, points.length - n)).join(""));
      }),
    );
    expect([text.left("abc", -1), text.right("abc", -1)]).toEqual([null, null]);
  });

  it("indexOf", () => {
    expect(text.indexOf("a😀b😀", "b")).toBe(3);
    expect(text.indexOf("😀😀x", "😀x")).toBe(2);
    expect(text.indexOf("abc", "")).toBe(1);
    expect(text.indexOf("abc", "x")).toBeNull();
  });

  it("compareText orders by code point, not by UTF-16 unit", () => {
    expect(["ﬀ", "😀"].sort()).toEqual(["😀", "ﬀ"]);
    expect(text.compareText("😀", "ﬀ")).toBeGreaterThan(0);
    expect(text.compareText("B", "a")).toBeLessThan(0);
    expect(text.compareText("ab", "abc")).toBeLessThan(0);
    fc.assert(
      fc.property(any, any, (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(text.compareText(a, b))).toBe(bytes);
      }),
    );
  });

  it("isWellFormed refuses lone surrogates", () => {
    expect(["", "abc", "a😀", "\u0000", "\ue000\uffff"].map(text.isWellFormed)).not.toContain(
      false,
    );
    const broken = ["\ud83d", "\ude00", "a\ud83d", "\ud83d\ud83d\ude00", "\ude00\ud83d", "\ud83dx"];
    expect(broken.map(text.isWellFormed)).not.toContain(true);
  });
});

describe("ASCII rules", () => {
  it("lower and upper leave other letters alone", () => {
    expect(text.lower("STRAßE İÉ@[`{Z")).toBe("straße İÉ@[`{z");
    expect(text.upper("straße ﬁ iéz{")).toBe("STRAßE ﬁ IéZ{");
    expect([text.lower(""), text.upper("123")]).toEqual(["", "123"]);
  });

  it("trim strips six characters", () => {
    expect(text.trim(`${spaces}a b${spaces}`)).toBe("a b");
    expect(text.trim("\u00a0a\ufeff")).toBe("\u00a0a\ufeff");
    expect(text.trim(spaces)).toBe("");
  });

  it("countWords and collapseSpaces", () => {
    expect(["", spaces, "a", " a b\tc ", "a\u00a0b"].map(text.countWords)).toEqual([0, 0, 1, 3, 1]);
    expect(text.collapseSpaces("  a \t b\nc d  ")).toBe(" a b c d ");
    expect(text.collapseSpaces("a b")).toBe("a b");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\t", "é") }), (s) => {
        expect(text.collapseSpaces(s)).toBe(s.replace(/[\t-\r ]+/g, " "));
      }),
    );
  });
});

describe("parts", () => {
  it("startsWith, endsWith and contains find the empty text everywhere", () => {
    expect([text.startsWith("", ""), text.endsWith("a", ""), text.contains("a", "")]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      text.startsWith("ab", "b"),
      text.endsWith("ab", "b"),
      text.contains("ab", "B"),
    ]).toEqual([false, true, false]);
  });

  it("concat", () => {
    expect(text.concat("a", "b", "", "c")).toBe("abc");
    expect(text.concat("a")).toBe("a");
  });

  it("replaceAll takes the replacement as it stands", () => {
    expect(text.replaceAll("aaa", "aa", "b")).toBe("ba");
    expect(text.replaceAll("a.b.c", ".", "$&$1")).toBe("a$&$1b$&$1c");
    expect(text.replaceAll("abc", "x", "y")).toBe("abc");
  });

  it("splitPart", () => {
    expect([1, 2, 3, 4].map((k) => text.splitPart("a,,b", ",", k))).toEqual(["a", "", "b", null]);
    expect(text.splitPart("", ",", 1)).toBe("");
    expect(text.splitPart("a--b-c", "--", 2)).toBe("b-c");
    expect([text.splitPart("a", ",", 0), text.splitPart("a", ",", -1)]).toEqual([null, null]);
  });
});

describe("numbers in text", () => {
  it("parseNumber reads a plain decimal number", () => {
    const good = ["1", "+1.5", "-.5", "5.", "1e3", "1.5E-2", "007", "1e-400", "-0"];
    expect(good.map(text.parseNumber)).toEqual([1, 1.5, -0.5, 5, 1000, 0.015, 7, 0, 0]);
  });

  it("parseNumber refuses what engines read differently", () => {
    const bad = [
      "",
      " 1",
      "1 ",
      "1_000",
      "0x10",
      "1d",
      "inf",
      "Infinity",
      "NaN",
      "1e400",
      "-1e400",
    ];
    const more = [
      ".",
      "+",
      "-",
      "1e",
      "1e+",
      "e5",
      ".e5",
      "1e12345",
      "1.2.3",
      "--1",
      "１２",
      "1,5",
      "1n",
    ];
    for (const s of [...bad, ...more]) expect([s, text.parseNumber(s)]).toEqual([s, null]);
  });

  it("parseNumber rounds as Number does", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(text.parseNumber(String(x))).toBe(x + 0);
      }),
    );
  });

  it("parseInteger", () => {
    const good = ["0", "-0", "+12", "-0012", "9007199254740991", "-9007199254740991"];
    expect(good.map(text.parseInteger)).toEqual([
      0, 0, 12, -12, 9007199254740991, -9007199254740991,
    ]);
    const bad = ["", "+", "2.5", "1e3", "9007199254740992", "00000000000000001", " 1", "1 ", "0x1"];
    for (const s of bad) expect([s, text.parseInteger(s)]).toEqual([s, null]);
  });

  it("intText", () => {
    expect([0, -0, -12, 9007199254740991].map(text.intText)).toEqual([
      "0",
      "0",
      "-12",
      "9007199254740991",
    ]);
  });
});

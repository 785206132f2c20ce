import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern } from "../../../compiler/src/pattern/compile-pattern.js";
import { parsePattern } from "../../../compiler/src/pattern/parse-pattern.js";

/** Pattern, the part that is refused, and the reason; the part is marked by its offsets. */
const refused: readonly (readonly [string, number, number, string])[] = [
  ["(a)\\1", 3, 5, "back-references are not part of patterns"],
  ["(a)\\12b", 3, 6, "back-references are not part of patterns"],
  ["\\k<n>", 0, 5, "back-references are not part of patterns"],
  ["a(?=b)", 1, 4, "look-ahead is not part of patterns"],
  ["a(?!b)", 1, 4, "look-ahead is not part of patterns"],
  ["(?<=a)b", 0, 4, "look-behind is not part of patterns"],
  ["(?<!a)b", 0, 4, "look-behind is not part of patterns"],
  ["x(?<year>a)", 1, 9, "named groups are not part of patterns: nothing is captured"],
  ["(?P<year>a)", 0, 9, "named groups are not part of patterns: nothing is captured"],
  ["(?>a)", 0, 3, "atomic groups are not part of patterns"],
  ["(?i)a", 0, 4, "flags inside the pattern are not part of patterns"],
  ["(?i:a)", 0, 4, "flags inside the pattern are not part of patterns"],
  ["(?-i:a)", 0, 5, "flags inside the pattern are not part of patterns"],
  ["(?#x)a", 0, 5, "comments are not part of patterns"],
  ["(?|a)", 0, 2, "this kind of group is not part of patterns"],
  ["\\bword\\b", 0, 2, "word boundaries are not part of patterns"],
  ["a\\B", 1, 3, "word boundaries are not part of patterns"],
  ["[\\b]", 1, 3, "word boundaries are not part of patterns"],
  [
    "a\\p{Lu}b",
    1,
    7,
    "Unicode properties are not part of patterns: they change with the Unicode version",
  ],
  [
    "\\PL",
    0,
    3,
    "Unicode properties are not part of patterns: they change with the Unicode version",
  ],
  [
    "[\\p{L}]",
    1,
    6,
    "Unicode properties are not part of patterns: they change with the Unicode version",
  ],
  ["\\x41", 0, 4, "`\\x` is not part of patterns"],
  ["\\x{41}", 0, 6, "`\\x` is not part of patterns"],
  ["\\0", 0, 2, "octal escapes are not part of patterns"],
  ["\\cA", 0, 3, "control escapes are not part of patterns"],
  ["\\Aa", 0, 2, "`\\A` is not part of patterns"],
  ["a\\z", 1, 3, "`\\z` and `\\Z` are not part of patterns"],
  ["\\Qa\\E", 0, 2, "`\\Q` is not an escape that patterns know"],
  ["\\h", 0, 2, "`\\h` is not an escape that patterns know"],
  ["\\é", 0, 2, "`é` cannot be escaped"],
  ["\\ ", 0, 2, "U+0020 cannot be escaped"],
  ["a\\", 1, 2, "a `\\` must be followed by what it escapes"],
  ["\\u12", 0, 4, "`\\u` must be followed by four hexadecimal digits, or by digits in braces"],
  ["\\u{}", 0, 4, "`\\u` must be followed by four hexadecimal digits, or by digits in braces"],
  ["\\u{110000}", 0, 10, "the last code point is `\\u{10FFFF}`"],
  ["a\\uD83D", 1, 7, "this is half of a surrogate pair, not a character"],
  ["\\u{DE00}", 0, 8, "this is half of a surrogate pair, not a character"],
  ["a\uD83Db", 1, 2, "U+D83D is half of a surrogate pair, not a character"],
  ["a++", 1, 3, "possessive quantifiers are not part of patterns"],
  ["a*+", 1, 3, "possessive quantifiers are not part of patterns"],
  ["a?+", 1, 3, "possessive quantifiers are not part of patterns"],
  ["a{2}+", 1, 5, "possessive quantifiers are not part of patterns"],
  ["a**", 2, 3, "a quantifier cannot follow another one"],
  ["a{2}{3}", 4, 7, "a quantifier cannot follow another one"],
  ["a???", 3, 4, "a quantifier cannot follow another one"],
  ["*a", 0, 1, "there is nothing here to repeat"],
  ["a|+", 2, 3, "there is nothing here to repeat"],
  ["(?)", 0, 2, "this kind of group is not part of patterns"],
  ["({2})", 1, 4, "there is nothing here to repeat"],
  ["^*", 1, 2, "`^` is a place, it cannot be repeated"],
  ["a${2}", 2, 5, "`$` is a place, it cannot be repeated"],
  ["a{,2}", 1, 5, "a count needs its lower bound"],
  ["a{", 1, 2, "this `{` starts no count"],
  ["{a", 0, 1, "this `{` starts no count"],
  ["a{x}", 1, 2, "this `{` starts no count"],
  ["a{-1}", 1, 2, "this `{` starts no count"],
  ["a{3,2}", 1, 6, "the counts are in the wrong order"],
  ["a{1001}", 1, 7, "a count is at most 1000"],
  ["a{1,1001}", 1, 9, "a count is at most 1000"],
  ["a{99999999999999999999999}", 1, 26, "a count is at most 1000"],
  ["a]", 1, 2, "this `]` closes nothing"],
  ["}", 0, 1, "this `}` closes nothing"],
  ["a)", 1, 2, "this `)` closes no group"],
  ["x(a|(b)", 1, 2, "this group is not closed"],
  ["😀(", 2, 3, "this group is not closed"],
  ["a[bc", 1, 2, "this class is not closed"],
  ["[a-", 0, 1, "this class is not closed"],
  ["[]", 0, 2, "a class must name a character"],
  ["[]a]", 0, 2, "a class must name a character"],
  ["x[^]", 1, 4, "a class must name a character"],
  ["[z-a]", 1, 4, "the ends of this range are in the wrong order"],
  ["[\\w-.]", 1, 4, "a range cannot start with a class escape"],
  ["[a-\\d]", 1, 5, "a range cannot end with a class escape"],
  ["[a-c-e]", 4, 5, "this hyphen could be a range or itself"],
  ["[+--]", 2, 4, "`--` could be a range, a difference or itself"],
  ["[--/]", 1, 3, "`--` could be a range, a difference or itself"],
  ["[a&&b]", 2, 4, "`&&` in a class is an operator in some engines"],
  ["[a[b]]", 2, 3, "a class cannot contain another class"],
  ["[[:alpha:]]", 1, 10, "named classes are not part of patterns"],
];

describe("parsePattern", () => {
  test.each(refused.map((row, i) => ({ row, i })))("refuses construct $i", ({ row }) => {
    const [pattern, start, end, reason] = row;
    const result = parsePattern(pattern);
    expect([pattern, result]).toEqual([
      pattern,
      { error: expect.objectContaining({ start, end, reason }) },
    ]);
  });

  test("refuses nothing in vain: each advice about an escape leads to a pattern", () => {
    for (const pattern of [
      "\\]",
      "\\}",
      "\\{",
      "\\(",
      "\\)",
      "[\\]]",
      "[\\w\\-.]",
      "[a&b]",
      "\\*",
      "(?:a{2})*",
    ]) {
      expect([pattern, parsePattern(pattern)]).toEqual([pattern, { ast: expect.anything() }]);
    }
  });

  test("gives a hint where there is a way to write it", () => {
    expect(parsePattern("a{,2}")).toHaveProperty("error.hint", "write `{0,2}`");
    expect(parsePattern("a{3,2}")).toHaveProperty("error.hint", "write `{2,3}`");
    expect(parsePattern("a]")).toHaveProperty("error.hint", "write `\\]` for the character");
  });

  test("groups and lazy quantifiers leave no trace", () => {
    expect(parsePattern("((?:a+?))")).toEqual(parsePattern("a+"));
    expect(parsePattern("a+")).toEqual({
      ast: {
        kind: "repeat",
        item: { kind: "character", set: [{ first: 0x61, last: 0x61 }] },
        min: 1,
        max: undefined,
      },
    });
  });

  test("limits nesting and length", () => {
    const nested = (depth: number): string => "(".repeat(depth) + "a" + ")".repeat(depth);
    expect(parsePattern(nested(64))).toHaveProperty("ast");
    expect(parsePattern(nested(65))).toEqual({
      error: { start: 64, end: 65, reason: "groups nest at most 64 deep" },
    });
    expect(parsePattern("(".repeat(9_999))).toHaveProperty("error.start", 64);
    expect(parsePattern("a".repeat(10_001))).toEqual({
      error: {
        start: 0,
        end: 10_001,
        reason: "the pattern is 10001 characters long, the limit is 10000",
      },
    });
  });

  test("never throws and stays inside the text", () => {
    const pieces = fc.constantFrom(
      ..."()[]{}|^$.*+?\\-,&:=!<>#P0123456789abdkpuxDWSnéz\uD83D\uDE00\n ".split(""),
      "(?",
      "\\u{",
      "[^",
    );
    const hostile = fc.oneof(
      fc.array(pieces, { maxLength: 14 }).map((all) => all.join("")),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    fc.assert(
      fc.property(hostile, (pattern) => {
        const result = compilePattern(pattern);
        if (!("error" in result)) return;
        const { start, end, reason } = result.error;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(pattern.length);
        expect(reason).toMatch(/^[^\n\r\u2028\u2029]+[^.]$/);
      }),
      { numRuns: 5_000, seed: 7 },
    );
  });

  test("what is accepted, JavaScript accepts too", () => {
    const pieces = fc.constantFrom(..."()[]{}|^$.*+?\\-,&:012abdwst😀".split(/(?:)/u));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (all) => {
        const pattern = all.join("");
        // These escapes JavaScript refuses with `u`; featc writes the characters out.
        fc.pre(!/\\[-,&:]/.test(pattern));
        if ("error" in parsePattern(pattern)) return;
        expect(() => new RegExp(pattern, "u")).not.toThrow();
      }),
      { numRuns: 5_000, seed: 8 },
    );
  });
});

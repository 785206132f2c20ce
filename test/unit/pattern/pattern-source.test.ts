import { describe, expect, test } from "vitest";
import { parsePattern } from "../../../compiler/src/pattern/parse-pattern.js";
import { toJavaScriptSource } from "../../../compiler/src/pattern/pattern-source.js";
import { corpus } from "./corpus.js";

function sourceOf(pattern: string): string {
  const result = parsePattern(pattern);
  if ("error" in result) throw new Error(`${pattern}: ${result.error.reason}`);
  return toJavaScriptSource(result.ast);
}

describe("toJavaScriptSource", () => {
  test.each([
    ["", "(?:)"],
    ["^\\d+$", "^[0-9]+$"],
    [".", "[^\\n]"],
    ["\\w", "[0-9A-Z_a-z]"],
    ["\\s", "[\\t-\\r ]"],
    ["\\S", "[^\\t-\\r ]"],
    ["(a|b)c", "(?:a|b)c"],
    ["(ab)+", "(?:ab)+"],
    ["(a*)*", "(?:a*)*"],
    ["a{2}b{2,}c{0,3}d{0,1}e{0}", "a{2}b{2,}c{0,3}d?e{0}"],
    ["a+?", "a+"],
    ["a/b", "a\\/b"],
    ["\\-\\@", "-@"],
    ["[\\]\\-a]", "[\\-\\]a]"],
    ["[\\s\\S]", "[\\s\\S]"],
    ["[^\\s\\S]", "[^\\s\\S]"],
    ["\u2028", "\\u2028"],
    ["\u0000\n", "\\u0000\\n"],
    ["\\u{1F600}é", "😀é"],
    ["\\u{E0001}", "\\u{E0001}"],
    ["\u202E", "\\u202E"],
  ])("%j", (pattern, source) => {
    expect(sourceOf(pattern)).toBe(source);
  });

  test("is a pattern itself and stays as it is", () => {
    for (const pattern of corpus) {
      const source = sourceOf(pattern);
      expect(sourceOf(source)).toBe(source);
    }
  });

  test("can stand between slashes and means the same with the `v` flag", () => {
    for (const pattern of corpus) {
      const source = sourceOf(pattern);
      const bare = source.replaceAll(/\\./gsu, "");
      expect(bare).not.toMatch(/[/\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(() => new RegExp(source, "v")).not.toThrow();
      expect(new RegExp(source, "u").source).toBe(source);
    }
  });
});

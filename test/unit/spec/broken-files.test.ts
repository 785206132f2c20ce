import { describe, expect, test } from "vitest";
import { parseSpec } from "../../../compiler/src/spec/parse-spec.js";
import { fileOf, found, head, specOf, withFeatures } from "./spec-text.js";

const good = withFeatures("  a: debt / 2\n");

test.each([
  ["", ["spec/empty: "]],
  ["\ufeff", ["spec/empty: "]],
  ["# only a comment\n", ["spec/empty: "]],
  ["---\n", ["spec/empty: "]],
  ["- a\n- b\n", ["spec/not-a-map: - a\n- b"]],
  ["hello", ["spec/not-a-map: hello"]],
  ["a\u0000b", ["yaml/not-a-text-file: \u0000"]],
  ["\u007fELF", ["yaml/not-a-text-file: \u007f"]],
  ["name: \ufffd", ["yaml/not-a-text-file: \ufffd"]],
  ["name: \ud800", ["yaml/not-a-text-file: \ud800"]],
])("%j", (text, expected) => {
  expect(found(text)).toEqual(expected);
  expect(parseSpec(fileOf(text)).spec).toBeUndefined();
});

test.each([
  ["\ufeff", ""],
  ["", "# the end"],
  ["---\n", ""],
  ["\n\n# a comment\n", "\n\n"],
])("tolerated around a spec: %j … %j", (before, after) => {
  const text = before + good + after;
  expect(found(text)).toEqual([]);
  expect(specOf(text).features[0]?.formula.span.start).toBe(text.indexOf("debt /"));
});

test("line ends of Windows", () => {
  const text = good.replaceAll("\n", "\r\n");
  expect(found(text)).toEqual([]);
  expect(specOf(text).features[0]?.formula.text).toBe("debt / 2");
});

test("a second document and directives", () => {
  expect(found(`${good}---\nname: other\n`)).toEqual(["yaml/several-documents: ---"]);
  expect(found(`%YAML 1.1\n---\n${good}`)).toEqual(["yaml/directive: %YAML 1.1"]);
  expect(found(`# a\n%TAG ! tag:x:\n---\n${good}`)).toEqual(["yaml/directive: %TAG ! tag:x:"]);
});

describe("a file that is too large", () => {
  const limit = 4 * 1024 * 1024;
  const filled = (length: number): string => `${good}# ${"x".repeat(length - good.length - 2)}`;

  test("in characters", () => {
    expect(found(filled(limit))).toEqual([]);
    expect(found(filled(limit + 1))).toEqual(["spec/too-large: "]);
  });

  test("in bytes of UTF-8", () => {
    const wide = `${good}# ${"€".repeat(limit / 3)}`;
    expect(wide.length).toBeLessThan(limit);
    expect(found(wide)).toEqual(["spec/too-large: "]);
  });
});

describe("depth", () => {
  const deep = (count: number): string =>
    `${good}description: ${"[".repeat(count)}${"]".repeat(count)}\n`;

  test("at the limit and past it", () => {
    expect(found(deep(32))).toEqual([`spec/wrong-kind: ${"[".repeat(32)}${"]".repeat(32)}`]);
    expect(found(deep(34)).map((line) => line.split(":")[0])).toEqual(["yaml/too-deep"]);
  });

  test.each([
    ["brackets", "a: " + "[".repeat(10_000)],
    ["closed brackets", deep(10_000)],
    ["a million brackets", "a: " + "[".repeat(1_000_000)],
    ["braces", "a: " + "{a: ".repeat(10_000)],
    ["dashes", "a:\n" + "- ".repeat(10_000) + "x"],
    ["keys", "? ".repeat(10_000) + "x"],
    ["indentation", Array.from({ length: 1_500 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")],
    ["brackets on lines", "a:\n" + " [\n".repeat(10_000)],
  ])("%s", (_, text) => {
    const codes = parseSpec(fileOf(text)).diagnostics.map((diagnostic) => diagnostic.code);
    expect(codes).toContain("yaml/too-deep");
    expect(codes.length).toBeLessThan(10);
  });
});

test("aliases are not expanded", () => {
  const levels = Array.from(
    { length: 30 },
    (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`,
  ).join("");
  const codes = parseSpec(fileOf(`${good}a0: &a0 x\n${levels}`)).diagnostics.map((one) => one.code);
  expect(codes.filter((code) => code === "yaml/alias")).toHaveLength(60);
  expect(codes.filter((code) => code === "yaml/anchor")).toHaveLength(31);
});

test("an alias of its own parent", () => {
  expect(found(`${head}features: &f\n  a: *f\n`)).toEqual(["yaml/anchor: &f", "yaml/alias: *f"]);
});

test("very many keys take no quadratic time", () => {
  const entries = Array.from({ length: 50_000 }, (_, i) => `  f${i}: 1\n`).join("");
  expect(specOf(withFeatures(entries)).features).toHaveLength(50_000);
});

test("unclosed flow collections of the first column", () => {
  expect(found(`${head}features: { a: 1\n`)).toEqual(["yaml/unclosed-bracket: {"]);
  expect(found(`${head}}\nfeatures:\n  a: 1\n`).map((line) => line.split(":")[0])).toEqual([
    "yaml/syntax",
  ]);
});

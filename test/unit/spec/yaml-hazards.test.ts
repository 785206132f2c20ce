import { expect, test } from "vitest";
import { parseSpec } from "../../../compiler/src/spec/parse-spec.js";
import { fileOf, found, head, specOf, withFeatures, withField } from "./spec-text.js";

/** Entries of `features`, and the one diagnostic that they give: its code and the marked text. */
const hazards: readonly (readonly [entries: string, code: string, marked: string])[] = [
  ["  a: { formula: max(debt, 1) }", "flow-cut", "max(debt, 1)"],
  ["  a: { formula: max(debt, 1), range: [0, 1] }", "flow-cut", "max(debt, 1)"],
  ["  a: { impute: max(debt, 1), formula: debt }", "flow-cut", "max(debt, 1)"],
  [
    "  a: { formula: match x { 1 => 2, _ => 3 }, range: [0, 1] }",
    "flow-cut",
    "match x { 1 => 2, _ => 3 }",
  ],
  ['  a: { formula: x in ["a", "b"], range: [0, 1] }', "flow-cut", 'x in ["a", "b"]'],
  ["  a: { formula: one_hot(x, [1, 2]) }", "flow-cut", "one_hot(x, [1, 2])"],
  ["  a: { formula: rate[x] }", "flow-cut", "rate[x]"],
  ['  a: { formula: f(x, closed: "left") }', "flow-cut", 'f(x, closed: "left")'],
  ["  a: { formula: f(x, k: y) }", "flow-cut", "f(x, k: y)"],
  ["  a: { formula: debt, description: Gross, per year }", "flow-cut", "Gross, per year"],
  ['  a: code == "a # b"', "comment-cut", 'code == "a # b"'],
  ["  a: f(debt #1)", "comment-cut", "f(debt #1)"],
  ['  a: f(x, closed: "left")', "colon-in-text", 'f(x, closed: "left")'],
  ["  a: x ? 1 : 2", "colon-in-text", "x ? 1 : 2"],
  ["  a:\n    formula: f(x, k: y)", "colon-in-text", "f(x, k: y)"],
  ['  a: "x" == y', "text-after-quote", '"x" == y'],
  ["  a: 'x' == y # why", "text-after-quote", "'x' == y"],
  ['  a: { formula: "x" == y }', "text-after-quote", '"x" == y'],
  ["  a: [debt, 1][0]", "read-as-collection", "[debt, 1][0]"],
  ["  a: [debt, 1]", "read-as-collection", "[debt, 1]"],
  ["  a: { formula: [debt, 1] }", "read-as-collection", "[debt, 1]"],
  ["  a: {x: 1} + 2", "read-as-collection", "{x: 1} + 2"],
  ["  a: !late", "tag", "!late"],
  ["  a: !!str 5", "tag", "!!str 5"],
  ["  a: { formula: !late, range: [0, 1] }", "tag", "!late"],
  ["  a: *late", "alias", "*late"],
  ["  a: &late debt", "anchor", "&late"],
  ["  a: @x", "reserved-start", "@x"],
  ["  a: `x`", "reserved-start", "`x`"],
  ["  a: %x", "reserved-start", "%x"],
  ["  a: - 5", "reserved-start", "- 5"],
  ["  a: | debt", "text-after-block-mark", "| debt"],
  ["  a: { <<: { formula: debt }, formula: debt }", "merge-key", "<<"],
  ["  a: 1\n  b: 2\n  a: 3", "duplicate-key", "a"],
  ["  a: { formula: 1, formula: 2 }", "duplicate-key", "formula"],
  ["\ta: 1", "tab", "\t"],
  ["  a: 1\n\tb: 2", "tab", "\t"],
  ["  a: 'debt", "unclosed-quote", "'debt"],
  ['  a: "debt\n  b: 2', "unclosed-quote", '"debt'],
  ["  a:\n    range: [0, 1\n    formula: debt", "unclosed-bracket", "["],
  ["  a: { formula: debt\n  b: 2", "unclosed-bracket", "{"],
  ["  a: 1\n    b: 2", "bad-indent", "b"],
  ["  a:\n      range: [0, 1]\n    formula: debt", "bad-indent", "formula"],
  ["  a:\n    formula debt\n    range: [0, 1]", "missing-colon", "formula debt"],
  ['  a: "\\q"', "bad-escape", "\\q"],
  ["  a:\n    formula: >\n      debt\n      / 2", "unmappable-scalar", ">\n      debt\n      / 2"],
  ["  a: debt\n    / 2", "unmappable-scalar", "debt\n    / 2"],
  ['  a: "debt\\x20/ 2"', "unmappable-scalar", '"debt\\x20/ 2"'],
  ["  ? [a]\n  : debt", "complex-key", "[a]"],
];

test.each(hazards)("%s", (entries, code, marked) => {
  expect(found(withFeatures(`${entries}\n`))).toEqual([`yaml/${code}: ${marked}`]);
});

test.each(hazards)("beside other entries: %s", (entries, code, marked) => {
  const text = withFeatures(
    `  first: { formula: debt, rnage: [0, 1] }\n${entries}\npolicy:\n  a_policy: 1\n  b_policy: 2\n`,
  );
  if (code === "unclosed-quote" || code === "tab") return;
  expect(found(text)).toEqual(["spec/unknown-key: rnage", `yaml/${code}: ${marked}`]);
  expect(specOf(text).policy.map((step) => step.formula.text)).toEqual(["1", "2"]);
});

test("what YAML cut at a comma is mended for the later phases", () => {
  const text = withFeatures("  a: { formula: max(debt, 1), range: [0, 1], impute: min(1, 2) }\n");
  const [step] = specOf(text).features;
  expect([step?.formula.text, step?.impute?.text, step?.range?.high?.value]).toEqual([
    "max(debt, 1)",
    "min(1, 2)",
    1,
  ]);
});

test("columns that a comma cuts", () => {
  const text = `${withFeatures("  a: 1\n")}matrix:\n  m: { dtype: float32, columns: [a, bucketize(a, 3), a] }\n`;
  expect(found(text)).toEqual(["yaml/flow-cut: bucketize(a, 3)"]);
  expect(specOf(text).matrices[0]?.columns.map((column) => column.text)).toEqual([
    "a",
    "bucketize(a, 3)",
    "a",
  ]);
});

test("a comment after a whole formula is a comment", () => {
  expect(found(withFeatures("  a: debt / 2 # half, (not all\n"))).toEqual([]);
});

test.each([
  ["{ type: enum, values: [no, se] }", ["yaml/unclear-boolean: no"]],
  ["{ type: enum, values: [ON, 'off'] }", ["yaml/unclear-boolean: ON"]],
  ["{ type: enum, values: [true, b] }", ["yaml/not-text: true"]],
  ["{ type: enum, values: [a, 1] }", ["yaml/not-text: 1"]],
  ["{ type: enum, values: [a, ~] }", ["yaml/not-text: ~"]],
  ["{ type: enum, values: [a, 'null', \"1\"] }", []],
  ["{ type: number, description: 2024 }", ["yaml/not-text: 2024"]],
  ["{ type: number, name: 010 }", ["yaml/not-text: 010"]],
  ["{ type: int, range: [0, 010] }", ["yaml/unclear-number: 010"]],
  ["{ type: int, range: [0x1F, 40] }", ["yaml/unclear-number: 0x1F"]],
  ["{ type: number, range: [0, .inf] }", ["yaml/unclear-number: .inf"]],
  ["{ type: number, range: [0, 1e400] }", ["yaml/unclear-number: 1e400"]],
  [
    "{ type: int, missing_values: [12345678901234567890] }",
    ["yaml/unclear-number: 12345678901234567890"],
  ],
  ['{ type: enum, values: ["\\ud800", b] }', ['yaml/lone-surrogate: "\\ud800"']],
])("scalars: %s", (field, expected) => expect(found(withField(field))).toEqual(expected));

test("keys of a map are texts that may be numbers, but not old booleans", () => {
  const maps = "maps:\n  m: { no: 1, 2: 3 }\n";
  expect(found(`${head}${maps}features:\n  a: 1\n`)).toEqual(["yaml/unclear-boolean: no"]);
});

test("a hint quotes the text so that YAML reads it", () => {
  const [diagnostic] = parseSpec(fileOf(withFeatures("  a: 'it' == \"it's\"\n"))).diagnostics;
  expect(diagnostic?.hint).toContain("`'''it'' == \"it''s\"'`");
});

test("each broken entry is told once, and the whole ones are read", () => {
  const text = `featc: 1
name: example
input:
  a: { type: numbr }
  b: "x" y
  c: { type: string, range: [0, 1] }
features:
  f: { formula: match a { 1 => 2, _ => 3 }, range: [0, 1] }
  g: [a][0]
  h: { formula: a, outside: clip, range: [0, 1] }
  Total: 1
  i: { forumla: a }
let:
  j: x: y
policy:
  k: 'open
`;
  expect(found(text)).toEqual([
    "spec/unknown-type: numbr",
    'yaml/text-after-quote: "x" y',
    "spec/key-not-for-type: range",
    "yaml/flow-cut: match a { 1 => 2, _ => 3 }",
    "yaml/read-as-collection: [a][0]",
    "spec/unknown-value: clip",
    "spec/bad-name: Total",
    "spec/unknown-key: forumla",
    "yaml/colon-in-text: x: y",
    "yaml/unclosed-quote: 'open",
  ]);
});

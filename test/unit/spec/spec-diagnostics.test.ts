import { expect, test } from "vitest";
import { parseSpec } from "../../../compiler/src/spec/parse-spec.js";
import { fileOf, found, specOf, withFeatures, withField } from "./spec-text.js";

test.each([
  ["number?", []],
  ["list<int?>?", []],
  ["list< number >", []],
  ["flaot", ["spec/unknown-type: flaot"]],
  ["list<flaot>", ["spec/unknown-type: flaot"]],
  ["list", ["spec/unknown-type: list"]],
  ["int??", ["spec/bad-type: ?"]],
  ["list<int", ["spec/bad-type: list<int"]],
  ["list<>", ["spec/bad-type: >"]],
  ["number x", ["spec/bad-type: x"]],
  ["'float'", ["spec/unknown-type: float"]],
  ["enum", ["spec/enum-without-values: enum"]],
  ["enum?", ["spec/enum-without-values: enum?"]],
  ["list<enum>", ["spec/enum-without-values: list<enum>"]],
  ["record", ["spec/record-without-fields: record"]],
  ["5", ["spec/unknown-type: 5"]],
  ["[number]", ["spec/wrong-kind: [number]"]],
  ["", ["spec/no-value: x"]],
  ["{}", ["spec/missing-key: x"]],
  ["{ type: number, rnage: [0, 1] }", ["spec/unknown-key: rnage"]],
  ["{ type: string, range: [0, 1] }", ["spec/key-not-for-type: range"]],
  ["{ type: list<int>, range: [0, 1] }", ["spec/key-not-for-type: range"]],
  ["{ type: number, values: [a] }", ["spec/key-not-for-type: values"]],
  ["{ type: int, pattern: a }", ["spec/key-not-for-type: pattern"]],
  ["{ type: int, length: [0, 1] }", ["spec/key-not-for-type: length"]],
  ["{ type: int, fields: { a: int } }", ["spec/key-not-for-type: fields"]],
  ["{ type: int, items: int }", ["spec/key-not-for-type: items"]],
  ["{ type: string, pivot: 30 }", ["spec/key-not-for-type: pivot"]],
  ["{ type: list<record>, fields: { a: int } }", []],
  ["{ type: list<enum>, values: [a, b] }", []],
  ["{ type: list<int>, items: int }", []],
  ["{ type: list<int>, items: string }", ["spec/items-type: string"]],
  ["{ type: list<int>, items: { type: int? } }", ["spec/items-type: int?"]],
  ["{ type: enum, values: [] }", ["spec/enum-without-values: []"]],
  ["{ type: enum, values: [a, b, a] }", ["spec/duplicate-value: a"]],
  ["{ type: enum, values: { a: 1 } }", ["spec/wrong-kind: { a: 1 }"]],
  ["{ type: number, range: [0] }", ["spec/bad-range: [0]"]],
  ["{ type: number, range: [0, 1, 2] }", ["spec/bad-range: [0, 1, 2]"]],
  ["{ type: number, range: [0, true] }", ["spec/bad-range: true"]],
  ["{ type: number, range: 5 }", ["spec/bad-range: 5"]],
  ['{ type: number, range: "0, 1" }', ['spec/bad-range: "0, 1"']],
  ['{ type: number, range: "[0, yes" }', ['spec/bad-range: "[0, yes"']],
  ["{ type: number, range: { low: 0 } }", ["spec/wrong-kind: { low: 0 }"]],
  ["{ type: number, outside: clamp }", ["spec/outside-without-range: outside"]],
  ["{ type: number, range: [0, 1], outside: clip }", ["spec/unknown-value: clip"]],
  ["{ type: number, invalid: ignore }", ["spec/unknown-value: ignore"]],
  ["{ type: number, missing_values: [null] }", ["spec/wrong-kind: null"]],
  ["{ type: number, missing_values: [[1]] }", ["spec/wrong-kind: [1]"]],
  ["{ type: number, pii: maybe }", ["spec/wrong-kind: maybe"]],
  ["{ type: date, pivot: 1900 }", ["spec/wrong-kind: 1900"]],
  ["{ type: number, tags: [a, [b]] }", ["spec/wrong-kind: [b]"]],
  ["{ type: record, fields: { Bad: int } }", ["spec/bad-name: Bad"]],
  ["{ type: record, fields: { a: int, a: int } }", ["yaml/duplicate-key: a"]],
])("a field: %s", (field, expected) => expect(found(withField(field))).toEqual(expected));

test.each([
  ["a: { range: [0, 1] }", ["spec/missing-key: a"]],
  ["a: { formula: 1, type: enum }", ["spec/enum-without-values: enum"]],
  ["a: { formula: 1, values: [a] }", ["spec/key-not-for-type: values"]],
  ["a: { formula: 1, outside: clamp }", ["spec/outside-without-range: outside"]],
  ["a: { formula: 1, indicator: 1 }", ["spec/wrong-kind: 1"]],
  ["a: { formula: 1, formla: 2 }", ["spec/unknown-key: formla"]],
  ["a: { formla: 2 }", ["spec/unknown-key: formla"]],
  ["a: { formula: 1, impute: }", ["spec/no-value: impute"]],
  [
    "a: { formula: 1, examples: [{ given: { debt: 1 } }] }",
    ["spec/missing-key: { given: { debt: 1 } }"],
  ],
  ["a: { formula: 1, examples: { expect: 1 } }", ["spec/wrong-kind: { expect: 1 }"]],
  ["a: { formula: 1, examples: [{ expect: null }] }", ["spec/unknown-value: null"]],
  ["a: { formula: 1, examples: [{ expect: { near: 1 } }] }", ["spec/missing-key: { near: 1 }"]],
  ["a: { formula: 1, examples: [{ expect: { near: x, within: 1 } }] }", ["spec/wrong-kind: x"]],
  ["a: { formula: 1, examples: [{ expect: { near: 1, within: -1 } }] }", ["spec/wrong-kind: -1"]],
  ["a: { formula: 1, examples: [{ given: [1], expect: 1 }] }", ["spec/wrong-kind: [1]"]],
  ["TotalAmount: 1", ["spec/bad-name: TotalAmount"]],
  ["__proto__: 1", ["spec/reserved-name: __proto__"]],
  ["then: 1", ["spec/reserved-name: then"]],
  ["constructor: 1", ["spec/reserved-name: constructor"]],
  ["'a\\u0000': 1", ["spec/bad-name: 'a\\u0000'"]],
  ['"*/ alert(1) /*": 1', ['spec/bad-name: "*/ alert(1) /*"']],
  [`${"a".repeat(65)}: 1`, [`spec/bad-name: ${"a".repeat(65)}`]],
  [`${"a".repeat(64)}: 1`, []],
])("a feature: %s", (entry, expected) =>
  expect(found(withFeatures(`  ${entry}\n`))).toEqual(expected),
);

const rest = "input:\n  x: int\nfeatures:\n  a: 1\n";

test.each([
  ["featc: 1\nname: example\n", []],
  ["featc: 1.0\nname: example\n", []],
  ["featc: 2\nname: example\n", ["spec/language-version: 2"]],
  ["featc: '1'\nname: example\n", ["spec/language-version: '1'"]],
  ["featc: [1]\nname: example\n", ["spec/wrong-kind: [1]"]],
  ["name: example\n", ["spec/missing-key: name"]],
  ["featc: 1\n", ["spec/missing-key: featc"]],
  ["featc: 1\nname:\n", ["spec/no-value: name"]],
  ["featc: 1\nname: ../../x\n", ["spec/bad-name: ../../x"]],
  ["featc: 1\nname: con\n", ["spec/reserved-name: con"]],
  ["featc: 1\nname: example\nversion: 1.0\n", ["spec/bad-version: 1.0"]],
  ["featc: 1\nname: example\nversion: 01.0.0\n", ["spec/bad-version: 01.0.0"]],
  ["featc: 1\nname: example\nversion: 1.0.0-rc.1\n", []],
  ["featc: 1\nname: example\nunknown_fields: drop\n", ["spec/unknown-value: drop"]],
  ["featc: 1\nname: example\nmath: fast\n", ["spec/unknown-value: fast"]],
  ["featc: 1\nname: example\nlet:\n", ["spec/empty-section: let"]],
  ["featc: 1\nname: example\nmaps: {}\n", ["spec/empty-section: maps"]],
  ["featc: 1\nname: example\nlet: 5\n", ["spec/wrong-kind: 5"]],
  ["featc: 1\nname: example\nfeature:\n  b: 1\n", ["spec/unknown-key: feature"]],
  ["featc: 1\nname: example\nkeys: [a, 1]\n", ["yaml/not-text: 1"]],
  ["featc: 1\nname: example\nfunctions:\n  twice: a\n", ["spec/bad-signature: twice"]],
  ["featc: 1\nname: example\nfunctions:\n  twice(a, a): a\n", ["spec/duplicate-value: a"]],
  [
    "featc: 1\nname: example\nfunctions:\n  Twice(if): a\n",
    ["spec/bad-name: Twice", "spec/reserved-name: if"],
  ],
  ["featc: 1\nname: example\nfunctions:\n  twice(a,): a\n", ["spec/bad-name: twice(a,)"]],
  [
    "featc: 1\nname: example\nmaps:\n  m: { a: [1], b: }\n",
    ["spec/wrong-kind: [1]", "spec/no-value: b"],
  ],
  ["featc: 1\nname: example\nenums:\n  e: a\n", ["spec/wrong-kind: a"]],
  [
    "featc: 1\nname: example\nconstraints:\n  c: { on_violation: ignore, formula: x > 1 }\n",
    ["spec/unknown-value: ignore"],
  ],
  ["featc: 1\nname: example\nmatrix:\n  m: { columns: [a] }\n", ["spec/missing-key: m"]],
  [
    "featc: 1\nname: example\nmatrix:\n  m: { dtype: float, columns: [] }\n",
    ["spec/unknown-value: float", "spec/no-value: []"],
  ],
  [
    "featc: 1\nname: example\nmatrix:\n  m: { dtype: int32, missing: zero, columns: [a] }\n",
    ["spec/unknown-value: zero"],
  ],
  [
    "featc: 1\nname: example\npolicy:\n  p: { formula: 1, indicator: true }\n",
    ["spec/unknown-key: indicator"],
  ],
])("a file: %j", (start, expected) => {
  expect(found(start + rest)).toEqual(expected);
});

test.each([
  ["{ column: 1us }", ["spec/unknown-key: column"]],
  ["{ row: 20 }", ["spec/bad-budget: 20"]],
  ["{ row: 0us }", ["spec/bad-budget: 0us"]],
  ["{ row: -1us }", ["spec/bad-budget: -1us"]],
  ["{ row: 1KB }", ["spec/bad-budget: 1KB"]],
  ["{ memory: 1 ms }", ["spec/bad-budget: 1 ms"]],
  ["{ memory: [1MB] }", ["spec/wrong-kind: [1MB]"]],
  ["little", ["spec/wrong-kind: little"]],
  ["{ row: 1.5ms, memory: 2 GB }", []],
])("a budget: %s", (budget, expected) => {
  expect(found(`featc: 1\nname: example\n${rest}budget: ${budget}\n`)).toEqual(expected);
});

test.each([
  ["1ns", 1, "1B", 1],
  ["20us", 20_000, "1.5 kB", 1_500],
  ["2.5ms", 2_500_000, "2MB", 2_000_000],
  ["1 s", 1e9, "3GB", 3e9],
])("the amounts %s and %s", (row, nanoseconds, memory, bytes) => {
  const text = `featc: 1\nname: example\n${rest}budget: { row: ${row}, memory: ${memory} }\n`;
  const budget = parseSpec(fileOf(text)).spec?.budget;
  expect([budget?.row?.value, budget?.memory?.value]).toEqual([nanoseconds, bytes]);
});

test.each([
  ["{ coverage: 1 }", ["spec/unknown-key: coverage"]],
  ["{ mutation_score: 1.01 }", ["spec/bad-mutation-score: 1.01"]],
  ["{ mutation_score: 0 }", ["spec/bad-mutation-score: 0"]],
  ["{ mutation_score: most }", ["spec/wrong-kind: most"]],
  ["{ properties: 1 }", ["spec/wrong-kind: 1"]],
  ["all", ["spec/wrong-kind: all"]],
  ["{ mutation_score: 1, properties: false }", []],
])("what is asked of the tests: %s", (tests, expected) => {
  expect(found(`featc: 1\nname: example\n${rest}tests: ${tests}\n`)).toEqual(expected);
});

test("words of another tool are understood", () => {
  const [diagnostic] = parseSpec(
    fileOf(withField("{ type: number, range: [0, 1], outside: clip }")),
  ).diagnostics;
  expect([diagnostic?.label, diagnostic?.hint]).toEqual([
    "did you mean clamp?",
    "it can be reject, missing, clamp.",
  ]);
});

test("the advice for a field with a foreign name", () => {
  const text = "featc: 1\nname: example\ninput:\n  Total.Amount: int\nfeatures:\n  a: 1\n";
  const [diagnostic] = parseSpec(fileOf(text)).diagnostics;
  expect(diagnostic?.hint).toBe(
    'write `total_amount`, and say what the producer calls it: `name: "Total.Amount"`.',
  );
});

test("a duplicate key points at the first one too", () => {
  const [diagnostic] = parseSpec(fileOf(withFeatures("  a: 1\n  a: 2\n"))).diagnostics;
  const related = diagnostic!.related[0]!.span;
  expect([related.start, related.end - related.start]).toEqual([withFeatures("  ").length, 1]);
});

test("a mistyped key is read as the one that was meant", () => {
  const [step] = specOf(withFeatures("  a: { forumla: debt, range: [0, 1] }\n")).features;
  expect(step?.formula.text).toBe("debt");
});

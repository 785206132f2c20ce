import { expect, test } from "vitest";
import { parseLibrary } from "../../../compiler/src/spec/parse-library.js";
import { fileOf, slice } from "./spec-text.js";

const found = (text: string): readonly string[] =>
  parseLibrary(fileOf(text)).diagnostics.map(({ code, span }) => `${code}: ${slice(span)}`);

const common = `featc: 1
name: common
description: shared
imports: [./more.feat.yaml]
enums:
  size: [small, large]
maps:
  rate: { a: 1 }
functions:
  ratio(a, b): a / b
`;

test("an imported file", () => {
  const { library, diagnostics } = parseLibrary(fileOf(common));
  expect(diagnostics).toEqual([]);
  expect(library).toMatchObject({
    imports: [{ value: "./more.feat.yaml" }],
    enums: [{ name: { value: "size" }, values: [{ value: "small" }, { value: "large" }] }],
    maps: [{ name: { value: "rate" } }],
    functions: [{ name: { value: "ratio" }, params: [{ value: "a" }, { value: "b" }] }],
  });
});

test.each([
  ["featc: 1\n", []],
  ["functions:\n  f(a): a\n", ["spec/missing-key: functions"]],
  [
    "featc: 1\ninput:\n  a: int\nfeatures:\n  b: 1\n",
    ["spec/not-in-library: input", "spec/not-in-library: features"],
  ],
  ["featc: 1\nfuncions:\n  f(a): a\n", ["spec/unknown-key: funcions"]],
  ["", ["spec/empty: "]],
])("%j", (text, expected) => expect(found(text)).toEqual(expected));

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticCollector } from "../../../compiler/src/diagnostics/collector.js";
import type { SpecAst } from "../../../compiler/src/spec/ast.js";
import { createSpecParser, parseSpec } from "../../../compiler/src/spec/parse-spec.js";
import type { ParsedSpec } from "../../../compiler/src/spec/parse-spec.js";
import { readChanged, readDocument } from "../../../compiler/src/spec/read-document.js";
import { Reading } from "../../../compiler/src/spec/reading.js";
import { splitEntries } from "../../../compiler/src/spec/split-entries.js";
import { specDiagnostics } from "../../../compiler/src/diagnostics/spec.table.js";
import { yamlDiagnostics } from "../../../compiler/src/diagnostics/yaml.table.js";
import { fileOf } from "./spec-text.js";

const base = `# A spec
featc: 1
name: example   # its name
imports:
- ./common.feat.yaml
- './other.feat.yaml'

input:
  # what comes in
  debt: { type: number, range: [0, 100] }
  income:
    type: number?
    range: [0, 1e7]
    tags:
    - money
    - year

  kind: { type: enum, values: ["a # b", 'c: d'] }
functions:
  ratio(a, b): if b > 0 then a / b else missing
maps: { rate: { a: 1, b: 2 } }
let:
  yearly: debt * 12
features:
  half:
    formula: |
      # not a comment of YAML
      debt
      / 2

    range: [0, 50]
    description: >
      a long
      text
  third: { formula: debt / 3, range: [0, 34],
    unit: ratio }
  quoted: "debt
    / 4"
  fourth: debt / 4

# the end of the features
matrix:
  m:
    dtype: float32
    columns:
    - half
    - third
`;

const corpus: readonly string[] = [
  base,
  base.replaceAll("\n", "\r\n"),
  `\ufeff${base}`,
  base.replace("features:\n", "features: # of it\n"),
  base.replace(/^ {2}/gm, "     "),
  ...[...Object.values(yamlDiagnostics), ...Object.values(specDiagnostics)].flatMap(
    (definition) => {
      const { bad, good } = definition as { readonly bad?: string; readonly good?: string };
      return [bad, good].filter((text) => text !== undefined);
    },
  ),
];

/** Control characters are refused before anything is split. */
const readable = corpus.filter((text) => !text.includes("\u0001"));

const inPieces = readable.flatMap((text) => {
  const sections = splitEntries(text);
  const tree = sections === undefined ? undefined : readChanged(text, sections, new Map());
  return tree === undefined ? [] : [{ text, tree }];
});

/** All that a parse says, with offsets in place of files and of functions. */
function comparable({ spec, diagnostics }: ParsedSpec): string {
  const formulas = (ast: SpecAst): readonly (readonly (readonly number[])[])[] =>
    [...ast.lets, ...ast.features].map(({ formula }) =>
      Array.from(formula.text, (_, i) => {
        const { start, end } = formula.at(i, i + 1);
        return [start, end];
      }),
    );
  const plain = (key: string, value: unknown): unknown => (key === "file" ? undefined : value);
  return JSON.stringify([spec, spec === undefined ? [] : formulas(spec), diagnostics], plain, 1);
}

describe("entries parsed one by one", () => {
  test.each(inPieces.map((pieces, i) => [i, pieces] as const))(
    "give what the whole file gives: %i",
    (_, { text, tree }) => {
      const reading = new Reading(fileOf(text), new DiagnosticCollector());
      expect(tree).toEqual(readDocument(reading, new Map()));
    },
  );

  test("most of the corpus can be parsed in pieces", () => {
    expect(inPieces.length / corpus.length).toBeGreaterThan(0.6);
    expect(inPieces.map(({ text }) => text)).toContain(base);
  });
});

test("an unchanged entry is not parsed again, wherever it moved", () => {
  const cache = new Map();
  const read = (text: string): unknown =>
    readDocument(new Reading(fileOf(text), new DiagnosticCollector()), cache);
  read(base);
  const kept = cache.get("  fourth: debt / 4\n\n# the end of the features\n");
  expect(kept).toBeDefined();
  read(base.replace("debt * 12", "debt * 12.5"));
  const moved = cache.get("  fourth: debt / 4\n\n# the end of the features\n");
  expect(moved.start).toBe(kept.start + 2);
  expect(moved.entry.key.value).toBe("fourth");
  expect(cache.has("  yearly: debt * 12.5\n")).toBe(true);
  expect(cache.has("  yearly: debt * 12\n")).toBe(false);
});

const pieces = [
  "\n",
  " ",
  "  ",
  "\t",
  "'",
  '"',
  ":",
  ": ",
  "#",
  " # ",
  "{",
  "}",
  "[",
  "]",
  ",",
  "|",
  ">",
  "-",
  "- ",
  "&a ",
  "*a",
  "!t ",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "a: 1\n",
  "  b: 2\n",
  "half",
  "\r\n",
  "?",
  "x",
];

const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat(12)),
  insert: fc.oneof(fc.constant(""), fc.constantFrom(...pieces)),
});

function applyEdit(
  text: string,
  { at, remove, insert }: { at: number; remove: number; insert: string },
): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

test("a parser in use gives what a new one gives, through edits that break and mend the file", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...corpus),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      (start, edits) => {
        const parser = createSpecParser();
        parser.parse(fileOf(start));
        let text = start;
        for (const one of edits) {
          text = applyEdit(text, one);
          expect(comparable(parser.parse(fileOf(text)))).toBe(comparable(parseSpec(fileOf(text))));
        }
        expect(comparable(parser.parse(fileOf(start)))).toBe(comparable(parseSpec(fileOf(start))));
      },
    ),
    { numRuns: 200 },
  );
});

test("every place lies in the file, whatever the file is", () => {
  fc.assert(
    fc.property(fc.constantFrom(...corpus), fc.array(edit, { maxLength: 12 }), (start, edits) => {
      const text = edits.reduce(applyEdit, start);
      for (const { span, related } of parseSpec(fileOf(text)).diagnostics) {
        for (const place of [span, ...related.map((other) => other.span)]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeGreaterThanOrEqual(place.start);
          expect(place.end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("any text at all is read without throwing", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc
          .array(fc.constantFrom(...pieces, "featc: 1\n", "input:\n", "features:\n"), {
            maxLength: 60,
          })
          .map((parts) => parts.join("")),
      ),
      (text) => {
        parseSpec(fileOf(text));
      },
    ),
    { numRuns: 600 },
  );
});

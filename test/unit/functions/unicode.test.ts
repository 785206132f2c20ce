import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unicodeFunctions } from "../../../compiler/src/functions/unicode.table.js";
import { unicodeVersion } from "../../../compiler/src/functions/unicode/host-text.js";
import * as runtime from "../../../runtime/src/index.js";

type Name = keyof typeof unicodeFunctions;

interface Vectors {
  readonly source: string;
  readonly digests: Readonly<Record<Name, { readonly points: string; readonly marked: string }>>;
  readonly marked_inputs: string;
  readonly marks: readonly (readonly [first: number, last: number])[];
}

/** What Python's unicodedata says, as digests. */
const vectors = JSON.parse(
  readFileSync(new URL("../../vectors/unicode.json", import.meta.url), "utf8"),
) as Vectors;

const digest = (texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\n")).digest("hex");

const codePoints = Array.from({ length: 0x110000 }, (_, code) => code).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);
const points = codePoints.map((code) => `x${String.fromCodePoint(code)}y`);

function markedTexts(): readonly string[] {
  const marks = vectors.marks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  );
  let state = 1;
  return Array.from({ length: 20_000 }, (_, i) => {
    let text = [..."aé가ﬁ"][i % 4] ?? "";
    for (let n = 0; n < 5; n += 1) {
      state = (state * 48_271) % 2_147_483_647;
      text += marks[state % marks.length] ?? "";
    }
    return text;
  });
}

const inRuntime: Readonly<Record<Name, (text: string) => string>> = {
  lower_unicode: runtime.lowerUnicode,
  upper_unicode: runtime.upperUnicode,
  normalize_nfkd: runtime.normalizeNfkd,
  strip_accents: runtime.stripAccents,
};

describe(`as in ${vectors.source}`, () => {
  const marked = markedTexts();

  it("is the pinned version", () => {
    expect(vectors.source).toContain(unicodeVersion);
    expect(digest(marked)).toBe(vectors.marked_inputs);
  });

  it.each(Object.keys(inRuntime) as Name[])(
    "%s of every code point and of marked letters",
    (name) => {
      const { points: ofPoints, marked: ofMarked } = vectors.digests[name];
      const table = (text: string): string => String(unicodeFunctions[name].evaluate([text]));
      expect(digest(points.map(inRuntime[name]))).toBe(ofPoints);
      expect(digest(points.map(table))).toBe(ofPoints);
      expect(digest(marked.map(inRuntime[name]))).toBe(ofMarked);
      expect(digest(marked.map(table))).toBe(ofMarked);
    },
  );
});

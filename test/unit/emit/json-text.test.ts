import fc from "fast-check";
import * as prettier from "prettier";
import { expect, it } from "vitest";
import { jsonText } from "../../../compiler/src/emit/json-text.js";
import type { Json } from "../../../compiler/src/emit/json-text.js";

const values = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, false, 0, -1.5, 1e21, 123456789),
    fc.string({
      unit: fc.constantFrom("a", "b", '"', "\\", " ", "é", "日", "😀", "\u0301", "\u0080"),
      maxLength: 30,
    }),
    fc.array(fc.integer(), { maxLength: 40 }),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: "grapheme-ascii", maxLength: 12 }), tie("value"), {
      maxKeys: 5,
    }),
  ),
}));

it("prints the value in the form that prettier keeps", async () => {
  await fc.assert(
    fc.asyncProperty(values.value, async (value) => {
      const text = jsonText(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(await prettier.format(text, { parser: "json" })).toBe(text);
    }),
    { numRuns: 400 },
  );
});

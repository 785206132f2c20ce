import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasLength, hasPairsOnly, isWellFormed, length } from "../../../runtime/src/text.js";

/** Texts with pairs and halves of them, at the ends too. */
const text = fc
  .array(fc.constantFrom("a", "é", "€", "\u{1f600}", "\ud83d", "\ude00"), { maxLength: 6 })
  .map((parts) => parts.join(""));

describe("isWellFormed", () => {
  it("is what is left when pairs are taken away, natively and not", () => {
    fc.assert(
      fc.property(text, (s) => {
        const halves = s.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, "");
        const expected = !/[\ud800-\udfff]/.test(halves);
        expect([isWellFormed(s), hasPairsOnly(s)]).toEqual([expected, expected]);
      }),
    );
  });
});

describe("hasLength", () => {
  const bound = fc.integer({ min: 0, max: 7 });

  it("counts code points", () => {
    fc.assert(
      fc.property(text, bound, bound, (s, low, high) => {
        const count = Array.from(s).length;
        expect(hasLength(s, low, high)).toBe(count >= low && count <= high);
        expect(hasLength(s, low)).toBe(count >= low);
        expect(length(s)).toBe(count);
      }),
    );
  });
});

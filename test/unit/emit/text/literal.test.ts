import fc from "fast-check";
import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import {
  commentText,
  inlineObject,
  literal,
  memberName,
  numberLiteral,
  objectLiteral,
  propertyAccess,
  propertyKey,
  stringLiteral,
} from "../../../../compiler/src/emit/text/literal.js";

const evaluate = (text: string): unknown => new Function(`return (${text});`)();
const at = "@";
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('"', "'", "\\", "\n", "\u2028", "</script", "`${x}`", "a", "\ud800"),
  }),
);

describe("stringLiteral", () => {
  it("evaluates to the text, whatever it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(evaluate(stringLiteral(text))).toBe(text);
      }),
    );
  });

  it("is what prettier prints", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const statement = `x = ${stringLiteral(text)};\n`;
        const formatted = await prettier.format(statement, {
          parser: "babel-ts",
          printWidth: 9999,
        });
        expect(formatted).toBe(statement);
      }),
      { numRuns: 300 },
    );
  });

  it("holds no character that a reader cannot see and nothing that ends a script", () => {
    expect(stringLiteral("a\u2028b\u202ec\ufeffd\u0000")).toBe(
      '"a\\u2028b\\u202ec\\ufeffd\\u0000"',
    );
    expect(stringLiteral("</SCRIPT><!--")).toBe('"\\u003c/SCRIPT>\\u003c!--"');
    expect(stringLiteral(`${at}vitest-environment jsdom`)).toBe(
      '"\\u0040vitest-environment jsdom"',
    );
    expect(stringLiteral("\ud83d\ude00 \ud83d")).toBe('"\ud83d\ude00 \\ud83d"');
  });
});

describe("numberLiteral", () => {
  it("writes numbers as prettier does", () => {
    expect([-0, 0, 1e21, 1e-7, 0.1, -5e-324, 10000000].map(numberLiteral)).toEqual([
      "-0",
      "0",
      "1e21",
      "1e-7",
      "0.1",
      "-5e-324",
      "10000000",
    ]);
  });

  it("gives back the same double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(evaluate(numberLiteral(value))).toBe(value);
      }),
    );
  });

  it("refuses what is no value of the language", () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      expect(() => numberLiteral(value)).toThrow("is not a constant");
    }
  });
});

describe("names", () => {
  it("quotes what is no identifier", () => {
    expect(propertyAccess("row", "age")).toBe("row.age");
    expect(propertyAccess("row", "Total.Amount")).toBe('row["Total.Amount"]');
    expect(memberName("größe")).toBe('"größe"');
  });

  it("makes __proto__ a property like any other", () => {
    const text = `{ ${propertyKey("__proto__")}: 1, ${propertyKey("constructor")}: 2 }`;
    const made = evaluate(text) as object;
    expect(Object.entries(made)).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });

  it("prints lists and objects", () => {
    expect(literal(["a", 1, true, [2]])).toBe('["a", 1, true, [2]]');
    expect(
      inlineObject([
        ["a", "1"],
        ["b c", "2"],
      ]),
    ).toBe('{ a: 1, "b c": 2 }');
    expect(objectLiteral([["a", objectLiteral([["b", "1"]])]])).toBe(
      "{\n  a: {\n    b: 1,\n  },\n}",
    );
  });
});

describe("commentText", () => {
  it("cannot end a comment or begin a line", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("*/", "\r\n", "\u2029", "//", "/*"), (text, more) => {
        const comment = commentText(text + more + text);
        expect(comment).not.toMatch(/\*\/|[\n\r\u2028\u2029]/);
        expect(evaluate(`/** ${comment} */ 1 // ${comment}\n`)).toBe(1);
      }),
    );
  });

  it.each([
    ["@ts-nocheck", /@ts-/],
    // Vitest reads this in its own test files, also in strings.
    [`x${at}vitest-environment jsdom`, /@vitest-environment/],
    ["@jsx h", /@jsx/],
    ["eslint-disable-next-line", /eslint-disable/],
    ["prettier-ignore", /prettier-ignore/],
    ["v8 ignore next", /v8 ignore/],
    ["Stryker disable all", /Stryker disable/],
    ["# sourceMappingURL=x.map", /sourceMappingURL/],
    ["#__PURE__", /#__PURE__/],
    ["@deprecated", /@deprecated/],
  ])("keeps %s from being a directive", (text, pattern) => {
    expect(text).toMatch(pattern);
    expect(commentText(text)).not.toMatch(pattern);
  });

  it("leaves ordinary text alone", () => {
    const text = "Gross income, per year (mail risk@example.com); see 3 / 4 * 2 and `debt <= 1e6`.";
    expect(commentText(text)).toBe(text);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = commentText(text);
        expect(commentText(once)).toBe(once);
      }),
    );
  });
});

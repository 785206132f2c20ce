import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check, judge, report } from "../../../compiler/src/compile.js";
import { payloads } from "../security/payloads.table.js";
import { specWith } from "../security/text-places.js";

function pageOf(text: string): string {
  const result = check("example.feat.yaml", { readFile: () => text });
  return (
    report(
      result,
      judge(result, () => 0),
    ) ?? ""
  );
}

const simple = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
features:
  spent: { formula: debt / (debt - 50), range: [0, 1], outside: clamp, impute: 0 }
`;

/** Tags and the names of their attributes, in order. */
function structure(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z0-9!/]+)((?:\s[a-zA-Z0-9-]+="[^"]*")*)\s*>/g)].map(
    ([, tag, attributes]) =>
      [tag, ...(attributes ?? "").matchAll(/\s([a-zA-Z0-9-]+)=/g)].map(String).join(" "),
  );
}

describe("the page of a spec", () => {
  it("has a section for each feature, and a row for each claim", () => {
    const html = pageOf(simple);
    expect(html).toContain('<section class="step" id="feature-spent">');
    expect(html).toContain("✗ refuted");
    expect(html).toContain("given: { debt: 50 }");
    expect(html).toContain("impute: 0");
    expect(html).toContain('aria-label="spent can be from');
  });

  const harmless = structure(pageOf(specWith("harmless text")));

  it.each(Object.entries(payloads))("keeps its structure where texts hold %s", (_, payload) => {
    const html = pageOf(specWith(payload));
    expect(html).toContain("example");
    expect(structure(html)).toEqual(harmless);
    expect(html).not.toMatch(/<(script|img|iframe|object)/);
    expect(html).not.toMatch(/(?![\t\n])\p{Cc}/u);
  });

  it("says what is wrong with a spec that does not compile", () => {
    const html = pageOf(simple.replace(", impute: 0", ""));
    expect(html).toContain("This spec does not compile: 1 error.");
    expect(html).toContain("spent has no value for some inputs (missing/possible-missing)");
  });

  it("is the same for the same spec", () => {
    expect(pageOf(simple)).toBe(pageOf(simple));
  });
});

describe.each(readdirSync("specs").filter((file) => file.endsWith(".feat.yaml")))(
  "the page of specs/%s",
  (file) => {
    const result = check(`specs/${file}`, {
      readFile: (path) => {
        try {
          return readFileSync(path, "utf8");
        } catch {
          return undefined;
        }
      },
    });
    const html =
      report(
        result,
        judge(result, () => 0),
      ) ?? "";
    const matches = (pattern: RegExp): readonly string[] =>
      [...html.matchAll(pattern)].map(([, found]) => found ?? "");

    it("has links that lead somewhere", () => {
      const ids = new Set(matches(/ id="([^"]*)"/g));
      const missing = matches(/ href="#([^"]*)"/g).filter((link) => !ids.has(link));
      expect([...new Set(missing)]).toEqual([]);
      expect(ids.size).toBeGreaterThan(3);
    });

    it("has no id twice, and needs no other file", () => {
      const ids = matches(/ id="([^"]*)"/g);
      expect(new Set(ids).size).toBe(ids.length);
      expect(html).not.toMatch(/\s(src|href)="(?!#)/);
      expect(html).not.toMatch(/url\(|@import/);
    });

    it("draws nothing outside its drawings", () => {
      const widths = [
        ...html.matchAll(
          /<rect class="(?:inside|outside|declared)" x="([^"]*)" y="[^"]*" width="([^"]*)"/g,
        ),
      ];
      for (const [, x, width] of widths) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(640 + 2);
      }
      expect(html).not.toContain("NaN");
    });
  },
);

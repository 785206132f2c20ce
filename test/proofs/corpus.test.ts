import { describe, expect, it } from "vitest";
import { check } from "../../compiler/src/compile.js";
import { givenText } from "../../compiler/src/diagnostics/given-text.js";
import type { CorpusDomain } from "./corpus/corpus-domain.js";
import { published } from "./corpus/published.table.js";
import { corpus, judgeDomain } from "./judge-corpus.js";
import type { JudgedClaim } from "./judge-corpus.js";

const described = ({ formula, judgement }: JudgedClaim): string =>
  `${formula.name} ${judgement.claim}: ${formula.formula}`;

const judged = new Map(corpus.map((domain) => [domain.name, judgeDomain(domain)]));
const claims = [...judged.values()].flat();

describe.each(corpus)("formulas of $name", ({ name, formulas }) => {
  const own = judged.get(name) ?? [];

  it("have two claims each", () => {
    expect(own).toHaveLength(2 * formulas.length);
  });

  it("are never proved to hold where they do not", () => {
    const wrong = own.filter(({ judgement, holds }) => judgement.verdict === "proved" && !holds);
    expect(wrong.map(described)).toEqual([]);
  });

  it("are never refuted where they hold, and refuted by a row", () => {
    const refuted = own.filter(({ judgement }) => judgement.verdict === "refuted");
    expect(refuted.filter(({ holds }) => holds).map(described)).toEqual([]);
    expect(refuted.filter(({ judgement }) => judgement.example.length === 0)).toEqual([]);
  });

  it("are refuted by rows that can be pasted into the spec, where they show the same", () => {
    const pasted = own
      .filter(({ judgement }) => judgement.verdict === "refuted")
      .map((claim) => mistakesWhenPasted(claim, own, name));
    expect(pasted.filter((mistakes) => mistakes.length > 0)).toEqual([]);
  });
});

/** What leaves its range, or has no value, is missing here; the row is an example of that. */
function mistakesWhenPasted(
  { formula, judgement }: JudgedClaim,
  own: readonly JudgedClaim[],
  name: string,
): readonly string[] {
  const domain = corpus.find((one) => one.name === name);
  const type = own.find((one) => one.formula === formula)?.type;
  const text = `featc: 1
name: ${name}
${(domain as CorpusDomain).contract}features:
  ${formula.name}:
    type: ${String(type)}?
    formula: |
      ${formula.formula}
    range: ${formula.range}
    outside: missing
    examples:
      - { ${givenText(judgement.example)}, expect: missing }
`;
  const { diagnostics } = check(`${name}.feat.yaml`, { readFile: () => text });
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${formula.name}: ${code}: ${message}`);
}

describe("examples that feature stores publish", () => {
  const own = judged.get(published.name) ?? [];

  it.each(published.formulas.map(({ name }) => name))("%s is refused with a row", (name) => {
    const claim = own.find(
      ({ formula, judgement }) => formula.name === name && judgement.claim === "has a value",
    );
    expect(claim?.judgement).toMatchObject({ verdict: "refuted", handledBy: null });
    expect(claim?.judgement.example).not.toEqual([]);
  });
});

it("settles all but a few claims", () => {
  const unknown = claims.filter(({ judgement }) => judgement.verdict === "unknown");
  expect(claims.length).toBeGreaterThanOrEqual(2 * 120);
  expect(unknown.length / claims.length).toBeLessThanOrEqual(0.02);
});

import { describe, expect, it } from "vitest";
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
});

it("settles nine claims of ten", () => {
  const unknown = claims.filter(({ judgement }) => judgement.verdict === "unknown");
  expect(claims.length).toBeGreaterThanOrEqual(2 * 120);
  expect(unknown.length / claims.length).toBeLessThanOrEqual(0.1);
});

import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";

const input = `
  p: { type: number, range: [0, 1] }
  x: { type: number, range: [-10, 10] }
  y: { type: number, range: [-10, 10] }
  latitude: { type: number, range: [-90, 90] }
  radians_of: { type: number, range: [-1.5707963267948966, 1.5707963267948966] }
  position: { type: int, range: [1, 1000] }
  clicks: { type: int, range: [0, 1000] }
  views: { type: int, range: [0, 1000] }
  maybe: { type: int?, range: [0, 1000] }
constraints:
  no_click_without_view: clicks <= views
  maybe_fewer: maybe <= clicks
`;

function factOf(formula: string): { missing: boolean; low: number; high: number } {
  const text = `featc: 1\nname: example\ninput:${input}features:\n  f:\n    type: number?\n    formula: |\n      ${formula}\n`;
  const { facts, diagnostics } = check("example.feat.yaml", { readFile: () => text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const fact = facts?.step("f").formula;
  if (fact?.domain.kind !== "number") throw new Error("not a number");
  return { missing: fact.missing, low: fact.domain.low, high: fact.domain.high };
}

describe("a difference from a number that is not 0", () => {
  it("is 0 or at least half its last digit, so that its reciprocal is bounded", () => {
    // The largest double below 1 is 1 - 2^-53.
    expect(factOf("1 / (1 - p)")).toEqual({ missing: true, low: 1, high: 2 ** 53 });
    expect(factOf("p / (1 - p)").high).toBe(2 ** 53);
  });

  it("says nothing where both can be tiny", () => {
    expect(factOf("1 / (p - abs(x))").high).toBeGreaterThan(1e100);
  });
});

describe("logarithms of whole numbers", () => {
  it("are 0 at 1 alone, and then at least the logarithm of 2", () => {
    expect(factOf("1 / log2(position)").high).toBeCloseTo(1, 12);
    expect(factOf("1 / log2(position)").missing).toBe(true);
    expect(factOf("1 / ln(position)").high).toBeCloseTo(1 / Math.LN2, 12);
  });
});

describe("waves", () => {
  it.each([
    ["cospi(latitude / 180)", 0, 1],
    ["sinpi(latitude / 180)", -1, 1],
    ["sinpi(p)", 0, 1],
    ["cospi(p)", -1, 1],
    ["cospi(p + 1)", -1, 1],
    ["sinpi(p / 2 + 1)", -1, 0],
    ["sinpi(2 * p)", -1, 1],
    ["cyclic_sin(p, 2)", 0, 1],
    ["sin(p)", 0, Math.sin(1)],
    ["cos(radians_of)", Math.cos(Math.PI / 2), 1],
    ["cos(x)", -1, 1],
  ])("%s", (formula, low, high) => {
    const fact = factOf(formula);
    expect(fact.low).toBeCloseTo(low, 14);
    expect(fact.high).toBeCloseTo(high, 14);
  });

  it("keep their sign exactly", () => {
    expect(factOf("sqrt(cospi(latitude / 180))").missing).toBe(false);
    expect(factOf("sqrt(cos(radians_of))").missing).toBe(false);
    expect(factOf("sqrt(sinpi(p))").missing).toBe(false);
    expect(factOf("sqrt(cospi(p))").missing).toBe(true);
  });
});

describe("the root of a sum of squares", () => {
  it("is at least each of the roots", () => {
    expect(factOf("x / sqrt(x * x + y * y)")).toEqual({ missing: true, low: -1, high: 1 });
    expect(factOf("x / sqrt(x ^ 2 + y ^ 2)")).toMatchObject({ low: -1, high: 1 });
  });

  it("is not, where the squares are subtracted", () => {
    expect(factOf("x / sqrt(abs(x * x - y * y))").high).toBeGreaterThan(1);
  });
});

describe("a share of whole numbers", () => {
  it("is below 1 where the part is smaller", () => {
    const { low, high, missing } = factOf("(clicks + 1) / (views + 2)");
    expect(missing).toBe(false);
    expect(low).toBeCloseTo(1 / 1002, 12);
    expect(high).toBeGreaterThanOrEqual(1001 / 1002);
    expect(high).toBeLessThan(1);
  });

  it("may be 1 where the part can be the whole", () => {
    expect(factOf("(clicks + 1) / (views + 1)").high).toBe(1);
  });
});

describe("a condition on the smaller of two numbers", () => {
  it("bounds the larger", () => {
    expect(factOf("if clicks > 0 then 1 / views else 0")).toEqual({
      missing: false,
      low: 0,
      high: 1,
    });
    expect(factOf("if clicks >= 500 then views else 500").low).toBe(500);
    expect(factOf("if views < 10 then clicks else 9").high).toBe(9);
  });

  it("bounds nothing where the smaller may be missing", () => {
    expect(factOf("if (maybe > 0) ?? true then 1 / views else 0").missing).toBe(true);
  });

  it("passes on along a chain", () => {
    expect(factOf("if (maybe > 0) ?? false then 1 / views else 0").missing).toBe(false);
  });
});

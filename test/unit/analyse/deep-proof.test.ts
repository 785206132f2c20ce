import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import type { CheckResult } from "../../../compiler/src/compile.js";
import { evaluateProgram } from "../../../compiler/src/interpret/evaluate-program.js";
import type { Attempt } from "../../../compiler/src/ir/facts.js";
import { Random } from "../../support/random.js";

const input = `
  p: { type: number, range: [0, 1] }
  q: { type: number, range: [0, 1] }
  x: { type: number, range: [-10, 10] }
  y: { type: number, range: [-10, 10] }
  n: { type: int, range: [1, 100] }
  rate: { type: number, range: [0.01, 0.3] }
  maybe: { type: number?, range: [0, 1] }
`;

function checked(formula: string, range: string, more = ""): CheckResult {
  const text = `featc: 1\nname: example\ninput:${input}${more}features:\n  f:\n    type: number?\n    formula: |\n      ${formula}\n    range: ${range}\n`;
  return check("example.feat.yaml", { readFile: () => text });
}

function attemptsAt(result: CheckResult): readonly Attempt[] {
  return result.facts?.step("f").deepProof?.attempts ?? [];
}

function leaves({ diagnostics }: CheckResult): boolean {
  return diagnostics.some(({ code }) => code === "range/possible-outside");
}

/** Methods that decide a range. */
function decidedBy(result: CheckResult): readonly string[] {
  return attemptsAt(result)
    .filter(({ claim, holds }) => claim === "stays in range" && holds)
    .map(({ method }) => method);
}

describe("a range that intervals and order leave open", () => {
  it.each([
    ["p * (1 - p)", "[0, 0.25]", "polynomial"],
    ["p + q - p * q", "[0, 1]", "polynomial"],
    ["2 * p * q / (p + q)", "[0, 1]", "polynomial"],
    ["p * q / (p + q - p * q)", "[0, 1]", "polynomial"],
    ["p * p * (3 - 2 * p)", "[0, 1]", "polynomial"],
    ["p ^ 3 - 3 * p ^ 2 + 3 * p", "[0, 1]", "polynomial"],
    ["(x * p + y * q) / (p + q)", "[-10, 10]", "polynomial"],
    ["x * x - 2 * x * y + y * y", "[-50, 450]", "polynomial"],
    ["if p > 0.5 then p * (1 - p) else p * (1 - p) / 2", "[0, 0.25]", "polynomial"],
    ["(maybe * (1 - maybe)) ?? 0", "[0, 0.25]", "polynomial"],
    ["p * exp(-p)", "[0, 0.37]", "slopes"],
    ["ln(1 + p) - p", "[-0.31, 0]", "slopes"],
    ["tanh(x) - tanh(x) * tanh(x) * tanh(x)", "[-0.39, 0.39]", "polynomial"],
    ["rate * n / (1 - pow(1 + rate, -n))", "[0, 1e6]", "none"],
  ])("%s in %s, by %s", (formula, range, method) => {
    const result = checked(formula, range);
    expect(decidedBy(result)).toEqual(method === "none" ? [] : [method]);
    expect(leaves(result)).toBe(method === "none" && attemptsAt(result).length > 0);
  });

  // A little narrower than the truth.
  it.each([
    ["p * (1 - p)", "[0, 0.2499]"],
    ["p + q - p * q", "[0, 0.999]"],
    ["2 * p * q / (p + q)", "[0, 0.999]"],
    ["p * p * (3 - 2 * p)", "[0.001, 1]"],
    ["p * exp(-p)", "[0, 0.367]"],
    ["ln(1 + p) - p", "[-0.306, 0]"],
    ["x * x - 2 * x * y + y * y", "[0, 399]"],
  ])("%s is not in %s", (formula, range) => {
    const result = checked(formula, range);
    expect(decidedBy(result)).toEqual([]);
    expect(leaves(result)).toBe(true);
  });
});

describe("a value that may be missing as far as intervals and order see", () => {
  it.each([
    // Never 0: its least value is 0.75, at 0.5.
    ["1 / (1 - p + p * p)", true],
    ["sqrt(1.1 - p * (2 - p))", true],
    ["ln(p * p - p + 0.3)", true],
    ["1 / (n * n - 3 * n + 3)", true],
    ["1 / (0.25 - p + p * p)", false],
    ["sqrt(0.9 - p * (2 - p))", false],
    ["1 / (n * n - 3 * n + 2)", false],
    ["1 / (1 - maybe + maybe * maybe)", false],
  ])("%s has a value: %s", (formula, holds) => {
    const { facts } = checked(formula, "[-1e9, 1e9]");
    expect(facts?.step("f").formula.missing).toBe(!holds);
  });

  it("takes constraints between fields into its parts", () => {
    const constraint = "constraints:\n  apart: x >= y + 1\n";
    const formula = "1 / (x * x * x - y * y * y)";
    expect(checked(formula, "[-1e9, 1e9]").facts?.step("f").formula.missing).toBe(true);
    const { facts } = checked("1 / (x - y)", "[-1e9, 1e9]", constraint);
    expect(facts?.step("f").formula.missing).toBe(false);
  });

  it("counts no parts where a single row shows that it is missing", () => {
    expect(attemptsAt(checked("1 / (p - q)", "[-1e300, 1e300]"))).toEqual([]);
    expect(attemptsAt(checked("maybe + 1", "[0, 2]"))).toEqual([]);
  });
});

/** Smooth formulas and quotients of polynomials, as people do not write them. */
function randomFormula(random: Random, depth: number): string {
  const leaf = (): string =>
    random.pick(["p", "q", "x", "n", "1", "2", "0.5", `${random.int(1, 9) / 4}`]);
  if (depth === 0) return leaf();
  const inner = (): string => randomFormula(random, depth - 1);
  const kind = random.int(0, 9);
  if (kind <= 5) return `(${inner()} ${random.pick(["+", "-", "*"])} ${inner()})`;
  if (kind === 6) return `(${inner()} / (${inner()}))`;
  if (kind === 7) return `(${inner()}) ^ ${random.int(2, 3)}`;
  return `${random.pick(["exp", "ln", "log1p", "sqrt", "sigmoid", "tanh", "expm1"])}(${inner()})`;
}

describe("no row contradicts a deep proof", () => {
  it.each([1, 2, 3, 4])("of random formulas, seed %i", (seed) => {
    const random = new Random(seed);
    let proofs = 0;
    for (let i = 0; i < 250; i += 1) {
      const formula = randomFormula(random, 3);
      const result = checked(formula, rangeOfSome(formula, random));
      const { program, facts } = result;
      const step = program?.steps[0];
      if (program === undefined || facts === undefined || step === undefined) continue;
      const holds = attemptsAt(result).filter((attempt) => attempt.holds);
      if (holds.length === 0) continue;
      proofs += 1;
      const plain = { ...program, steps: [{ ...step, outside: null }] };
      const size = Math.max(Math.abs(step.range?.low ?? 0), Math.abs(step.range?.high ?? 0));
      for (let row = 0; row < 400; row += 1) {
        const value = evaluateProgram(plain, randomRow(random), 0).steps.get("f") ?? null;
        const told = [seed, i, formula, step.range?.text, value, holds.map(({ method }) => method)];
        if (value === null) {
          expect(
            holds.every(({ claim }) => claim !== "has a value"),
            String(told),
          ).toBe(true);
          continue;
        }
        if (!holds.some(({ claim }) => claim === "stays in range")) continue;
        const slack = size * 1e-9;
        expect(Number(value), String(told)).toBeGreaterThanOrEqual((step.range?.low ?? 0) - slack);
        expect(Number(value), String(told)).toBeLessThanOrEqual((step.range?.high ?? 0) + slack);
      }
    }
    expect(proofs).toBeGreaterThan(10);
  });
});

/** A range around the values of some rows: often the truth, sometimes a little less. */
function rangeOfSome(formula: string, random: Random): string {
  const { program } = checked(formula, "[0, 1]");
  const steps = program?.steps.map((step) => ({ ...step, outside: null })) ?? [];
  const values = Array.from({ length: 60 }, () =>
    program === undefined
      ? null
      : (evaluateProgram({ ...program, steps }, randomRow(random), 0).steps.get("f") ?? null),
  ).filter((value) => typeof value === "number");
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 1)];
  const margin = random.pick([0, 0.05, 0.5]) * (high - low);
  return `[${low - margin}, ${high + margin}]`;
}

function randomRow(random: Random): Record<string, number> {
  const between = (low: number, high: number): number =>
    random.chance(0.3)
      ? random.pick([low, high, (low + high) / 2, Math.max(low, 1e-9)])
      : low + (random.int(0, 1_000_000) / 1_000_000) * (high - low);
  return {
    p: between(0, 1),
    q: between(0, 1),
    x: between(-10, 10),
    y: between(-10, 10),
    n: random.int(1, 100),
    rate: between(0.01, 0.3),
    maybe: between(0, 1),
  };
}

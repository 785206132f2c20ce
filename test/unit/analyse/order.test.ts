import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import { evaluateProgram } from "../../../compiler/src/interpret/evaluate-program.js";
import type { Fact, NumberDomain } from "../../../compiler/src/types/domain.js";
import { memoryHost } from "../../support/memory-host.js";
import { Random } from "../../support/random.js";

const head = `featc: 1
name: example
input:
  a: { type: number, range: [0, 1000] }
  b: { type: number, range: [0, 1000] }
  low: { type: number, range: [-50, 50] }
  mid: { type: number, range: [-50, 50] }
  high: { type: number, range: [-50, 50] }
  maybe: { type: number?, range: [0, 1000] }
  used: { type: int, range: [0, 100] }
  all: { type: int, range: [0, 100] }
  start: date
  end: date
  from: timestamp
  to: timestamp
constraints:
  ordered: { formula: low <= mid and mid <= high, on_violation: reject }
  part: { formula: used <= all, on_violation: reject }
  days: { formula: start <= end, on_violation: reject }
  moments: { formula: from < to, on_violation: reject }
  bounded: { formula: a <= maybe and maybe <= b, on_violation: reject }
let:
  total: a + b
`;

function factOf(formula: string) {
  const spec = `${head}features:\n  uses_total: { formula: total, range: [0, 2000] }\n  f:\n    type: number?\n    formula: |\n      ${formula}\n`;
  const { facts, diagnostics } = check(
    "example.feat.yaml",
    memoryHost({ "example.feat.yaml": spec }),
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const fact = facts?.step("f").formula;
  if (fact?.domain.kind !== "number") throw new Error("no number");
  return { missing: fact.missing, low: fact.domain.low, high: fact.domain.high };
}

describe("what the order of two values says of their difference and their quotient", () => {
  it.each([
    ["a - a", { missing: false, low: 0, high: 0 }],
    ["a / (a + b)", { missing: true, low: 0, high: 1 }],
    ["a / (a + b + 1)", { missing: false, low: 0, high: 1 }],
    ["a / total", { missing: true, low: 0, high: 1 }],
    ["if total > 0 then a / total else 0", { missing: false, low: 0, high: 1 }],
    ["total / a", { missing: true, low: 1, high: 2000 / 1e-100 }],
    ["(a + b) - b", { missing: false, low: 0, high: 2000 }],
    ["greatest(a, b) - a", { missing: false, low: 0, high: 1000 }],
    ["a - least(a, b)", { missing: false, low: 0, high: 1000 }],
    ["a * 0.5 - a", { missing: false, low: -1000, high: 0 }],
    ["low / (1 + abs(low))", { missing: false, low: -1, high: 1 }],
    ["abs(low - mid) / (abs(low) + abs(mid))", { missing: true, low: 0, high: 1 }],
    ["(low - mid) / (abs(mid) + abs(low) + 1)", { missing: false, low: -1, high: 0 }],
    ["abs(low) - low", { missing: false, low: 0, high: 100 }],
    ["mid - low", { missing: false, low: 0, high: 100 }],
    ["high - low", { missing: false, low: 0, high: 100 }],
    ["(mid - low) / (high - low)", { missing: true, low: 0, high: 1 }],
    ["if high > low then (mid - low) / (high - low) else 0", { missing: false, low: 0, high: 1 }],
    ["used / all", { missing: true, low: 0, high: 1 }],
    ["all / greatest(used, 1)", { missing: false, low: 0, high: 100 }],
    ["(all - used) / greatest(all, 1)", { missing: false, low: 0, high: 1 }],
    ["end - start", { missing: false, low: 0, high: 3_652_058 }],
    ["days_between(start, end)", { missing: false, low: 0, high: 3_652_058 }],
    ["1000 / ((to - from) / 1ms)", { missing: false, low: 1000 / 315_537_897_599_999, high: 1000 }],
    ["if a > b then a - b else b - a", { missing: false, low: 0, high: 1000 }],
    ["if a > b then 1 / (1 + (a - b)) else 1", { missing: false, low: 1 / 1001, high: 1 }],
    [
      "if (a <= b and b <= maybe) ?? false then maybe - a else 0",
      { missing: false, low: 0, high: 1000 },
    ],
  ])("%s", (formula, expected) => {
    expect(factOf(formula)).toEqual(expected);
  });

  it("says nothing by way of a value that may be missing", () => {
    expect(factOf("b - a").low).toBe(-1000);
  });

  it("holds for what is present of an optional value", () => {
    expect(factOf("maybe - a")).toEqual({ missing: true, low: 0, high: 1000 });
  });
});

const leaves = [
  "a",
  "b",
  "low",
  "mid",
  "high",
  "maybe",
  "used",
  "all",
  "total",
  "0.5",
  "1",
  "2",
  "0",
];
const operators = ["+", "-", "*", "/"];
const functions = ["least", "greatest"];

function formula(random: Random, depth: number): string {
  if (depth === 0 || random.chance(0.15)) return random.pick(leaves);
  const part = (): string => formula(random, depth - 1);
  const kind = random.int(0, 9);
  if (kind < 6) return `(${part()} ${random.pick(operators)} ${part()})`;
  if (kind === 6) return `${random.pick(functions)}(${part()}, ${part()})`;
  if (kind === 7) return `(${part()} ?? ${part()})`;
  if (kind === 8) return `abs(${part()})`;
  const [x, y] = [part(), part()];
  const test = `(${x} ${random.pick(["<", "<=", ">", ">=", "=="])} ${y}) ?? false`;
  // What the condition compares is used under it, so that its order matters.
  const value = random.pick([`(${x} - ${y})`, `(${y} - ${x})`, `(${x} / ${y})`, part()]);
  return `(if ${test} then ${value} else ${part()})`;
}

const values = [0, 1, 2, 0.5, 3, 7.25, 10, 49.999, 50, 1e-100, 5e-99, 1000, 999.9999, 0.1, 0.3];

function row(random: Random): Readonly<Record<string, number | null>> {
  const amount = (): number =>
    random.chance(0.7) ? random.pick(values) : random.int(0, 1e6) / 1e3;
  const place = (): number =>
    random.chance(0.5) ? random.int(-50, 50) : random.int(-5e5, 5e5) / 1e4;
  const [low, mid, high] = [place(), place(), place()].sort((x, y) => x - y);
  const count = [random.int(0, 100), random.int(0, random.chance(0.5) ? 1 : 100)].sort(
    (x, y) => x - y,
  );
  const amounts = [amount(), amount(), amount()].sort((x, y) => x - y);
  const isMissing = random.chance(0.3);
  const a = isMissing ? amount() : amounts[0];
  const b = isMissing ? amount() : amounts[2];
  const day = random.int(0, 20_000);
  const moment = random.int(0, 1e12);
  return {
    a: a ?? 0,
    b: b ?? 0,
    low: low ?? 0,
    mid: mid ?? 0,
    high: high ?? 0,
    maybe: isMissing ? null : (amounts[1] ?? 0),
    used: count[0] ?? 0,
    all: count[1] ?? 0,
    start: day,
    end: day + random.int(0, 400),
    from: moment,
    to: moment + random.int(1, 1e9),
  };
}

describe("attacked with random formulas", () => {
  const rounds = 6;
  it.each(Array.from({ length: rounds }, (_, i) => i + 1))("seed %d", (seed) => {
    const random = new Random(seed);
    const formulas = Array.from({ length: 150 }, () => formula(random, 4));
    const features = formulas.map((text, i) => `  f${i}: { type: number?, formula: "${text}" }`);
    const spec = `${head}features:\n${features.join("\n")}\n`;
    const checked = check("example.feat.yaml", memoryHost({ "example.feat.yaml": spec }));
    const { program, facts } = checked;
    if (program === undefined || facts === undefined) throw new Error("no program");
    const byName = new Map(program.steps.map((step) => [step.name, step]));
    for (let i = 0; i < 400; i++) {
      const input = row(random);
      const { steps } = evaluateProgram(program, input, 0);
      for (const [k, text] of formulas.entries()) {
        const step = byName.get(`f${k}`);
        const value = steps.get(`f${k}`);
        if (step === undefined || value === undefined) continue;
        const final: Fact = facts.step(`f${k}`).final;
        const told = `${text} with ${JSON.stringify(input)} is ${String(value)}`;
        if (value === null) expect(final.missing, told).toBe(true);
        else if (typeof value === "number" && final.domain.kind === "number") {
          const { low, high, zero }: NumberDomain = final.domain;
          if (value < low || value > high || (value === 0 && !zero)) {
            expect.fail(`${told}, outside [${low}, ${high}]`);
          }
        }
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import { check, judge } from "../../../compiler/src/compile.js";
import { evaluateProgram } from "../../../compiler/src/interpret/evaluate-program.js";
import { memoryHost } from "../../support/memory-host.js";

const spec = `featc: 1
name: example
input:
  a: { type: number, range: [0, 100] }
  b: { type: number, range: [0, 100] }
  celsius: { type: number, range: [-50, 80] }
  rate: { type: number, range: [0.001, 0.3] }
  n: { type: int, range: [1, 360] }
  maybe: number?
features:
  plain: { formula: a + b, range: [0, 200] }
  share: { formula: a / (a + b + 1), range: [0, 1] }
  kelvin: { formula: celsius + 273.15, range: [223.15, 353.15] }
  ratio: { formula: a / b, range: [0, 10], outside: clamp, impute: 0 }
  parabola: { formula: a * (100 - a), range: [0, 2500] }
  hard: { formula: "a * rate / (1 - pow(1 + rate, -n))", range: [0, 131], outside: clamp }
  optional: { formula: maybe, type: number? }
`;

const path = "example.feat.yaml";

function judged() {
  const result = check(path, memoryHost({ [path]: spec }));
  let now = 0;
  return { result, judgements: judge(result, () => (now += 2)) };
}

describe("what is judged of each feature", () => {
  const { result, judgements } = judged();
  const found = (step: string, claim: string) =>
    judgements.find((one) => one.step === step && one.claim === claim);

  it.each([
    ["plain", "has a value", "proved", "interval", null],
    ["plain", "stays in range", "proved", "interval", null],
    ["share", "stays in range", "proved", "order", null],
    ["kelvin", "stays in range", "proved", "rounding", null],
    ["ratio", "has a value", "refuted", "search", "impute: 0"],
    ["ratio", "stays in range", "refuted", "search", "outside: clamp"],
    ["parabola", "stays in range", "proved", "polynomial", null],
    ["hard", "stays in range", "unknown", null, "outside: clamp"],
    ["optional", "has a value", "refuted", "search", "a type with `?`"],
  ])("%s %s: %s by %s", (step, claim, verdict, method, handledBy) => {
    expect(found(step, claim)).toMatchObject({ verdict, method, handledBy });
  });

  it("shows a row that the interpreter agrees with", () => {
    const { program } = result;
    if (program === undefined) throw new Error("no program");
    const example = found("ratio", "stays in range")?.example ?? [];
    const given = Object.fromEntries(example.map(({ name, value }) => [name, Number(value)]));
    const plain = program.steps.map((step) => ({ ...step, outside: null }));
    const row = { a: 1, b: 1, celsius: 0, rate: 0.1, n: 12, maybe: null, ...given };
    const { steps } = evaluateProgram({ ...program, steps: plain }, row, 0);
    expect(steps.get("ratio")).toBeGreaterThan(10);
  });

  it("tells what was tried, in its order, until something decided", () => {
    expect(found("plain", "stays in range")?.attempts).toEqual([
      { method: "interval", isDecided: true, found: "it can be from 0 to 200" },
    ]);
    expect(found("parabola", "stays in range")?.attempts).toEqual([
      { method: "interval", isDecided: false, found: "it can be from 0 to 10000" },
      { method: "order", isDecided: false, found: "it can be from 0 to 10000" },
      {
        method: "polynomial",
        isDecided: true,
        found: "3 parts looked at, it holds but for rounding, which is set to the bound",
      },
    ]);
    const hard = found("hard", "stays in range")?.attempts ?? [];
    expect(hard.map(({ method }) => method)).toEqual([
      "interval",
      "order",
      "polynomial",
      "slopes",
      "subdivision",
      "search",
    ]);
    expect(hard.every(({ isDecided }) => !isDecided)).toBe(true);
    expect(found("ratio", "has a value")?.attempts.at(-1)).toMatchObject({
      method: "search",
      isDecided: true,
    });
  });

  it("tells how long a search took, and nothing for a proof", () => {
    expect(found("ratio", "has a value")?.milliseconds).toBe(2);
    expect(found("plain", "has a value")?.milliseconds).toBe(0);
  });
});

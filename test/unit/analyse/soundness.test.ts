import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import type { CheckResult } from "../../../compiler/src/compile.js";
import { evaluateProgram } from "../../../compiler/src/interpret/evaluate-program.js";
import { readInput } from "../../../compiler/src/interpret/read-input.js";
import type { Diagnostic } from "../../../compiler/src/diagnostics/diagnostic.js";
import { dependenciesOf, formulasOf } from "../../../compiler/src/ir/dependencies.js";
import type { Program, Step } from "../../../compiler/src/ir/program.js";
import { factViolations } from "../../support/fact-violations.js";
import { Random } from "../../support/random.js";
import { RandomRows } from "../../support/random-json.js";
import { randomSpec } from "../../support/random-spec.js";

const batches = 6;
const specsPerBatch = 40;
const rowsPerSpec = 120;

function checkText(text: string): CheckResult {
  return check("example.feat.yaml", { readFile: () => text });
}

/** What the rows that a contract admits show to be wrong about its facts. */
function violationsOf({ program, facts }: CheckResult, seed: number, rows: number) {
  if (program === undefined || facts === undefined) throw new Error("the spec cannot be read");
  const source = new RandomRows(program, new Random(seed));
  let admitted = 0;
  for (let i = 0; i < rows; i += 1) {
    const [json, asOf] = [source.next(), source.moment()];
    const read = readInput(program, json, asOf);
    if ("issues" in read) continue;
    admitted += 1;
    const found = factViolations(program, facts, read.input, asOf);
    if (found.length > 0) return { admitted, found: [seed, ...found, JSON.stringify(json)] };
  }
  return { admitted, found: [] };
}

describe("no row contradicts what analysis claims", () => {
  it.each(Array.from({ length: batches }, (_, i) => i))("of random specs, batch %i", (batch) => {
    let admitted = 0;
    let accepted = 0;
    for (let i = 0; i < specsPerBatch; i += 1) {
      const seed = batch * specsPerBatch + i;
      const checked = checkText(randomSpec(new Random(seed)));
      const { admitted: rows, found } = violationsOf(checked, seed, rowsPerSpec);
      expect(found).toEqual([]);
      admitted += rows;
      if (checked.diagnostics.every(({ severity }) => severity === "warning")) accepted += 1;
    }
    expect(admitted).toBeGreaterThan(1_000);
    expect(accepted).toBeGreaterThan(0);
  });

  it.each([
    [
      "a let that rounding takes outside its range",
      `input: { c: { type: number, range: [-50, 80] } }
let: { kelvin: { formula: c + 273.15, range: [223.15, 353.15] } }
features: { f: { formula: if kelvin > c + 273.15 then missing else 1, type: "int?" } }`,
      { c: -50 },
    ],
    [
      "a field that is set to a bound smaller than any number that is read",
      `input: { x: { type: number, range: [1e-320, 1], outside: clamp } }
features: { f: { formula: 1 / x, type: "number?" } }`,
      { x: 0 },
    ],
    [
      "months between a timestamp and a date",
      `input: { t: { type: timestamp, range: [2020-01-01T00:00:00Z, 2024-01-01T00:00:00Z] }, d: date }
features: { f: { formula: "if months_between(t, date(t + 60d)) > 0 then missing else 1", type: "int?" } }`,
      { t: "2020-06-01T00:00:00Z", d: "2020-01-01" },
    ],
  ])("of %s", (_, spec, json) => {
    const { program, facts, diagnostics } = checkText(`featc: 1\nname: example\n${spec}\n`);
    if (program === undefined || facts === undefined) throw new Error("the spec cannot be read");
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const read = readInput(program, json);
    if ("issues" in read) throw new Error("the row is refused");
    expect(factViolations(program, facts, read.input, 0)).toEqual([]);
  });
});

describe("a row that a diagnostic shows", () => {
  it("is one that the contract admits, and shows what it is said to", () => {
    const wrong: unknown[] = [];
    let shown = 0;
    for (let seed = 0; seed < 80; seed += 1) {
      const { program, diagnostics } = checkText(randomSpec(new Random(seed)));
      if (program === undefined) continue;
      for (const diagnostic of diagnostics) {
        const step = program.steps.find(({ name }) => diagnostic.message.includes(name));
        if (diagnostic.example.length === 0 || step === undefined) continue;
        if (!/possible-(missing|outside)/.test(diagnostic.code)) continue;
        shown += 1;
        if (!shows(diagnostic, step, program)) {
          wrong.push([seed, diagnostic.message, ...diagnostic.example]);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(20);
  });
});

/** Reads the row as a producer would send it, over a row that is not looked at otherwise. */
function shows(diagnostic: Diagnostic, step: Step, program: Program): boolean {
  const given = new Map(
    diagnostic.example.map(({ name, value }) => [name, JSON.parse(value) as unknown]),
  );
  const asOf = given.get("as_of");
  const relevant = program.input.filter(({ name }) => given.has(name));
  const json = Object.fromEntries(relevant.map(({ name, key }) => [key, given.get(name)]));
  const read = readInput({ ...program, input: relevant, constraints: [] }, json);
  if ("issues" in read) return false;
  const others = Object.fromEntries(program.input.map(({ name }) => [name, null]));
  const moment = typeof asOf === "string" ? Date.parse(asOf) : 0;
  const { steps } = dependenciesOf(program, formulasOf(step));
  const result = evaluateProgram(
    { ...program, steps: [...steps, step] },
    { ...others, ...read.input },
    moment,
  );
  const value = result.steps.get(step.name);
  if (diagnostic.code === "missing/possible-missing") return value === null;
  const { low, high } = step.range ?? { low: null, high: null };
  return typeof value === "number" && (value < (low ?? value) || value > (high ?? value));
}

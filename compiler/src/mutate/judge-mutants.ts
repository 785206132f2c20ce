import type { ExampleField } from "../diagnostics/diagnostic.js";
import { evaluateProgram } from "../interpret/evaluate-program.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import type { Facts } from "../ir/facts.js";
import { printValue } from "../ir/print-value.js";
import type { Program, Step } from "../ir/program.js";
import type { Mutant } from "../mutants/mutant.js";
import { programMutants } from "../mutants/program-mutants.js";
import { findCounterexample } from "../prove/find-counterexample.js";
import type { StartRow } from "../prove/find-counterexample.js";
import type { TestSuite } from "../testgen/test-suite.js";
import type { Value } from "../types/value.js";
import { equivalence, featuresOf } from "./equivalence.js";
import { sameValue } from "../types/same-value.js";
import { SuiteRunner } from "./suite-runner.js";

/** What became of a mutant: a test fails on it, no row can tell it from the spec, or no test does. */
export type MutantVerdict = "killed" | "equivalent" | "survived";

export interface JudgedMutant extends Omit<Mutant, "program" | "differsWhere"> {
  readonly verdict: MutantVerdict;
  /** The title of the test that fails, or why there is none that could. */
  readonly reason: string | null;
  /** Of a survivor: a row that would tell it from the spec, where one was found. */
  readonly killedBy: {
    readonly feature: string;
    readonly given: readonly ExampleField[];
    readonly expect: string;
  } | null;
}

export interface MutationResult {
  readonly mutants: readonly JudgedMutant[];
  /** Killed, of all that are not equivalent; 1 where there are none. */
  readonly score: number;
}

/** Runs the generated tests on every mutant of a spec, and looks for rows that would kill the survivors. */
export function judgeMutants(
  program: Program,
  facts: Facts,
  suite: TestSuite,
  onProgress: (done: number, all: number) => void = () => undefined,
): MutationResult {
  const runner = new SuiteRunner(suite);
  const { input, defaults, usual } = suite.source;
  const start = { input, asOf: defaults.asOf, usual };
  const all = programMutants(program);
  const mutants = all.map((mutant, i): JudgedMutant => {
    onProgress(i, all.length);
    const { program: mutated, group, words, span, part } = mutant;
    const told = { group, words, span, part };
    const test = runner.failing(mutant);
    if (test !== undefined) return { ...told, verdict: "killed", reason: test, killedBy: null };
    const reason = equivalence(mutant, program, facts);
    if (reason !== undefined) return { ...told, verdict: "equivalent", reason, killedBy: null };
    return {
      ...told,
      verdict: "survived",
      reason: null,
      killedBy: killingRow(mutant, mutated, program, start),
    };
  });
  return { mutants, score: scoreOf(mutants) };
}

export function scoreOf(mutants: readonly JudgedMutant[]): number {
  const counted = mutants.filter(({ verdict }) => verdict !== "equivalent");
  const killed = counted.filter(({ verdict }) => verdict === "killed");
  return counted.length === 0 ? 1 : killed.length / counted.length;
}

/** The simplest row found in which a feature has another value in the mutant. */
function killingRow(
  { part }: Mutant,
  mutant: Program,
  program: Program,
  start: StartRow,
): JudgedMutant["killedBy"] {
  if (part.kind !== "step") return null;
  for (const feature of featuresOf(program, part.name)) {
    const row = rowThatTells(feature, mutant, program, start);
    if (row !== null) return row;
  }
  return null;
}

function rowThatTells(
  feature: Step,
  mutant: Program,
  program: Program,
  start: StartRow,
): JudgedMutant["killedBy"] {
  const { steps } = dependenciesOf(program, formulasOf(feature));
  const names = new Set([...steps.map(({ name }) => name), feature.name]);
  const reduced = { ...mutant, steps: mutant.steps.filter(({ name }) => names.has(name)) };
  let expected: Value = null;
  const { fields } = findCounterexample(
    program,
    feature,
    start,
    ({ input, asOf, sources, result }) => {
      if (result.rejected !== null) return false;
      expected = result.steps.get(feature.name) ?? null;
      const other = evaluateProgram(reduced, input, asOf, sources);
      return (
        other.rejected !== null ||
        !sameValue(other.steps.get(feature.name) ?? null, expected, program.math)
      );
    },
  );
  if (fields === undefined) return null;
  return { feature: feature.name, given: fields, expect: printValue(expected, feature.type) };
}

import { analyseProgram } from "../../compiler/src/analyse/analyse-program.js";
import { featuresModule } from "../../compiler/src/emit/ts/features-module.js";
import { functionNames } from "../../compiler/src/functions/registry.js";
import type { FunctionName } from "../../compiler/src/functions/registry.js";
import { childrenOf, walk } from "../../compiler/src/ir/children.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { everyFunction, randomRow } from "../support/random-program.js";
import { runModule } from "../support/run-module.js";
import { differingFeature } from "./differing-feature.js";
import type { Compile, Compute } from "./differing-feature.js";
import { smallestFailure } from "./smallest-failure.js";

export interface Outcome {
  /** How many calls were compared, each on a row that it reads, by function. */
  readonly pairs: ReadonlyMap<FunctionName, number>;
  readonly total: number;
  /** Functions without a call: their constants are absent from constant-arguments.table.ts. */
  readonly uncovered: readonly FunctionName[];
  /** The first difference, as the smallest formula and row that show it. */
  readonly failure: string | undefined;
}

const rowsPerProgram = 60;

export const generatedCode: Compile = (program) =>
  runModule(featuresModule(program, analyseProgram(program)))["computeFeatures"] as Compute;

/** Compares interpreter and generated code until `wanted` pairs are reached or one differs. */
export function compareFunctions(seed: number, wanted: number, compile = generatedCode): Outcome {
  const pairs = new Map<FunctionName, number>();
  let total = 0;
  let failure: string | undefined;
  for (let round = 0; total < wanted && failure === undefined; round += 1) {
    const program = everyFunction(seed * 100_003 + round);
    const compute = compile(program);
    const counted = program.steps.flatMap(({ name, formula }) => {
      const call =
        formula.kind === "Aggregate" && formula.collection.kind === "list"
          ? formula.collection.list
          : formula;
      return call.kind === "Call" && readsRow(program, name) ? [call.fn] : [];
    });
    for (let i = 0; i < rowsPerProgram && failure === undefined; i += 1) {
      const row = randomRow(seed * 7_000_003 + round * rowsPerProgram + i);
      const differing = differingFeature(program, compute, row);
      if (differing !== undefined) failure = smallestFailure(program, differing, row, compile);
    }
    for (const fn of counted) pairs.set(fn, (pairs.get(fn) ?? 0) + rowsPerProgram);
    total += counted.length * rowsPerProgram;
    // Without a call that reads the row, no number of rounds would do.
    if (counted.length === 0) break;
  }
  const uncovered = functionNames.filter((fn) => !pairs.has(fn));
  return { pairs, total, uncovered, failure };
}

function readsRow(program: Program, name: string): boolean {
  const step = program.steps.find((one) => one.name === name);
  if (step === undefined) return false;
  let reads = false;
  for (const child of childrenOf(step.formula)) {
    walk(child, (expr) => {
      if (expr.kind === "FieldRef" || expr.kind === "AsOf") reads = true;
    });
  }
  return reads;
}

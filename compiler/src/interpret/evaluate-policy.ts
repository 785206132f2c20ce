import { noSources } from "./source-data.js";
import type { Program } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { momentOf } from "./evaluate-program.js";
import { evaluateStep } from "./evaluate-step.js";
import type { EvaluationRow } from "./evaluation-row.js";

/** The decisions by name, from a row's input, its features and the outputs of the model. */
export function evaluatePolicy(
  program: Program,
  row: Pick<EvaluationRow, "input" | "asOf" | "steps">,
  outputs: Readonly<Record<string, Value>>,
): ReadonlyMap<string, Value> {
  const decisions = new Map<string, Value>();
  const steps = new Map(row.steps);
  const asOf = momentOf(program, row.input, row.asOf);
  for (const step of program.policy) {
    const { value } = evaluateStep(step, {
      input: row.input,
      sources: noSources,
      asOf,
      steps,
      outputs,
      locals: new Map(),
    });
    steps.set(step.name, value);
    decisions.set(step.name, value);
  }
  return decisions;
}

import type { ExampleField } from "../diagnostics/diagnostic.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { printValue } from "../ir/print-value.js";
import type { Step } from "../ir/program.js";
import { findCounterexample } from "../prove/find-counterexample.js";
import type { Violation } from "../prove/find-counterexample.js";
import type { CheckContext } from "./context.js";

/** The row that shows a violation, with `as_of` where the formulas read it. */
export function exampleFor(
  step: Step,
  context: Pick<CheckContext, "program" | "start">,
  violates: Violation,
): readonly ExampleField[] {
  const { program, start } = context;
  if (start === null) return [];
  const fields = findCounterexample(program, step, start, violates);
  if (fields === undefined) return [];
  const { usesAsOf } = dependenciesOf(program, formulasOf(step));
  if (program.asOf !== null || !usesAsOf) return fields;
  return [...fields, { name: "as_of", value: printValue(start.asOf, { kind: "timestamp" }) }];
}

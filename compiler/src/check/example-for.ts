import type { ExampleField } from "../diagnostics/diagnostic.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { printValue } from "../ir/print-value.js";
import type { Step } from "../ir/program.js";
import { findCounterexample } from "../prove/find-counterexample.js";
import type { SearchResult, Violation } from "../prove/find-counterexample.js";
import type { CheckContext } from "./context.js";

/** The row that shows a violation; empty where none was found. */
export function exampleFor(
  step: Step,
  context: Pick<CheckContext, "program" | "start">,
  violates: Violation,
): readonly ExampleField[] {
  return searchExample(step, context, violates).fields ?? [];
}

/** The same with how many rows were tried; with `as_of` where the formulas read it. */
export function searchExample(
  step: Step,
  { program, start }: Pick<CheckContext, "program" | "start">,
  violates: Violation,
): SearchResult {
  if (start === null) return { fields: undefined, rows: 0 };
  const found = findCounterexample(program, step, start, violates);
  const { usesAsOf } = dependenciesOf(program, formulasOf(step));
  if (found.fields === undefined || program.asOf !== null || !usesAsOf) return found;
  const asOf = JSON.stringify(printValue(start.asOf, { kind: "timestamp" }));
  return { ...found, fields: [...found.fields, { name: "as_of", value: asOf }] };
}

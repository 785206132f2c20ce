import { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { defaultRow } from "../interpret/default-row.js";
import { readInput } from "../interpret/read-input.js";
import type { Facts } from "../ir/facts.js";
import type { Program } from "../ir/program.js";
import { usualRecords } from "../prove/related.js";
import type { StartRow } from "../prove/find-counterexample.js";
import { checkAggregates } from "./check-aggregates.js";
import { checkCases } from "./check-cases.js";
import { checkFits } from "./check-fits.js";
import { checkExamples } from "./check-examples.js";
import { checkMatrices } from "./check-matrices.js";
import { checkSteps } from "./check-steps.js";
import type { CheckContext } from "./context.js";

/**
 * Everything that facts and examples show to be wrong. `isWhole`: nothing was reported before, so that a
 * contract which admits no row is a mistake of its own.
 */
export function checkProgram(
  program: Program,
  facts: Facts,
  isWhole: boolean,
): readonly Diagnostic[] {
  const collector = new DiagnosticCollector();
  const defaults = defaultRow(program);
  const read = readInput(program, defaults.json);
  const start: StartRow | null =
    "issues" in read
      ? null
      : { input: read.input, asOf: defaults.asOf, usual: usualRecords(program, defaults) };
  if ("issues" in read && isWhole)
    reportNoValidRow(program, read.issues[0]?.code ?? "type", collector);
  const context: CheckContext = { program, facts, collector, start };
  // What follows from a wrong constant would be told as mistakes of the formulas that read it.
  if (checkFits(context)) return collector.diagnostics;
  checkAggregates(context);
  checkCases(context);
  checkSteps(context);
  checkMatrices(context);
  if (start !== null) checkExamples(context, defaults);
  return collector.diagnostics;
}

function reportNoValidRow(program: Program, code: string, collector: DiagnosticCollector): void {
  const span = program.constraints[0]?.span ?? program.input[0]?.span;
  if (span === undefined) return;
  collector.report("example/no-valid-row", span, {
    why:
      code === "constraint" ? "no row satisfies all constraints" : `the default row fails: ${code}`,
  });
}

import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Facts } from "../ir/facts.js";
import type { Program } from "../ir/program.js";
import type { StartRow } from "../prove/find-counterexample.js";

/** What every check reads. `start` is null where no valid row was found; then nothing can be shown by example. */
export interface CheckContext {
  readonly program: Program;
  readonly facts: Facts;
  readonly collector: DiagnosticCollector;
  readonly start: StartRow | null;
}

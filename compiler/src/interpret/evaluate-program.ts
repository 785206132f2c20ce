import type { Program } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { unknownEntity } from "./source-data.js";
import type { SourceData } from "./source-data.js";
import { evaluateStep } from "./evaluate-step.js";

/** The outcome of `outside: reject`. */
export interface Rejection {
  readonly feature: string;
  readonly value: Value;
  /** As the spec writes it. */
  readonly range: string;
}

export interface RowResult {
  /** Final values by name; after a rejection those up to it. */
  readonly steps: ReadonlyMap<string, Value>;
  readonly rejected: Rejection | null;
  /** Steps that were missing before `impute` and have one. */
  readonly imputed: ReadonlySet<string>;
  readonly clamped: ReadonlySet<string>;
}

/**
 * Every let, feature and indicator of a parsed row, in dependency order.
 *
 * @param asOf the moment of the prediction in milliseconds; ignored where the spec names an input field for it
 */
export function evaluateProgram(
  program: Program,
  input: Readonly<Record<string, Value>>,
  asOf: number,
  sources: SourceData = unknownEntity(program),
): RowResult {
  const steps = new Map<string, Value>();
  const missing = new Set<string>();
  const imputed = new Set<string>();
  const clamped = new Set<string>();
  const row = {
    input,
    sources,
    asOf: momentOf(program, input, asOf),
    steps,
    outputs: {},
    locals: new Map(),
  };
  for (const step of program.steps) {
    if (step.indicatorOf !== null) {
      steps.set(step.name, missing.has(step.indicatorOf));
      continue;
    }
    const result = evaluateStep(step, row);
    if (result.rejected !== null) {
      const rejected = {
        feature: step.name,
        value: result.rejected,
        range: step.range?.text ?? "",
      };
      return { steps, rejected, imputed, clamped };
    }
    steps.set(step.name, result.value);
    if (result.wasMissing) missing.add(step.name);
    if (result.wasMissing && step.impute !== null) imputed.add(step.name);
    if (result.clamped) clamped.add(step.name);
  }
  return { steps, rejected: null, imputed, clamped };
}

/** `as_of`: the input field that the spec names, else what the caller says. */
export function momentOf(
  program: Program,
  input: Readonly<Record<string, Value>>,
  asOf: number,
): number {
  const field = program.asOf === null ? null : input[program.asOf];
  return typeof field === "number" ? field : asOf;
}

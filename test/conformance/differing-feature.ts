import { evaluateProgram } from "../../compiler/src/interpret/evaluate-program.js";
import type { Program } from "../../compiler/src/ir/program.js";
import type { Value } from "../../compiler/src/types/value.js";
import type { randomRow } from "../support/random-program.js";

export type Row = ReturnType<typeof randomRow>;
export type Compute = (input: unknown, options: { asOf: number }) => Record<string, Value>;
export type Compile = (program: Program) => Compute;

/** The first feature that the generated code computes differently from the interpreter, bit for bit. */
export function differingFeature(program: Program, compute: Compute, row: Row): string | undefined {
  const reference = evaluateProgram(program, row.input, row.asOf);
  const features = compute(row.input, { asOf: row.asOf });
  return program.features.find(
    (name) => !Object.is(features[name] ?? null, reference.steps.get(name) ?? null),
  );
}

import type { Program } from "../../ir/program.js";
import type { Type } from "../../types/type.js";
import type { Value } from "../../types/value.js";
import type { ComputedRow } from "./row.js";

/** A column of the output: first the keys, then the features in order of declaration. */
export interface OutputColumn {
  readonly name: string;
  readonly type: Type;
  readonly valueOf: (row: ComputedRow) => Value;
}

export function outputColumns(program: Program): readonly OutputColumn[] {
  const keys = program.keys.map((name): OutputColumn => {
    const field = program.input.find((one) => one.name === name);
    return {
      name,
      type: field?.type ?? { kind: "string" },
      valueOf: (row) => row.input[name] ?? null,
    };
  });
  const types = new Map(program.steps.map((step) => [step.name, step.type]));
  const features = program.features.map((name): OutputColumn => {
    return {
      name,
      type: types.get(name) ?? { kind: "number" },
      valueOf: (row) => row.features[name] ?? null,
    };
  });
  return [...keys, ...features];
}

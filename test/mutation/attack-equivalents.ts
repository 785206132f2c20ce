import { analyseProgram } from "../../compiler/src/analyse/analyse-program.js";
import { evaluateProgram } from "../../compiler/src/interpret/evaluate-program.js";
import type { SourceData } from "../../compiler/src/interpret/source-data.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { equivalence } from "../../compiler/src/mutate/equivalence.js";
import { mutantsOfStep } from "../../compiler/src/mutants/program-mutants.js";
import { clampRounding } from "../../compiler/src/prove/clamp-rounding.js";
import { sameValue } from "../../compiler/src/types/same-value.js";
import type { Value } from "../../compiler/src/types/value.js";

export interface AdmittedRow {
  readonly input: Readonly<Record<string, Value>>;
  readonly asOf: number;
  readonly sources?: SourceData;
}

export interface Attack {
  /** Mutants of which it is said that no row tells them from the program. */
  readonly equivalent: number;
  /** The first that a row tells from it. */
  readonly wrong: string | undefined;
}

/** Looks for a row that tells a mutant from its program although they are said to be the same. */
export function attackEquivalents(original: Program, rows: readonly AdmittedRow[]): Attack {
  const facts = analyseProgram(original);
  const program = clampRounding(original, facts, () =>
    analyseProgram(original, { exactFolds: true }),
  );
  let equivalent = 0;
  for (const step of program.steps) {
    // A mutant lives in its own step: what reads it sees what the step comes to.
    const names = new Set([step.name]);
    for (const mutant of mutantsOfStep(program, step)) {
      const reason = equivalence(mutant, program, facts);
      if (reason === undefined) continue;
      equivalent += 1;
      for (const row of rows) {
        const [before, after] = [program, mutant.program].map((one) => valueIn(one, row, names));
        if (before === leaves || sameValue(before, after, "strict")) continue;
        const values = `${JSON.stringify(before)} and ${JSON.stringify(after)}`;
        return {
          equivalent,
          wrong: `${step.name} (${step.text}), ${mutant.words}: ${reason}; but ${values} in ${JSON.stringify(row)}`,
        };
      }
    }
  }
  return { equivalent, wrong: undefined };
}

/** A spec in which this happens does not compile. */
const leaves = "a value leaves its range without a rule";

function valueIn(program: Program, row: AdmittedRow, names: ReadonlySet<string>): unknown {
  const [name = ""] = names;
  const { steps, rejected } = evaluateProgram(program, row.input, row.asOf, row.sources);
  for (const { name: other, range, outside } of program.steps) {
    const value = steps.get(other);
    if (range === null || outside !== null || typeof value !== "number") continue;
    if (value < (range.low ?? value) || value > (range.high ?? value)) return leaves;
  }
  if (rejected !== null) return rejected.feature === name ? "rejected" : leaves;
  return steps.get(name) ?? null;
}

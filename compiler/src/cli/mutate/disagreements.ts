import type { JudgedMutant, MutationResult } from "../../compile.js";

/** A mutant on which the interpreter and the generated TypeScript differ: a bug in one of them. */
export interface Disagreement {
  readonly mutant: JudgedMutant;
  readonly failsInTypeScript: boolean;
}

export function disagreements(
  { mutants }: Pick<MutationResult, "mutants">,
  inTypeScript: readonly boolean[] | null,
): readonly Disagreement[] {
  return mutants.flatMap((mutant, i) => {
    const failsInTypeScript = inTypeScript?.[i];
    return failsInTypeScript === undefined || failsInTypeScript === (mutant.verdict === "killed")
      ? []
      : [{ mutant, failsInTypeScript }];
  });
}

import { walk } from "../../ir/children.js";
import { formulasOf } from "../../ir/dependencies.js";
import type { Program, Step } from "../../ir/program.js";

/** What a decision is made from besides features and fields, through the decisions that it reads. */
export interface PolicyReads {
  /** In the order of the program, without the decision itself. */
  readonly decisions: readonly Step[];
  /** Outputs of the model. */
  readonly outputs: readonly string[];
}

export function policyReads(program: Program, step: Step): PolicyReads {
  const decisions = new Set<Step>();
  const outputs = new Set<string>();
  const visit = (one: Step): void => {
    for (const formula of formulasOf(one)) {
      walk(formula, (expr) => {
        if (expr.kind === "OutputRef") outputs.add(expr.name);
        if (expr.kind !== "FeatureRef") return;
        const read = program.policy.find(({ name }) => name === expr.name);
        if (read === undefined || decisions.has(read)) return;
        decisions.add(read);
        visit(read);
      });
    }
  };
  visit(step);
  return {
    decisions: program.policy.filter((one) => decisions.has(one)),
    outputs: [...outputs],
  };
}

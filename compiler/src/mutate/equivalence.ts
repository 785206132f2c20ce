import { analyseProgram } from "../analyse/analyse-program.js";
import { walk } from "../ir/children.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import type { Facts } from "../ir/facts.js";
import type { Expr } from "../ir/nodes.js";
import type { Program, Step } from "../ir/program.js";
import { structuralKey } from "../ir/structural-key.js";
import type { Mutant } from "../mutants/mutant.js";
import { sameInAllRows } from "./all-rows.js";
import { constantOf } from "./constant-of.js";
import { equivalentContract, equivalentMatrix, sameStandIn } from "./equivalent-parts.js";
import { withoutDifference } from "./without-difference.js";

/** Why no row tells the mutant from the spec; undefined where that is not proved. */
export function equivalence(mutant: Mutant, program: Program, facts: Facts): string | undefined {
  switch (mutant.part.kind) {
    case "matrix":
      return equivalentMatrix(mutant, program, facts);
    case "contract":
      return equivalentContract(mutant, program);
    case "step":
    case "decision":
    case "constraint":
      return equivalentStep(mutant, program, facts);
  }
}

function equivalentStep(mutant: Mutant, program: Program, facts: Facts): string | undefined {
  const pair = stepsOf(mutant, program);
  if (pair === undefined) return undefined;
  const [step, changed] = pair;
  return (
    sameFormula(step, changed) ??
    neverUsed(step, changed, facts) ??
    sameStandIn(step, changed, program) ??
    unreached(mutant, step, facts) ??
    sameConstant(step, mutant.program, facts) ??
    withoutDifference(mutant, step, program) ??
    sameInAllRows(program, mutant.program, step.name)
  );
}

/** The step as it is and as the mutant has it. */
function stepsOf(
  { part, program: mutant }: Mutant,
  program: Program,
): readonly [Step, Step] | undefined {
  if (part.kind !== "step") return undefined;
  const named = ({ name }: Step): boolean => name === part.name;
  const [step, changed] = [program.steps.find(named), mutant.steps.find(named)];
  return step === undefined || changed === undefined ? undefined : [step, changed];
}

function sameFormula(step: Step, changed: Step): string | undefined {
  const isSame =
    structuralKey(step.formula) === structuralKey(changed.formula) &&
    readTheSame(step.formula, changed.formula) &&
    step.impute === changed.impute &&
    step.range === changed.range &&
    step.outside === changed.outside;
  return isSame ? "it is the same formula" : undefined;
}

/** A key tells maps and sources apart by their names, and a mutant has others of the same name. */
function readTheSame(a: Expr, b: Expr): boolean {
  const [before, after] = [a, b].map((formula) => {
    const read: unknown[] = [];
    walk(formula, (expr) => {
      if (expr.kind === "Lookup") read.push(expr.map);
      if (expr.kind === "Aggregate" && expr.collection.kind === "events") {
        read.push(expr.collection.source);
      }
    });
    return read;
  });
  return before?.every((one, i) => one === after?.[i]) === true;
}

function neverUsed(step: Step, changed: Step, facts: Facts): string | undefined {
  const { mayBeImputed, mayBeOutside, formula } = facts.step(step.name);
  if (step.formula !== changed.formula) return undefined;
  if (step.impute !== changed.impute) {
    return mayBeImputed ? undefined : "the formula always has a value";
  }
  if (step.outside !== changed.outside) {
    return mayBeOutside ? undefined : "no value leaves the range";
  }
  const { domain } = formula;
  if (domain.kind !== "number" || step.range === null || changed.range === null) return undefined;
  const isUnused = (end: "low" | "high"): boolean => {
    const [before, after] = [step.range?.[end] ?? null, changed.range?.[end] ?? null];
    if (before === after) return true;
    return [before, after].every(
      (at) => at === null || (end === "low" ? domain.low >= at : domain.high <= at),
    );
  };
  return isUnused("low") && isUnused("high") ? "no value reaches the end of the range" : undefined;
}

/** The mistake stands in a place that no row comes to. */
function unreached({ span }: Mutant, step: Step, facts: Facts): string | undefined {
  let found = false;
  let isReached = false;
  const visit = (expr: Expr): void => {
    if (expr.span !== span) return;
    found = true;
    if (facts.isReachable(expr)) isReached = true;
  };
  for (const formula of formulasOf(step)) walk(formula, visit);
  return found && !isReached ? "no row comes to it" : undefined;
}

function sameConstant(step: Step, mutant: Program, facts: Facts): string | undefined {
  const [before, after] = [
    constantOf(facts.step(step.name).final),
    constantOf(analyseProgram(mutant, { deep: false }).step(step.name).final),
  ];
  return before !== undefined && before === after ? `the value is always ${before}` : undefined;
}

/** The features whose value a step decides, itself first where it is one. */
export function featuresOf(program: Program, name: string): readonly Step[] {
  return program.steps.filter(
    (step) =>
      step.role === "feature" &&
      (step.name === name ||
        dependenciesOf(program, formulasOf(step)).steps.some((one) => one.name === name)),
  );
}

import { analyseProgram } from "../analyse/analyse-program.js";
import { build } from "../ir/build.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { readsElement, walk } from "../ir/children.js";
import type { Facts } from "../ir/facts.js";
import type { Expr } from "../ir/nodes.js";
import type { Constraint, Program, Step } from "../ir/program.js";
import { structuralKey } from "../ir/structural-key.js";
import { unbound } from "../ir/unbound.js";
import type { Mutant } from "../mutants/mutant.js";
import type { Fact } from "../types/domain.js";
import { boolsOf } from "../types/facts.js";
import { sameInAllRows } from "./all-rows.js";
import { alternatives } from "./alternatives.js";
import { equivalentContract, equivalentMatrix, sameStandIn } from "./equivalent-parts.js";

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
    step.impute === changed.impute &&
    step.range === changed.range &&
    step.outside === changed.outside;
  return isSame ? "it is the same formula" : undefined;
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

/** The only value that a fact allows, as text. */
function constantOf({ missing, present, domain }: Fact): string | undefined {
  if (missing) return present ? undefined : "missing";
  if (!present) return undefined;
  switch (domain.kind) {
    case "number":
      return domain.low === domain.high ? String(domain.low) : undefined;
    case "bool":
      return domain.mayBeTrue === domain.mayBeFalse ? undefined : String(domain.mayBeTrue);
    case "text":
      return domain.values?.length === 1 ? domain.values[0] : undefined;
    case "opaque":
      return undefined;
  }
}

/** Rows that could tell them apart never come, or have the same value either way. */
function withoutDifference(mutant: Mutant, step: Step, program: Program): string | undefined {
  if (mutant.differsWhere === null || readsElement(mutant.differsWhere)) return undefined;
  const places = alternatives(unbound(mutant.differsWhere, step.formula), true);
  if (places.length > mostAlternatives) return undefined;
  const outcomes = places.map((conditions) => outcomeWhere(conditions, mutant, step, program));
  if (outcomes.some((outcome) => outcome === undefined)) return undefined;
  const reached = outcomes.filter((outcome) => outcome !== never);
  const [first] = reached;
  if (first === undefined) return "no row is where it makes a difference";
  const values = [...new Set(reached)].join(" or ");
  return `where it could make a difference, the value is ${values} either way`;
}

const mostAlternatives = 8;
const never = "(never)";

/** The value of both where the conditions hold; undefined where it may differ. */
function outcomeWhere(
  conditions: readonly Expr[],
  mutant: Mutant,
  step: Step,
  program: Program,
): string | undefined {
  const constraints = conditions.flatMap(withPresence).map(constraintOf);
  const under = (one: Program): Program => ({
    ...one,
    constraints: [...one.constraints, ...constraints],
  });
  const facts = analyseProgram(under(program), { deep: false });
  if (constraints.some(({ formula }) => !boolsOf(facts.of(formula)).mayBeTrue)) return never;
  const before = constantOf(facts.step(step.name).final);
  const changed = analyseProgram(under(mutant.program), { deep: false });
  return before === constantOf(changed.step(step.name).final) ? before : undefined;
}

/** A constraint lets a row pass where it is missing; a condition that holds is there. */
function withPresence(condition: Expr): readonly Expr[] {
  if (condition.kind !== "Compare") return [condition];
  const { span } = condition;
  const present = [condition.left, condition.right]
    .filter(({ kind }) => kind !== "Literal")
    .map((side) => build.not(build.isMissing(side, span), span));
  return [...present, condition];
}

function constraintOf(formula: Expr): Constraint {
  return { name: "(where)", formula, text: "", onViolation: "reject", span: formula.span };
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

import { analyseProgram } from "../analyse/analyse-program.js";
import { build } from "../ir/build.js";
import { childrenOf, readsElement, walk } from "../ir/children.js";
import { stepNamed } from "../ir/dependencies.js";
import type { Expr } from "../ir/nodes.js";
import type { Constraint, Program, Step } from "../ir/program.js";
import { unbound } from "../ir/unbound.js";
import { withChildren } from "../ir/with-children.js";
import type { Mutant } from "../mutants/mutant.js";
import { boolsOf } from "../types/facts.js";
import { alternatives } from "./alternatives.js";
import { constantOf } from "./constant-of.js";

/** Rows that could tell them apart never come, or have the same value either way. */
export function withoutDifference(
  mutant: Mutant,
  step: Step,
  program: Program,
): string | undefined {
  if (mutant.differsWhere === null) return undefined;
  const place = withoutSteps(unbound(mutant.differsWhere, step.formula), program);
  if (readsElement(place)) return undefined;
  const places = alternatives(place, true);
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
  const constraints = conditions.filter(readsInputAlone).flatMap(withPresence).map(constraintOf);
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

/** With the formulas of the steps that are no more than these. */
function withoutSteps(expr: Expr, program: Program): Expr {
  if (expr.kind === "FeatureRef") {
    const step = stepNamed(program, expr.name);
    if (step === undefined || step.indicatorOf !== null) return expr;
    if (step.outside !== null || step.impute !== null) return expr;
    return withoutSteps(unbound(step.formula, step.formula), program);
  }
  return withChildren(
    expr,
    childrenOf(expr).map((child) => withoutSteps(child, program)),
  );
}

/** Other conditions are left out: constraints are looked at before there are steps and records. */
function readsInputAlone(condition: Expr): boolean {
  const others = new Set(["FeatureRef", "OutputRef", "LocalRef", "TableRef", "Aggregate"]);
  let found = false;
  walk(condition, ({ kind }) => {
    if (others.has(kind)) found = true;
  });
  return !found;
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

import { analyseProgram } from "../analyse/analyse-program.js";
import { build } from "../ir/build.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { walk } from "../ir/children.js";
import type { Facts } from "../ir/facts.js";
import type { Compare, Expr, Let } from "../ir/nodes.js";
import type { Program, Step } from "../ir/program.js";
import { structuralKey } from "../ir/structural-key.js";
import type { Mutant } from "../mutants/mutant.js";
import type { Fact } from "../types/domain.js";
import { boolsOf } from "../types/facts.js";
import { sameInAllRows } from "./all-rows.js";

/** Why no row tells the mutant from the spec; undefined where that is not proved. */
export function equivalence(mutant: Mutant, program: Program, facts: Facts): string | undefined {
  const pair = stepsOf(mutant, program);
  if (pair === undefined) return undefined;
  const [step, changed] = pair;
  return (
    sameFormula(step, changed) ??
    neverUsed(step, changed, facts) ??
    unreached(mutant, step, facts) ??
    sameConstant(step, mutant.program, facts) ??
    onlyAtEquality(mutant, step, program) ??
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
  if (domain.kind !== "number" || mayBeOutside) return undefined;
  const { low, high } = changed.range ?? { low: null, high: null };
  const holds = (low === null || domain.low >= low) && (high === null || domain.high <= high);
  return holds ? "no value reaches the end of the range" : undefined;
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

/** `<` and `<=` differ only where both sides are equal: that never happens, or makes no difference. */
function onlyAtEquality(mutant: Mutant, step: Step, program: Program): string | undefined {
  const comparison = comparisonAt(mutant, step);
  if (comparison === undefined) return undefined;
  const { left, right, span } = comparison;
  const equal = build.compare("==", outside(left, step), outside(right, step), span);
  const constraint = {
    name: "(equal)",
    formula: equal,
    text: "",
    onViolation: "reject" as const,
    span,
  };
  const under = (one: Program): Program => ({
    ...one,
    constraints: [...one.constraints, constraint],
  });
  const facts = analyseProgram(under(program), { deep: false });
  if (!boolsOf(facts.of(equal)).mayBeTrue) return "both sides are never equal";
  const before = constantOf(facts.step(step.name).final);
  const mutated = analyseProgram(under(mutant.program), { deep: false });
  const after = constantOf(mutated.step(step.name).final);
  return before !== undefined && before === after
    ? `where both sides are equal the value is ${before} either way`
    : undefined;
}

/** A comparison of which only the equal case is changed, outside aggregates. */
function comparisonAt({ span, words, group }: Mutant, step: Step): Compare | undefined {
  const isBoundary = group === "comparison" && /^`([<>])=?` becomes `\1=?`$/.test(words);
  if (!isBoundary) return undefined;
  let found: Compare | undefined;
  walk(step.formula, (expr) => {
    if (expr.kind === "Compare" && expr.span === span) found = expr;
  });
  return found;
}

/** With what locals stand for, so that it means the same outside their bindings. */
function outside(expr: Expr, { formula }: Step): Expr {
  const bindings = new Map<number, Let>();
  walk(formula, (node) => {
    if (node.kind === "Let") bindings.set(node.id, node);
  });
  let known = expr;
  while (known.kind === "LocalRef") {
    const binding = bindings.get(known.id);
    if (binding === undefined) break;
    known = binding.value;
  }
  return known.kind === "Cast" ? outside(known.operand, { formula } as Step) : known;
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

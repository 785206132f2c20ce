import { walk } from "../ir/children.js";
import type { Facts } from "../ir/facts.js";
import type { Bounds, Program, Step } from "../ir/program.js";
import type { NumberDomain } from "../types/domain.js";
import { ulpOf } from "../types/interval.js";

/** So far outside a value may lie by rounding alone: a few operations, half an ulp each. */
const ulps = 4;

/**
 * `celsius + 273.15` of [-50, 80] is 223.14999999999998 at its lowest, and nobody who declares
 * [223.15, 353.15] means that to be a mistake: where all values lie within the range but for some ulps, they
 * are set to the bound. So is a mean or a sum that would lie within if its additions were not rounded.
 * `exactly` gives the facts as if they were not.
 */
export function clampRounding(program: Program, facts: Facts, exactly: () => Facts): Program {
  let exact: Facts | undefined;
  const leaves = (step: Step): boolean => {
    if (leavesByRounding(step, facts)) return true;
    if (!folds(step) || step.outside !== null || !facts.step(step.name).mayBeOutside) return false;
    exact ??= exactly();
    return !exact.step(step.name).mayBeOutside || leavesByRounding(step, exact);
  };
  const steps = program.steps.map((step) =>
    leaves(step) ? { ...step, outside: { value: "clamp" as const, span: step.span } } : step,
  );
  return steps.every((step, i) => step === program.steps[i]) ? program : { ...program, steps };
}

/** A sum is rounded once for each of its elements. */
function folds({ formula, type, range }: Step): boolean {
  if (range === null || type.kind !== "number") return false;
  let found = false;
  walk(formula, (expr) => {
    if (expr.kind === "Aggregate") found = true;
  });
  return found;
}

function leavesByRounding(step: Step, facts: Facts): boolean {
  if (step.range === null || step.outside !== null || step.type.kind !== "number") return false;
  const { formula, mayBeOutside, deepProof } = facts.step(step.name);
  if (!mayBeOutside || formula.domain.kind !== "number") return false;
  if (deepProof?.leavesByRounding === true) return true;
  return isNearlyWithin(formula.domain, step.range);
}

function isNearlyWithin(domain: NumberDomain, { low, high }: Bounds): boolean {
  return (
    (low === null || domain.low >= low || low - domain.low <= ulps * ulpOf(low)) &&
    (high === null || domain.high <= high || domain.high - high <= ulps * ulpOf(high))
  );
}

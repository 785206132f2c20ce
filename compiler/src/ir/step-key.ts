import { printType } from "../types/type.js";
import type { Step } from "./program.js";

/** Everything of a step that decides its value, given the contract and the steps before it. */
export function stepKey(step: Step): string {
  return JSON.stringify([
    step.name,
    step.role,
    printType(step.type),
    step.optional,
    step.text,
    step.range?.low,
    step.range?.high,
    step.range?.text,
    step.outside?.value,
    step.imputeText,
    step.indicatorOf,
    step.pii,
  ]);
}

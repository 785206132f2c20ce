import type { Step } from "./program.js";

/** Whether the proof, and not the spec, says that the step is clamped: it leaves its range by rounding alone. */
export function isClampedByRounding({ outside, span }: Step): boolean {
  return outside !== null && outside.span === span;
}

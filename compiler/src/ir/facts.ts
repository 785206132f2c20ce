import type { Fact } from "../types/domain.js";
import type { Expr } from "./nodes.js";

/** How the final value of a step comes about, as analysis proved it. */
export interface StepFact {
  /** Of the formula alone, before `outside` and `impute`. */
  readonly formula: Fact;
  /** The formula, where present, may lie outside the declared range. */
  readonly mayBeOutside: boolean;
  /** Missing before `impute`: the formula may be missing, or `outside: missing` may make it so. */
  readonly mayBeImputed: boolean;
  /** Of the final value. */
  readonly final: Fact;
  /** Absent where intervals and order settle every claim, or nothing more was tried. */
  readonly deepProof?: DeepProof;
}

/** What was tried of claims that intervals and order leave open. */
export interface DeepProof {
  /** The value leaves its range by rounding alone: without rounding it was proved to stay in it. */
  readonly leavesByRounding: boolean;
  readonly attempts: readonly Attempt[];
}

/** One method tried on one claim of a step. */
export interface Attempt {
  readonly claim: "has a value" | "stays in range";
  readonly method: "polynomial" | "slopes" | "subdivision";
  readonly holds: boolean;
  /** Parts of what the formula reads that were looked at one by one. */
  readonly boxes: number;
}

/** What analysis knows, by expression; a side table, never on the nodes. */
export interface Facts {
  /** The fact of an expression in its place. Expressions that are never reached have `present: false`. */
  readonly of: (expr: Expr) => Fact;
  /** False where flow shows that the place is never evaluated (an arm that no input reaches). */
  readonly isReachable: (expr: Expr) => boolean;
  readonly step: (name: string) => StepFact;
}

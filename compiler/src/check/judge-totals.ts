import type { Judgement, Verdict } from "./judge-steps.js";

/** Claims of a spec by what became of them. */
export interface Totals {
  readonly proved: number;
  readonly refuted: number;
  readonly unknown: number;
  /** Refuted or unknown, and the spec does not say what happens then: errors. */
  readonly unhandled: number;
}

export function totalsOf(judgements: readonly Judgement[]): Totals {
  const count = (verdict: Verdict): number =>
    judgements.filter((one) => one.verdict === verdict && isHandled(one)).length;
  return {
    proved: count("proved"),
    refuted: count("refuted"),
    unknown: count("unknown"),
    unhandled: judgements.filter((one) => !isHandled(one)).length,
  };
}

function isHandled({ verdict, handledBy }: Judgement): boolean {
  return verdict === "proved" || handledBy !== null;
}

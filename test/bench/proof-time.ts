import { check } from "../../compiler/src/compile.js";
import { corpus, judgeDomain } from "../proofs/judge-corpus.js";
import { manyFeatures } from "./many-features.js";
import { median } from "./measure.js";

export interface ProofFigures {
  readonly formulas: number;
  readonly proved: number;
  readonly refuted: number;
  readonly unknown: number;
  /** Verdicts that the truth contradicts. */
  readonly wrong: number;
  /** Milliseconds, medians. */
  readonly corpus: number;
  readonly thousand: number;
}

const rounds = 7;

export function proofTimes(): ProofFigures {
  const claims = corpus.flatMap(judgeDomain);
  const count = (verdict: string): number =>
    claims.filter(({ judgement }) => judgement.verdict === verdict).length;
  const wrong = claims.filter(({ judgement, holds }) =>
    holds ? judgement.verdict === "refuted" : judgement.verdict === "proved",
  );
  const spec = manyFeatures(1000);
  return {
    formulas: claims.length / 2,
    proved: count("proved"),
    refuted: count("refuted"),
    unknown: count("unknown"),
    wrong: wrong.length,
    corpus: timed(() => corpus.map(judgeDomain)),
    thousand: timed(() => check("many.feat.yaml", { readFile: () => spec })),
  };
}

function timed(run: () => unknown): number {
  return median(
    Array.from({ length: rounds }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

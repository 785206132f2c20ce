import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.js";
import { createDiagnostic } from "../diagnostics/registry.js";
import type { Facts } from "../ir/facts.js";
import type { Program } from "../ir/program.js";
import type { JudgedMutant } from "./judge-mutants.js";
import { mutateProgram } from "./mutate-program.js";

/** Survivors that are shown: `featc mutate` lists them all. */
const mostShown = 3;

/** What is wrong with the strength of the generated tests; undefined where the spec asks for no more. */
export function requireScore(program: Program, facts: Facts): Diagnostic | undefined {
  const required = program.tests.mutationScore;
  if (required === null) return undefined;
  const { mutants, score } = mutateProgram(program, facts);
  if (score >= required.value) return undefined;
  const killed = mutants.filter(({ verdict }) => verdict === "killed").length;
  const survivors = mutants.filter(({ verdict }) => verdict === "survived");
  const params = {
    score: (Math.floor(score * 1_000) / 1_000).toFixed(3),
    killed,
    counted: killed + survivors.length,
  };
  const row = survivors.find(({ killedBy }) => killedBy !== null)?.killedBy;
  return createDiagnostic("tests/mutation-score", required.span, params, {
    related: survivors.slice(0, mostShown).map(placeOf),
    ...(row === null || row === undefined ? {} : { example: row.given }),
  });
}

function placeOf({ span, words, part }: JudgedMutant): RelatedPlace {
  return { span, text: `not noticed in ${part.name}: ${words}` };
}

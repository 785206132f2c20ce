import { defaultRow } from "../interpret/default-row.js";
import type { Facts } from "../ir/facts.js";
import type { Program } from "../ir/program.js";
import { contractCases } from "../testgen/contract-cases.js";
import { testSuite } from "../testgen/test-suite.js";
import { judgeMutants } from "./judge-mutants.js";
import type { MutationResult } from "./judge-mutants.js";

/** How many mutants are judged, of how many. */
export type MutationProgress = (done: number, all: number) => void;

/** The strength of the generated tests of a spec without errors: which mistakes in it they would notice. */
export function mutateProgram(
  program: Program,
  facts: Facts,
  onProgress: MutationProgress = () => undefined,
): MutationResult {
  const suite = testSuite(program, contractCases(program, defaultRow(program)));
  return judgeMutants(program, facts, suite, onProgress);
}

import { stepNamed } from "../ir/dependencies.js";
import type { Program } from "../ir/program.js";
import { constraintRows } from "./constraint-rows.js";
import type { ConstraintRow } from "./constraint-rows.js";
import type { ContractCase } from "./contract-cases.js";
import { decisionRows } from "./decision-rows.js";
import type { DecisionRow } from "./decision-rows.js";
import { matrixRows } from "./matrix-rows.js";
import type { MatrixRow } from "./matrix-rows.js";
import { rowSource } from "./row-source.js";
import type { RowSource } from "./row-source.js";
import { sourceCases } from "./source-cases.js";
import type { SourceCases } from "./source-cases.js";
import { cachedStepRows } from "./step-rows.js";
import type { RowCache, StepRow } from "./step-rows.js";

/** Everything that the generated tests of a spec assert, as data. */
export interface TestSuite {
  readonly source: RowSource;
  readonly contract: readonly ContractCase[];
  readonly constraints: readonly ConstraintRow[];
  readonly sources: readonly SourceCases[];
  readonly features: ReadonlyMap<string, readonly StepRow[]>;
  readonly matrices: ReadonlyMap<string, readonly MatrixRow[]>;
  readonly decisions: ReadonlyMap<string, readonly DecisionRow[]>;
}

export function testSuite(
  program: Program,
  contract: readonly ContractCase[],
  rowCache: RowCache = new Map(),
): TestSuite {
  const source = rowSource(program);
  const features = new Map<string, readonly StepRow[]>();
  for (const name of program.features) {
    const step = stepNamed(program, name);
    if (step !== undefined) features.set(name, cachedStepRows(step, source, rowCache));
  }
  return {
    source,
    contract,
    constraints: constraintRows(source),
    sources: sourceCases(program, source.usual),
    features,
    matrices: new Map(
      program.matrices.map((matrix) => [matrix.name, matrixRows(matrix, source, features)]),
    ),
    decisions: new Map(
      program.policy.map((step) => [step.name, decisionRows(step, source, features)]),
    ),
  };
}

import type { TestSuite } from "../../testgen/test-suite.js";
import type { EmittedFile } from "../text/emitted-file.js";
import { headerOf } from "../header.js";
import { Block } from "../text/block.js";
import { Imports } from "../text/imports.js";
import type { LayoutCache } from "../text/layout.js";
import { buildTsFile } from "../text/ts-file.js";
import { constraintTests } from "./constraint-tests.js";
import { contractTests } from "./contract-tests.js";
import { featureTests } from "./feature-tests.js";
import { matrixTests } from "./matrix-tests.js";
import { policyTests } from "./policy-tests.js";
import { sourceContractTests } from "./source-contract-tests.js";
import { rowPreamble } from "./row-preamble.js";

/**
 * The vitest file of a spec. Expected values come from the reference interpreter and stand there as literals:
 * never from the code under test.
 */
export async function emitTestModule(
  suite: TestSuite,
  cache: LayoutCache,
): Promise<readonly EmittedFile[]> {
  const { source } = suite;
  const { program } = source;
  const imports = new Imports();
  for (const name of ["describe", "expect", "it"]) imports.value("vitest", name);
  const body = new Block(0);
  rowPreamble(source, body, imports);
  contractTests(source, suite.contract, body, imports);
  constraintTests(suite.constraints, body, imports);
  sourceContractTests(suite.sources, body, imports);
  featureTests(source, suite.features, body, imports);
  matrixTests(source, suite.matrices, body, imports);
  policyTests(source, suite.decisions, body, imports);
  const file = await buildTsFile(
    {
      path: `${program.name}.test.ts`,
      header: headerOf(program),
      imports,
      declarations: [{ kind: "statements", body }],
    },
    cache,
  );
  return [file];
}

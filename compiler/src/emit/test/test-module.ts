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

/** Vitest runs files side by side, and no editor likes long ones. */
const featuresPerFile = 200;

/**
 * The vitest file of a spec, several where it has many features. Expected values come from the reference interpreter and stand there as literals:
 * never from the code under test.
 */
export async function emitTestModule(
  suite: TestSuite,
  cache: LayoutCache,
): Promise<readonly EmittedFile[]> {
  const files: EmittedFile[] = [];
  const features = [...suite.features];
  for (let first = 0; first === 0 || first < features.length; first += featuresPerFile) {
    const part = new Map(features.slice(first, first + featuresPerFile));
    files.push(await testFile(suite, part, first / featuresPerFile, cache));
  }
  return files;
}

/** The first file has everything besides features. */
async function testFile(
  suite: TestSuite,
  features: TestSuite["features"],
  part: number,
  cache: LayoutCache,
): Promise<EmittedFile> {
  const { source } = suite;
  const { program } = source;
  const imports = new Imports();
  for (const name of ["describe", "expect", "it"]) imports.value("vitest", name);
  const body = new Block(0);
  rowPreamble(source, body, imports);
  if (part === 0) {
    contractTests(source, suite.contract, body, imports);
    constraintTests(suite.constraints, body, imports);
    sourceContractTests(suite.sources, body, imports);
  }
  featureTests(source, features, body, imports);
  if (part === 0) {
    matrixTests(source, suite.matrices, body, imports);
    policyTests(source, suite.decisions, body, imports);
  }
  const suffix = part === 0 ? "" : `.${part + 1}`;
  return buildTsFile(
    {
      path: `${program.name}${suffix}.test.ts`,
      header: headerOf(program),
      imports,
      declarations: [{ kind: "statements", body }],
    },
    cache,
  );
}

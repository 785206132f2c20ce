import { compilerVersion } from "../base/version.js";
import type { Facts } from "../ir/facts.js";
import type { Program } from "../ir/program.js";
import type { EmittedFile } from "./text/emitted-file.js";
import type { EmitCaches } from "./emit-caches.js";
import { emitContract } from "./contract-part.js";
import { emitManifest } from "./manifest.js";
import { testSuite } from "../testgen/test-suite.js";
import { propertyTests } from "./test/property-tests.js";
import { duckdb } from "./sql/duckdb.js";
import { spark } from "./sql/spark.js";
import { sqlModule } from "./sql/sql-module.js";
import { emitTestModule } from "./test/test-module.js";
import { verifyModule } from "./test/verify-module.js";
import { featuresModule } from "./ts/features-module.js";
import { indexModule } from "./ts/index-module.js";
import { matrixModule } from "./ts/matrix-module.js";
import { policyModule } from "./ts/policy-module.js";
import { scanModule } from "./ts/scan-module.js";
import { hasScanner } from "./ts/scanned-names.js";
import { buildTsFile } from "./text/ts-file.js";
import type { TsModule } from "./text/declarations.js";

/** What the tests of a spec import. */
export async function emitModules(
  program: Program,
  facts: Facts,
  caches: EmitCaches,
): Promise<readonly EmittedFile[]> {
  const contract = await emitContract(program, facts, caches);
  const files: EmittedFile[] = [...contract.files];
  for (const module of modulesOf(program, facts, caches)) {
    files.push(await buildTsFile(module, caches.layout));
  }
  return files;
}

/** Every file that a spec without errors generates; the manifest, which has the hashes of the others, comes last. */
export async function emitProgram(
  program: Program,
  facts: Facts,
  caches: EmitCaches,
  hash?: (text: string) => string,
  tzdata?: string,
): Promise<readonly EmittedFile[]> {
  const modules = await emitModules(program, facts, caches);
  const { cases } = await emitContract(program, facts, caches);
  const suite = testSuite(program, cases, caches.rows);
  const files = [
    ...modules,
    ...(hasScanner(program) ? [await buildTsFile(scanModule(program), caches.layout)] : []),
    await buildTsFile(verifyModule(suite), caches.layout),
    await buildTsFile(indexModule(program), caches.layout),
    ...(await emitTestModule(suite, caches.layout)),
  ];
  if (program.tests.properties) {
    files.push(await buildTsFile(propertyTests(suite.source), caches.layout));
  }
  files.push(sqlModule(program, facts, duckdb), sqlModule(program, facts, spark));
  return [...files, emitManifest(program, facts, files, compilerVersion, hash, tzdata)];
}

function modulesOf(program: Program, facts: Facts, { chunks }: EmitCaches): readonly TsModule[] {
  return [
    featuresModule(program, facts, chunks),
    ...(program.matrices.length === 0 ? [] : [matrixModule(program, facts, chunks)]),
    ...(program.policy.length === 0 ? [] : [policyModule(program, facts)]),
  ];
}

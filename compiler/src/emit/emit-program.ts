import { compilerVersion } from "../base/version.js";
import type { Facts } from "../ir/facts.js";
import type { Program } from "../ir/program.js";
import type { EmittedFile } from "./text/emitted-file.js";
import type { EmitCaches } from "./emit-caches.js";
import { emitContract } from "./contract-part.js";
import { emitManifest } from "./manifest.js";
import { duckdb } from "./sql/duckdb.js";
import { sqlModule } from "./sql/sql-module.js";
import { emitTestModule } from "./test/test-module.js";
import { featuresModule } from "./ts/features-module.js";
import { indexModule } from "./ts/index-module.js";
import { matrixModule } from "./ts/matrix-module.js";
import { policyModule } from "./ts/policy-module.js";
import { buildTsFile } from "./text/ts-file.js";

/** Every file that a spec without errors generates; the manifest, which has the hashes of the others, comes last. */
export async function emitProgram(
  program: Program,
  facts: Facts,
  caches: EmitCaches,
  hash?: (text: string) => string,
  tzdata?: string,
): Promise<readonly EmittedFile[]> {
  const contract = await emitContract(program, facts, caches);
  const modules = [
    featuresModule(program, facts, caches.chunks),
    ...(program.matrices.length === 0 ? [] : [matrixModule(program, facts, caches.chunks)]),
    ...(program.policy.length === 0 ? [] : [policyModule(program, facts)]),
    indexModule(program),
  ];
  const files: EmittedFile[] = [...contract.files];
  for (const module of modules) files.push(await buildTsFile(module, caches.layout));
  files.push(...(await emitTestModule(program, contract.cases, caches)));
  files.push(sqlModule(program, facts, duckdb));
  return [...files, emitManifest(program, facts, files, compilerVersion, hash, tzdata)];
}

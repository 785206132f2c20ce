import { compilerVersion } from "../base/version.js";
import type { Facts } from "../ir/facts.js";
import type { Program } from "../ir/program.js";
import type { EmittedFile } from "./emitted-file.js";
import type { EmitCaches } from "./emit-caches.js";
import { emitManifest } from "./manifest.js";
import { emitJsonSchema } from "./schema/json-schema.js";
import { emitTestModule } from "./test/test-module.js";
import { featuresModule } from "./ts/features-module.js";
import { indexModule } from "./ts/index-module.js";
import { inputModule } from "./ts/input-module.js";
import { matrixModule } from "./ts/matrix-module.js";
import { policyModule } from "./ts/policy-module.js";
import { buildTsFile } from "./ts/ts-file.js";

export async function emitProgram(
  program: Program,
  facts: Facts,
  caches: EmitCaches,
  hash?: (text: string) => string,
): Promise<readonly EmittedFile[]> {
  const modules = [
    inputModule(program, facts),
    featuresModule(program, facts),
    ...(program.matrices.length === 0 ? [] : [matrixModule(program, facts)]),
    ...(program.policy.length === 0 ? [] : [policyModule(program, facts)]),
    indexModule(program),
  ];
  const files: EmittedFile[] = [];
  for (const module of modules) files.push(await buildTsFile(module, caches.layout));
  files.push(emitJsonSchema(program), ...(await emitTestModule(program, facts, caches)));
  return [...files, emitManifest(program, facts, files, compilerVersion, hash)];
}

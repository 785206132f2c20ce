import type { Facts } from "../../compiler/src/ir/facts.js";
import type { Program } from "../../compiler/src/ir/program.js";
import type { TsModule } from "../../compiler/src/emit/text/declarations.js";
import { featuresModule } from "../../compiler/src/emit/ts/features-module.js";
import { indexModule } from "../../compiler/src/emit/ts/index-module.js";
import { inputModule } from "../../compiler/src/emit/ts/input-module.js";
import { matrixModule } from "../../compiler/src/emit/ts/matrix-module.js";
import { policyModule } from "../../compiler/src/emit/ts/policy-module.js";
import { hasSources } from "../../compiler/src/emit/ts/source-parameters.js";
import { sourcesModule } from "../../compiler/src/emit/ts/sources-module.js";

/** The modules of a spec without its tests: what `emit/ts` decides. It is bundled once for each bug. */
export function emittedModules(program: Program, facts: Facts): readonly TsModule[] {
  return [
    inputModule(program, facts),
    ...(hasSources(program) ? [sourcesModule(program)] : []),
    featuresModule(program, facts),
    ...(program.matrices.length === 0 ? [] : [matrixModule(program, facts)]),
    ...(program.policy.length === 0 ? [] : [policyModule(program, facts)]),
    indexModule(program),
  ];
}

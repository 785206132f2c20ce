import type { Program } from "../../ir/program.js";
import { headerOf } from "../header.js";
import { camelCase, pascalCase } from "../names.js";
import type { ReExport, TsModule } from "../text/declarations.js";
import { Imports } from "../text/imports.js";
import { hasSources } from "./source-parameters.js";
import { sourceExports } from "./sources-module.js";
import { scannerName } from "./scan-module.js";
import { hasScanner } from "./scanned-names.js";
import { inputTypeNames } from "./input-module.js";

/** `index.ts`: every public name of the other modules, by name. */
export function indexModule(program: Program): TsModule {
  const hasKeys = program.keys.length > 0;
  const declarations: ReExport[] = [
    {
      kind: "reExport",
      from: "./features.js",
      names: ["computeFeatures", "featureNames"],
      types: ["FeatureOptions", ...(hasSources(program) ? ["FeatureSources"] : []), "Features"],
    },
    {
      kind: "reExport",
      from: "./input.js",
      names: [
        "inputSchema",
        "isInput",
        "parseInput",
        "safeParseInput",
        ...(hasKeys ? ["keysOf"] : []),
      ],
      types: inputTypeNames(program),
    },
  ];
  if (hasSources(program)) {
    declarations.push({ kind: "reExport", from: "./sources.js", ...sourceExports(program) });
  }
  if (program.matrices.length > 0) {
    const names = program.matrices.map(({ name }) => camelCase(name));
    const types = program.matrices.map(({ name }) => `${pascalCase(name)}Matrix`);
    declarations.push({ kind: "reExport", from: "./matrix.js", names, types });
  }
  if (hasScanner(program)) {
    const names = program.matrices.map(scannerName);
    declarations.push({ kind: "reExport", from: "./scan.js", names, types: [] });
  }
  if (program.policy.length > 0) {
    const from = "./policy.js";
    const policyTypes = ["DecisionBasis", "Decisions"];
    const outputTypes = (program.model?.outputs.length ?? 0) > 0 ? ["Outputs"] : [];
    declarations.push({
      kind: "reExport",
      from,
      names: ["decide"],
      types: [...policyTypes, ...outputTypes],
    });
  }
  declarations.push({ kind: "reExport", from: "./verify.js", names: ["verify"], types: [] });
  return { path: "index.ts", header: headerOf(program), imports: new Imports(), declarations };
}

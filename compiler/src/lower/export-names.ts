import * as runtime from "@featc/runtime";
import { camelCase } from "../base/camel-case.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { SpecAst } from "../spec/ast.js";

/** What the generated index exports besides the matrices. */
const exportedNames: readonly string[] = [
  "computeFeatures",
  "decide",
  "featureNames",
  "inputSchema",
  "isInput",
  "keysOf",
  "parseInput",
  "safeParseInput",
];

/** A matrix is exported under its name in camel case. */
export function reportExportClashes(spec: SpecAst, collector: DiagnosticCollector): void {
  // A module of matrices imports what it calls from the runtime by the same plain names.
  const taken = new Set([...exportedNames, ...Object.keys(runtime)]);
  for (const { name } of spec.matrices) {
    const exported = camelCase(name.value);
    if (taken.has(exported)) {
      collector.report("name/export-clash", name.span, { name: name.value, exported });
    }
    taken.add(exported);
  }
}

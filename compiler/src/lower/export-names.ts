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
  "verify",
];

/** The readers of a source, and what orders its events. */
function sourceExports(name: string): readonly string[] {
  const camel = camelCase(name);
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
  return [`parse${pascal}`, `safeParse${pascal}`, `order${pascal}`];
}

/** A matrix is exported under its name in camel case. */
export function reportExportClashes(spec: SpecAst, collector: DiagnosticCollector): void {
  // A module of matrices imports what it calls from the runtime by the same plain names.
  const taken = new Set([...exportedNames, ...Object.keys(runtime)]);
  for (const { name } of [...spec.events, ...spec.tables]) {
    const exported = sourceExports(name.value);
    // The runtime has a `parseDate`; two names may differ by an underscore alone.
    if (exported.some((one) => taken.has(one))) {
      const [first = ""] = exported;
      collector.report("name/export-clash", name.span, {
        what: "source",
        name: name.value,
        exported: first,
      });
    }
    for (const one of exported) taken.add(one);
  }
  for (const { name } of spec.matrices) {
    const exported = camelCase(name.value);
    if (taken.has(exported)) {
      collector.report("name/export-clash", name.span, {
        what: "matrix",
        name: name.value,
        exported,
      });
    }
    taken.add(exported);
  }
}

import { check, createCaches } from "../../../compiler/src/compile.js";
import type { CheckResult } from "../../../compiler/src/compile.js";
import { memoryHost } from "../../support/memory-host.js";

const specPath = "example.feat.yaml";
export const fitPath = "example.fit.yaml";

/** A fit file with these values, as YAML text by name, made for this spec. */
export function fitFileFor(spec: string, values: Readonly<Record<string, string>>): string {
  // Constants that others read are numbers here.
  const numbers = Object.entries(values)
    .map(([name, text]) => [name, Number(text)] as const)
    .filter(([, value]) => !Number.isNaN(value));
  const source = { kind: "computed", values: new Map(numbers) } as const;
  const host = memoryHost({ [specPath]: spec });
  const { program } = check(specPath, host, createCaches(), source);
  const entries = (program?.fits ?? []).map(
    ({ name, text, reads }) => `  ${name}:
    formula: ${JSON.stringify(text)}
    value: ${values[name] ?? "null"}
    count: 10
    missing: 0
    reads: ${JSON.stringify(Object.fromEntries(reads))}
`,
  );
  return `featc_fit: 1
compiler: "0"
formulas: "0"
data: { file: train.csv, sha256: "0", rows: 10, rejected: 0 }
values:
${entries.join("")}`;
}

export function checkWith(spec: string, fitFile: string): CheckResult {
  return check(specPath, memoryHost({ [specPath]: spec, [fitPath]: fitFile }));
}

/** `code: label`, with the file where it is not the spec. */
export function foundIn({ diagnostics }: CheckResult): readonly string[] {
  return diagnostics.map(({ code, label, span }) => {
    const file = span.file.path === specPath ? "" : `${span.file.path}: `;
    return `${file}${code}${label === undefined ? "" : `: ${label}`}`;
  });
}

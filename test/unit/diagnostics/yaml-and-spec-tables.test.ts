import { describe, expect, test } from "vitest";
import type { DiagnosticDefinition } from "../../../compiler/src/diagnostics/define.js";
import { specDiagnostics } from "../../../compiler/src/diagnostics/spec.table.js";
import { yamlDiagnostics } from "../../../compiler/src/diagnostics/yaml.table.js";
import { parseLibrary } from "../../../compiler/src/spec/parse-library.js";
import { parseSpec } from "../../../compiler/src/spec/parse-spec.js";

const entries = Object.entries({
  ...yamlDiagnostics,
  ...specDiagnostics,
}) as unknown as readonly (readonly [string, DiagnosticDefinition<never>])[]; // parameters differ from code to code and are not used here

function codes(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const parsed = [
    parseSpec({ path: "example.feat.yaml", text }),
    ...Object.entries(files).map(([path, library]) => parseLibrary({ path, text: library })),
  ];
  return parsed.flatMap(({ diagnostics }) => diagnostics.map((diagnostic) => diagnostic.code));
}

describe.each(entries.filter(([, { bad }]) => bad !== undefined))(
  "%s",
  (code, { bad = "", good = "", files }) => {
    test("the bad spec has this mistake and no other", () =>
      expect(new Set(codes(bad, files))).toEqual(new Set([code])));
    test("the good spec has none", () => expect(codes(good)).toEqual([]));
  },
);

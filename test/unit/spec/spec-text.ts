import type { SourceFile } from "../../../compiler/src/base/source.js";
import type { Diagnostic } from "../../../compiler/src/diagnostics/diagnostic.js";
import type { SpecAst } from "../../../compiler/src/spec/ast.js";
import { parseSpec } from "../../../compiler/src/spec/parse-spec.js";

export const head = "featc: 1\nname: example\ninput:\n  debt: number\n";
export const withFeatures = (entries: string): string => `${head}features:\n${entries}`;
export const withField = (field: string): string =>
  `featc: 1\nname: example\ninput:\n  x: ${field}\nfeatures:\n  one: 1\n`;

export function fileOf(text: string): SourceFile {
  return { path: "example.feat.yaml", text };
}

export function slice(span: Diagnostic["span"]): string {
  return span.file.text.slice(span.start, span.end);
}

/** `code: marked text` of each diagnostic. */
export function found(text: string): readonly string[] {
  return parseSpec(fileOf(text)).diagnostics.map(({ code, span }) => `${code}: ${slice(span)}`);
}

export function specOf(text: string): SpecAst {
  const { spec } = parseSpec(fileOf(text));
  if (spec === undefined) throw new Error("no spec");
  return spec;
}

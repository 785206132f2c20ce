import type { Host } from "../base/host.js";
import type { SourceFile } from "../base/source.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { FitFileAst, SpecAst } from "../spec/ast.js";
import { fitFilePath } from "../fit/fit-file-path.js";
import { parseFitFile } from "../spec/parse-fit-file.js";
import type { Constant } from "../types/value.js";

/** Where the values of the fitted constants of a spec come from. */
export type FitSource =
  /** The file beside the spec; `ast` is undefined where it cannot be used, and that has been reported. */
  | {
      readonly kind: "file";
      readonly path: string;
      readonly source: SourceFile | undefined;
      readonly ast: FitFileAst | undefined;
    }
  /** What `featc fit` has computed so far; the others have no value yet, and nothing is said about that. */
  | { readonly kind: "computed"; readonly values: ReadonlyMap<string, Constant> };

/** Reads the fit file of a spec that has `fit`; one without has no use for it. */
export function loadFitFile(spec: SpecAst, host: Host, collector: DiagnosticCollector): FitSource {
  const path = fitFilePath(spec.file.path);
  const [first] = spec.fits;
  const nothing = { kind: "file", path, source: undefined, ast: undefined } as const;
  if (first === undefined) return nothing;
  const text = host.readFile(path);
  if (text === undefined) {
    collector.report("fit/no-file", first.name.span, { path, spec: spec.file.path });
    return nothing;
  }
  const source: SourceFile = { path, text };
  const { fitFile, diagnostics } = parseFitFile(source);
  collector.add(diagnostics);
  return { kind: "file", path, source, ast: fitFile };
}

export { check, compile, createCaches, judge, mutate, suggest } from "./compile.js";
export type {
  CheckResult,
  CompileResult,
  CompilerCaches,
  JudgedMutant,
  Judgement,
  Method,
  MutantVerdict,
  MutationResult,
  RangeSuggestion,
  Verdict,
} from "./compile.js";
export type { Host } from "./base/host.js";
export type { Position, SourceFile, Span } from "./base/source.js";
export { positionAt } from "./base/source.js";
export type { Diagnostic, ExampleField, RelatedPlace, Severity } from "./diagnostics/diagnostic.js";
export { renderDiagnostic, renderDiagnostics } from "./diagnostics/render-text.js";
export type { EmittedFile } from "./emit/text/emitted-file.js";

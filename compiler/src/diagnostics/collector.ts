import type { Span } from "../base/source.js";
import type { Diagnostic } from "./diagnostic.js";
import { createDiagnostic } from "./registry.js";
import type { DiagnosticCode, DiagnosticContext, ParamsOf } from "./registry.js";

/** Gathers what one phase has to say. Passed down as an argument, never global. */
export class DiagnosticCollector {
  readonly #diagnostics: Diagnostic[] = [];

  report<Code extends DiagnosticCode>(
    code: Code,
    span: Span,
    params: ParamsOf<Code>,
    context?: DiagnosticContext,
  ): void {
    this.#diagnostics.push(createDiagnostic(code, span, params, context));
  }

  add(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.push(...diagnostics);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some((diagnostic) => diagnostic.severity === "error");
  }
}

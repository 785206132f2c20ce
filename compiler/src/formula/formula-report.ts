import type { Span } from "../base/source.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { createDiagnostic } from "../diagnostics/registry.js";
import type { DiagnosticCode, ParamsOf } from "../diagnostics/registry.js";
import type { FormulaText } from "../base/formula-text.js";

interface PlacedDiagnostic {
  readonly start: number;
  readonly end: number;
  readonly diagnostic: Diagnostic;
}

/** A formula with more mistakes than this is not a formula, and nobody reads on. */
const diagnosticLimit = 50;

/** Diagnostics of one formula, placed by offsets in its text. */
export class FormulaReport {
  #placed: PlacedDiagnostic[] = [];

  constructor(readonly formula: FormulaText) {}

  report<Code extends DiagnosticCode>(
    code: Code,
    start: number,
    end: number,
    params: ParamsOf<Code>,
  ): void {
    if (this.#placed.length >= diagnosticLimit) return;
    const diagnostic = createDiagnostic(code, this.span(start, end), params);
    this.#placed.push({ start, end, diagnostic });
  }

  /** Takes back what a later diagnostic says better. */
  withdraw(code: DiagnosticCode, start: number, end: number): void {
    this.#placed = this.#placed.filter(
      (placed) => placed.diagnostic.code !== code || placed.start !== start || placed.end !== end,
    );
  }

  span(start: number, end: number): Span {
    return this.formula.at(start, end);
  }

  /** The text between two offsets as a message quotes it: on one line, and short. */
  quote(start: number, end: number): string {
    const text = this.formula.text.slice(start, end).replace(/\s+/g, " ").trim();
    return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
  }

  /** In the order of the text. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#placed]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ diagnostic }) => diagnostic);
  }
}

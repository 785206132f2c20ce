import { positionAt } from "../base/source.js";
import type { Span } from "../base/source.js";
import type { Diagnostic, ExampleField, Severity } from "./diagnostic.js";
import { inReadingOrder } from "./order.js";

/** One-based line and column (in code points), and the offset in UTF-16 units from 0. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface JsonPlace {
  readonly file: string;
  readonly range: { readonly start: JsonPosition; readonly end: JsonPosition };
}

export interface JsonDiagnostic extends JsonPlace {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly label?: string;
  readonly related: readonly (JsonPlace & { readonly text: string })[];
  readonly example: readonly ExampleField[];
  readonly hint?: string;
}

/** A JSON array with one object per diagnostic, in reading order. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify(inReadingOrder(diagnostics).map(jsonDiagnostic), null, 2);
}

export function jsonDiagnostic(diagnostic: Diagnostic): JsonDiagnostic {
  const { code, severity, message, label, span, related, example, hint } = diagnostic;
  return {
    code,
    severity,
    message,
    ...placeOf(span),
    ...(label === undefined ? {} : { label }),
    related: related.map((place) => ({ ...placeOf(place.span), text: place.text })),
    example,
    ...(hint === undefined ? {} : { hint }),
  };
}

function placeOf(span: Span): JsonPlace {
  const position = (offset: number): JsonPosition => ({ ...positionAt(span.file, offset), offset });
  return { file: span.file.path, range: { start: position(span.start), end: position(span.end) } };
}

import type { Span } from "../base/source.js";

export type Severity = "error" | "warning";

/** A place that helps to understand the problem, with a few words about it. */
export interface RelatedPlace {
  readonly span: Span;
  readonly text: string;
}

/** One field of the input that shows the problem, as JSON text. */
export interface ExampleField {
  readonly name: string;
  readonly value: string;
}

/** A mistake in a spec (or in data), ready to be rendered. Made by `createDiagnostic` alone. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** One line, in the user's words. */
  readonly message: string;
  /** Words beside the carets. */
  readonly label?: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  /** A row of input, run through the interpreter, that shows the problem. */
  readonly example: readonly ExampleField[];
  readonly hint?: string;
}

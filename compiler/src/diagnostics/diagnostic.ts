import type { Span } from "../base/source.js";

export type Severity = "error" | "warning";

/** A place that helps to understand the problem, with a few words about it. */
export interface RelatedPlace {
  readonly span: Span;
  readonly text: string;
}

/** A part of the row that shows the problem: a field of the input, `as_of`, or the records of a source. */
export interface ExampleField {
  readonly name: string;
  /** As `given` of an example takes it: JSON text of what the producer would send. */
  readonly value: string;
  /** Of records. */
  readonly section?: "events" | "tables";
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

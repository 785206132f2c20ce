import type { Span } from "./source.js";

/** The text of a formula, and where each of its characters stands in the YAML file. */
export interface FormulaText {
  readonly text: string;
  readonly span: Span;
  /** The place in the file of the characters [start, end) of `text`. */
  readonly at: (start: number, end: number) => Span;
  /** Nothing could be read here, which has been reported: no more is said about it. */
  readonly reported?: true;
}

import type { Span } from "../base/source.js";
import type { Expr } from "../ir/nodes.js";
import type { Program } from "../ir/program.js";

/** Kinds of mistakes that people make. */
export type MutantGroup =
  | "comparison"
  | "constant"
  | "arithmetic"
  | "logic"
  | "branch"
  | "missing"
  | "function"
  | "variable"
  | "window"
  | "range"
  | "contract"
  | "matrix";

/** A spec with one plausible mistake. */
export interface Mutant {
  readonly group: MutantGroup;
  /** What the mistake is, in words: "`<` becomes `<=`". */
  readonly words: string;
  /** The place that is wrong now. */
  readonly span: Span;
  /** The part of the spec that it stands in. */
  readonly part: MutantPart;
  /** Rows of which this is not true cannot tell it from the spec; null where nothing is known of them. */
  readonly differsWhere: Expr | null;
  readonly program: Program;
}

export type MutantPart =
  | { readonly kind: "step" | "decision" | "matrix" | "constraint"; readonly name: string }
  /** The contract of the input, or of a source. */
  | { readonly kind: "contract"; readonly name: string; readonly source: string | null };

/** One way to get something wrong, before it stands in a program. */
export interface Change<Of> {
  readonly group: MutantGroup;
  readonly words: string;
  readonly span: Span;
  readonly differsWhere: Expr | null;
  readonly changed: Of;
}

import type { CodePointSet } from "./code-point-set.js";

/**
 * A parsed pattern. Where it only says whether a text matches, groups leave no node of their own
 * and lazy quantifiers read like greedy ones, because neither changes the answer.
 */
export type PatternNode =
  | { readonly kind: "empty" }
  | { readonly kind: "character"; readonly set: CodePointSet }
  | { readonly kind: "text_start" }
  | { readonly kind: "text_end" }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "alternation"; readonly options: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly item: PatternNode;
      readonly min: number;
      /** `undefined` for no bound. */
      readonly max: number | undefined;
      /** As few as possible; only where something is extracted. */
      readonly lazy?: true;
    }
  /** `(…)`, only where something is extracted; `start` is the offset of its parenthesis. */
  | { readonly kind: "group"; readonly item: PatternNode; readonly start: number };

/** Why a pattern is refused. `start` and `end` are UTF-16 offsets in the pattern's text. */
export interface PatternError {
  readonly start: number;
  readonly end: number;
  /** One line without a final full stop, to stand after "this pattern is refused:" or alone. */
  readonly reason: string;
  /** What to write instead. */
  readonly hint?: string;
}

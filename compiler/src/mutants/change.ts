import type { Expr } from "../ir/nodes.js";
import type { Change, MutantGroup } from "./mutant.js";

export function change<Of>(
  group: MutantGroup,
  words: string,
  { span }: Pick<Expr, "span">,
  changed: Of,
  differsWhere: Expr | null = null,
): Change<Of> {
  return { group, words, span, changed, differsWhere };
}

/** The first two in the other order. */
export function swapped<T>(values: readonly T[]): readonly T[] {
  const [first, second, ...rest] = values;
  return first === undefined || second === undefined ? values : [second, first, ...rest];
}

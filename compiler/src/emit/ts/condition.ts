/** A condition as TypeScript text, with what it takes to combine it with others. */
export interface Condition {
  readonly kind: "atom" | "and" | "or";
  readonly text: string;
}

/** A comparison, call or negation. */
export function atom(text: string): Condition {
  return { kind: "atom", text };
}

/** All of them hold; of none: `true`. */
export function and(...conditions: readonly Condition[]): Condition {
  return combine("and", conditions, " && ", "true");
}

/** One of them holds; of none: `false`. */
export function or(...conditions: readonly Condition[]): Condition {
  return combine("or", conditions, " || ", "false");
}

function combine(
  kind: "and" | "or",
  conditions: readonly Condition[],
  operator: string,
  empty: string,
): Condition {
  const [first, ...rest] = conditions;
  if (first === undefined) return atom(empty);
  if (rest.length === 0) return first;
  const texts = conditions.map((condition) =>
    condition.kind === "atom" || condition.kind === kind ? condition.text : `(${condition.text})`,
  );
  return { kind, text: texts.join(operator) };
}

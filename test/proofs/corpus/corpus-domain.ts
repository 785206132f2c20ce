/**
 * A formula as feature pipelines have it, with what is true of it, found by hand: whether it has a value for every
 * row that the contract admits, and whether its value never leaves the range but by rounding of its last digits.
 */
export interface CorpusFormula {
  readonly name: string;
  readonly formula: string;
  readonly range: string;
  readonly isTotal: boolean;
  readonly staysInRange: boolean;
}

/** Formulas over one contract. */
export interface CorpusDomain {
  readonly name: string;
  /** The part of a spec before its features. */
  readonly contract: string;
  readonly formulas: readonly CorpusFormula[];
}

type Truth = "yes" | "no";

/** A row of a domain's table: total, and in range. */
export function formula(
  name: string,
  text: string,
  range: string,
  truth: { readonly total: Truth; readonly inRange: Truth },
): CorpusFormula {
  return {
    name,
    formula: text,
    range,
    isTotal: truth.total === "yes",
    staysInRange: truth.inRange === "yes",
  };
}

export const proved = { total: "yes", inRange: "yes" } as const;
export const sometimesMissing = { total: "no", inRange: "yes" } as const;
export const sometimesOutside = { total: "yes", inRange: "no" } as const;
export const neither = { total: "no", inRange: "no" } as const;

type Advice = Readonly<Record<string, string | undefined>>;

const lowest: Advice = {
  "a field": "write `range: [0, null]` for the lowest value alone",
  "a feature": "write `range: [0, null]` for the lowest value alone",
};
const highest: Advice = {
  "a field": "write `range: [null, 100]` for the highest value alone",
  "a feature": "write `range: [null, 100]` for the highest value alone",
};
const optional: Advice = {
  "a field": "a `?` behind the type says that the value may be missing, `type: number?`",
  "a feature": "a `?` behind the type says that the value may be missing, `type: number?`",
};
const required: Advice = {
  "a field": "leave it out: a field is required unless its type has a `?`",
};
const fallback: Advice = {
  "a field":
    "say with a `?` that the field may be missing, and in the formulas what it is then, `x ?? 0`",
  "a feature": "write `impute: 0` for the value in place of a missing one",
};

/** Keys that other tools have, and what is written for them here, by what the map describes. */
export const insteadOfKeys: Readonly<Record<string, Advice | undefined>> = {
  min: lowest,
  minimum: lowest,
  ge: lowest,
  max: highest,
  maximum: highest,
  le: highest,
  optional,
  nullable: optional,
  null: optional,
  required,
  default: fallback,
  fill: fallback,
  fillna: fallback,
  fill_value: fallback,
};

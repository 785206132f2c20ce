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

const joinsBy: Advice = {
  "an event source": "write `key: FIELD` for its own field, and `on: FIELD` for that of the input",
  "a table": "write `key: FIELD` for its own field, and `on: FIELD` for that of the input",
};
const fromData: Advice = {
  "an event source":
    "the files are given to `featc run --events NAME=FILE`; `data` names a set that two sources share",
  "a table":
    "the files are given to `featc run --table NAME=FILE`; `data` names a set that two tables share",
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
  timestamp: { "an event source": "write `time: FIELD` for the field that says when it happened" },
  ts: { "an event source": "write `time: FIELD` for the field that says when it happened" },
  ttl: { "an event source": "write `retention: 365d` for how long events are kept" },
  lookback: { "an event source": "write `retention: 365d` for how long events are kept" },
  window: {
    "an event source": "a window stands in the formula, `count(payments within 30d)`",
  },
  join: joinsBy,
  join_key: joinsBy,
  join_keys: joinsBy,
  foreign_key: joinsBy,
  primary_key: joinsBy,
  created: { "an event source": "write `known: FIELD` for when an event became known" },
  file: fromData,
  path: fromData,
  source: fromData,
};

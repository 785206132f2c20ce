/** Every key of a spec. The JSON Schema that editors read says the same; a test compares the two. */
export const specKeys = [
  "featc",
  "name",
  "version",
  "description",
  "owner",
  "as_of",
  "keys",
  "labels",
  "unknown_fields",
  "math",
  "imports",
  "enums",
  "input",
  "constraints",
  "maps",
  "functions",
  "let",
  "features",
  "matrix",
  "model",
  "policy",
  "events",
  "tables",
  "types",
  "fit",
  "timezone",
  "tests",
  "budget",
] as const;
export type SpecKey = (typeof specKeys)[number];

/** What a file may hold that others import. */
export const libraryKeys = [
  "featc",
  "name",
  "description",
  "imports",
  "enums",
  "maps",
  "functions",
] as const satisfies readonly SpecKey[];

const documentationKeys = ["unit", "description", "tags", "deprecated"] as const;

export const fieldKeys = [
  "type",
  "range",
  "values",
  "pattern",
  "length",
  "fields",
  "items",
  "name",
  "from",
  "zone",
  "pivot",
  "missing_values",
  "invalid",
  "outside",
  "pii",
  ...documentationKeys,
] as const;
export type FieldKey = (typeof fieldKeys)[number];

const valueKeys = [
  "formula",
  "type",
  "values",
  "range",
  "outside",
  "impute",
  ...documentationKeys,
] as const;

export const letKeys = [...valueKeys, "examples"] as const;
export const featureKeys = [...valueKeys, "examples", "indicator"] as const;
export const policyKeys = valueKeys;
export type StepKey = (typeof featureKeys)[number];

export const tableKeys = ["key", "on", "type", "data", "fields", "description"] as const;
export type TableKey = (typeof tableKeys)[number];
export const eventsKeys = [
  ...tableKeys,
  "time",
  "known",
  "retention",
  "max_count",
  "includes_current",
] as const;
export type EventsKey = (typeof eventsKeys)[number];
export const recordTypeKeys = ["fields"] as const;

export const constraintKeys = ["formula", "on_violation", "description"] as const;
export const fitKeys = ["formula", "description"] as const;
export const exampleKeys = ["given", "expect"] as const;
export const nearKeys = ["near", "within"] as const;
export const matrixKeys = ["dtype", "missing", "columns"] as const;
export const modelKeys = ["file", "input", "outputs"] as const;
export const testsKeys = ["mutation_score", "properties"] as const;
export const budgetKeys = ["row", "memory"] as const;
export type BudgetKey = (typeof budgetKeys)[number];

/** Of `NAME.fit.yaml`. */
export const fitFileKeys = ["featc_fit", "spec", "compiler", "formulas", "data", "values"] as const;
export const fitDataKeys = ["file", "sha256", "rows", "rejected", "from", "to"] as const;
export const fittedKeys = ["formula", "value", "count", "missing", "reads"] as const;

export const outsideRules = ["reject", "missing", "clamp"] as const;
export const invalidRules = ["reject", "missing"] as const;
export const unknownFieldsRules = ["reject", "ignore"] as const;
export const violationRules = ["reject", "warn"] as const;
export const mathModes = ["strict", "native"] as const;
export const matrixMissingRules = ["reject", "nan"] as const;

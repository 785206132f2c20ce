import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
`;

export const nameDiagnostics = {
  "name/unknown": define<{
    name: string;
    suggestion: string | undefined;
    known: string;
    /** The name is all that stands between quotes of YAML. */
    inQuotes?: boolean;
  }>({
    severity: "error",
    message: ({ name }) => `there is nothing named ${name} here`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: ({ name, known, inQuotes }) => {
      if (inQuotes) {
        return `YAML takes these quotes away: the text "${name}" is written \`'"${name}"'\`.`;
      }
      return known === "" ? undefined : `names that can stand here: ${known}.`;
    },
    explain:
      "A formula may use the fields of the input, the lets and features of the spec and the parameters of the function that it stands in. A name that is none of these is usually a typing mistake, and in a language that let it pass it would be a silent null.",
    bad: `${header}features:
  twice: { formula: dept * 2, range: [0, 200] }
`,
    good: `${header}features:
  twice: { formula: debt * 2, range: [0, 200] }
`,
  }),
  "name/unknown-function": define<{
    name: string;
    suggestion: string | undefined;
    instead: string | undefined;
  }>({
    severity: "error",
    message: ({ name }) => `there is no function ${name}`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: ({ instead }) => (instead === undefined ? undefined : `write ${instead}.`),
    explain:
      "Only the built-in functions and those under `functions` can be called. Names that mean different things in different systems (`log`, `stddev`) do not exist on purpose: the diagnostic names the exact one.",
    bad: `${header}features:
  scaled: { formula: log(debt + 1), range: [0, 5] }
`,
    good: `${header}features:
  scaled: { formula: ln(debt + 1), range: [0, 5] }
`,
  }),
  "name/not-a-value": define<{ name: string; what: string; instead: string | undefined }>({
    severity: "error",
    message: ({ name, what }) => `${name} is ${what}, not a value`,
    hint: ({ instead }) => (instead === undefined ? undefined : `write ${instead}.`),
    explain:
      "Maps are indexed and functions are called; neither is a value of its own that a formula could calculate with.",
    bad: `${header}maps:
  rate: { a: 1, b: 2 }
features:
  twice: { formula: rate * 2, range: [0, 4] }
`,
    good: `${header}maps:
  rate: { a: 1, b: 2 }
features:
  twice: { formula: '(rate["a"] ?? 0) * 2', range: [0, 4] }
`,
  }),
  "name/clash": define<{ name: string; what: string; otherWhat: string }>({
    severity: "error",
    message: ({ name, what, otherWhat }) =>
      what === otherWhat
        ? `there are two ${what}s named ${name}`
        : `${name} is both ${article(what)} and ${article(otherWhat)}`,
    label: () => "the second one",
    hint: () => "rename one of them: a formula must mean one thing.",
    explain:
      "Fields, lets and features share one set of names, so that a formula reads the same wherever it stands. A feature cannot have the name of a field that it is made from.",
    bad: `${header}features:
  debt: { formula: debt * 2, range: [0, 200] }
`,
    good: `${header}features:
  twice_the_debt: { formula: debt * 2, range: [0, 200] }
`,
  }),
  "name/cycle": define<{ cycle: readonly string[] }>({
    severity: "error",
    message: ({ cycle }) =>
      cycle.length === 2
        ? `${cycle[0]} depends on itself`
        : `these depend on each other: ${cycle.join(" → ")}`,
    hint: () => "a value cannot be computed from itself; break the circle.",
    explain:
      "Features are computed in the order in which they depend on each other. A circle has no such order and no value.",
    bad: `${header}features:
  a: { formula: b + debt, range: [0, 1000], outside: clamp }
  b: { formula: a * 2, range: [0, 1000], outside: clamp }
`,
    good: `${header}features:
  a: { formula: debt + 1, range: [0, 1000] }
  b: { formula: a * 2, range: [0, 2000] }
`,
  }),
  "name/recursive-function": define<{ cycle: readonly string[] }>({
    severity: "error",
    message: ({ cycle }) => `the function ${cycle[0]} calls itself: ${cycle.join(" → ")}`,
    hint: () => "functions are written out where they are called, so they cannot recur.",
    explain:
      "A formula's cost is bounded by its length; there are no loops and no recursion, so every feature is known to end.",
    bad: `${header}functions:
  half(x): half(x) / 2
features:
  a: { formula: half(debt), range: [0, 100] }
`,
    good: `${header}functions:
  half(x): x / 2
features:
  a: { formula: half(debt), range: [0, 100] }
`,
  }),
  "name/label-in-formula": define<{ name: string }>({
    severity: "error",
    message: ({ name }) => `${name} is a label: no formula may read it`,
    label: () => "this is what the model has to predict",
    hint: () =>
      "labels exist in training data alone; remove it from the formula, or from `labels`.",
    explain:
      "A label is what the model learns to predict. A feature made from it is perfect in training and does not exist in serving: the worst kind of leakage.",
    bad: `featc: 1
name: example
labels: [defaulted]
input:
  debt: { type: number, range: [0, 100] }
  defaulted: bool?
features:
  a: { formula: if defaulted ?? false then 1 else 0, range: [0, 1] }
`,
    good: `featc: 1
name: example
labels: [defaulted]
input:
  debt: { type: number, range: [0, 100] }
  defaulted: bool?
features:
  a: { formula: debt / 100, range: [0, 1] }
`,
  }),
  "name/not-a-field": define<{ name: string; where: string; suggestion: string | undefined }>({
    severity: "error",
    message: ({ name, where }) => `${where} names ${name}, which is not a field of the input`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    explain: "`as_of`, `keys`, `labels` and the `given` of examples name fields of `input`.",
    bad: `featc: 1
name: example
keys: [loan_id]
input:
  debt: { type: number, range: [0, 100] }
features:
  a: { formula: debt / 100, range: [0, 1] }
`,
    good: `featc: 1
name: example
keys: [loan_id]
input:
  loan_id: id
  debt: { type: number, range: [0, 100] }
features:
  a: { formula: debt / 100, range: [0, 1] }
`,
  }),
  "name/not-a-feature": define<{ name: string; suggestion: string | undefined }>({
    severity: "error",
    message: ({ name }) => `${name} is not a feature, and a matrix holds features alone`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: ({ name, suggestion }) =>
      suggestion === undefined
        ? `make it a feature, such as \`${name}_value: ${name}\`.`
        : undefined,
    explain:
      "The columns of a matrix are features, or encoders of features: what goes to the model has a range, a rule for missing values and tests.",
    bad: `${header}features:
  a: { formula: debt / 100, range: [0, 1] }
matrix:
  model_input:
    dtype: float32
    columns: [debt]
`,
    good: `${header}features:
  a: { formula: debt / 100, range: [0, 1] }
matrix:
  model_input:
    dtype: float32
    columns: [a]
`,
  }),
  "name/not-in-policy": define<{ name: string }>({
    severity: "error",
    message: ({ name }) => `a policy cannot read the let ${name}`,
    hint: ({ name }) =>
      `make ${name} a feature: policies see features, fields of the input and outputs of the model.`,
    explain:
      "Lets are steps on the way to features and are not kept. Policies run after the model, in a module of their own, on what is kept.",
    bad: `${header}let:
  half: debt / 2
features:
  a: { formula: half / 50, range: [0, 1] }
policy:
  decision: if half > 10 then "review" else "approve"
`,
    good: `${header}features:
  half: { formula: debt / 2, range: [0, 50] }
policy:
  decision: if half > 10 then "review" else "approve"
`,
  }),
  "name/unused-let": define<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `nothing uses the let ${name}`,
    hint: () => "remove it, or make it a feature.",
    explain: "Lets are not exported; one that no formula reads has no effect.",
    bad: `${header}let:
  half: debt / 2
features:
  a: { formula: debt / 100, range: [0, 1] }
`,
    good: `${header}let:
  half: debt / 2
features:
  a: { formula: half / 50, range: [0, 1] }
`,
  }),
  "name/duplicate-column": define<{ column: string }>({
    severity: "error",
    message: ({ column }) => `the matrix has the column ${column} twice`,
    explain:
      "Columns are found by name in reports and in the model's side file; a second one of the same name is a mistake of copying.",
    bad: `${header}features:
  a: { formula: debt / 100, range: [0, 1] }
matrix:
  model_input: { dtype: float32, columns: [a, a] }
`,
    good: `${header}features:
  a: { formula: debt / 100, range: [0, 1] }
matrix:
  model_input: { dtype: float32, columns: [a] }
`,
  }),
  "name/no-moment": define<Record<string, never>>({
    severity: "error",
    message: () => "a constraint can read `as_of` only where a field of the input holds it",
    hint: () => "name the field, `as_of: requested_at`, at the top of the spec.",
    explain:
      "Constraints are part of the contract and are checked when a record is read. Without a field for it, the moment of the prediction is known only later, when the features are computed.",
    bad: `featc: 1
name: example
input:
  paid_at: timestamp
constraints:
  in_the_past: { formula: paid_at < as_of, on_violation: reject }
features:
  a: { formula: hour(paid_at), range: [0, 23] }
`,
    good: `featc: 1
name: example
as_of: asked_at
input:
  asked_at: timestamp
  paid_at: timestamp
constraints:
  in_the_past: { formula: paid_at < as_of, on_violation: reject }
features:
  a: { formula: hour(paid_at), range: [0, 23] }
`,
  }),
  "name/export-clash": define<{ what: "matrix" | "source"; name: string; exported: string }>({
    severity: "error",
    message: ({ what, name, exported }) =>
      `a ${what} cannot be called ${name}: generated code has ${exported} already`,
    hint: ({ what }) => `rename the ${what}.`,
    explain:
      "A matrix is exported under its name in camel case, and a source as its readers, beside parseInput, computeFeatures and the others. Two exports of one name do not compile.",
    bad: `${header}features:
  a: { formula: debt / 100, range: [0, 1] }
matrix:
  parse_input: { dtype: float32, columns: [a] }
`,
    good: `${header}features:
  a: { formula: debt / 100, range: [0, 1] }
matrix:
  model_input: { dtype: float32, columns: [a] }
`,
  }),
  "name/import-not-found": define<{ path: string }>({
    severity: "error",
    message: ({ path }) => `the imported file ${path} cannot be read`,
    hint: () => "paths of imports are relative to the file that names them.",
    explain: "`imports` names files whose functions, maps and enums the spec uses.",
    bad: `featc: 1
name: example
imports: [./nowhere.feat.yaml]
input:
  debt: { type: number, range: [0, 100] }
features:
  a: { formula: debt / 100, range: [0, 1] }
`,
    good: `featc: 1
name: example
imports: [./common.feat.yaml]
input:
  debt: { type: number, range: [0, 100] }
features:
  a: { formula: 'part_of(debt, 100)', range: [0, 1] }
`,
    files: {
      "common.feat.yaml": `featc: 1
functions:
  part_of(part, whole): part / whole
`,
    },
  }),
  "name/import-cycle": define<{ cycle: readonly string[] }>({
    severity: "error",
    message: ({ cycle }) => `these files import each other: ${cycle.join(" → ")}`,
    explain:
      "A file that imports itself, directly or through others, has no defined order of names.",
    bad: `featc: 1
name: example
imports: [./common.feat.yaml]
input:
  debt: { type: number, range: [0, 100] }
features:
  a: { formula: debt / 100, range: [0, 1] }
`,
    good: `featc: 1
name: example
imports: [./shares.feat.yaml]
input:
  debt: { type: number, range: [0, 100] }
features:
  a: { formula: 'part_of(debt, 100)', range: [0, 1] }
`,
    files: {
      "common.feat.yaml": `featc: 1
imports: [./common.feat.yaml]
functions:
  part_of(part, whole): part / whole
`,
      "shares.feat.yaml": `featc: 1
functions:
  part_of(part, whole): part / whole
`,
    },
  }),
};

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

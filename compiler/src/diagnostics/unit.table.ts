import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  income: { type: number, range: [1, 1e7], unit: usd }
  distance: { type: number, range: [0, 1e4], unit: km }
  discount: { type: number, range: [0, 100], unit: percent }
features:
`;

export const unitDiagnostics = {
  "unit/syntax": define<{ text: string; problem: string; suggestion: string | undefined }>({
    severity: "error",
    message: ({ text }) => `\`${text}\` is not a unit`,
    label: ({ problem }) => problem,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "write a product of lower-case names, such as `usd`, `usd/day`, `usd^2` or `ratio`."
        : `write \`${suggestion}\`.`,
    explain:
      "A unit is a product of names, such as `usd`, `usd/day`, `kg*m/s^2`, `1/day`, `ratio` or `percent`. Names are lower case, so that `USD` and `usd` cannot be two units.",
    bad: `featc: 1
name: example
input:
  income: { type: number, range: [0, 1e7], unit: USD per day }
features:
  yearly: income * 365
`,
    good: `featc: 1
name: example
input:
  income: { type: number, range: [0, 1e7], unit: usd/day }
features:
  yearly: income * 365
`,
  }),
  "unit/mismatch": define<{ what: string; left: string; right: string; fix: string | undefined }>({
    severity: "error",
    message: ({ what, left, right }) => `${what} needs one unit, not ${left} and ${right}`,
    label: ({ left, right }) => `${left} and ${right}`,
    hint: ({ fix }) => fix,
    explain:
      "Values that are added, compared, chosen between or put in each other's place have one unit. Money plus kilometres is a number that means nothing, and nothing at run time would show it. A literal takes the unit of what it meets; a value without a declared unit is not checked.",
    bad: `${header}  total: income + distance
  share: if discount > 50 then discount else income / income
`,
    good: `${header}  total: income + income
  share: if discount > 50 then discount / 100 else income / income
`,
  }),
  "unit/argument": define<{
    function: string;
    takes: string;
    actual: string;
    fix: string | undefined;
  }>({
    severity: "error",
    message: ({ function: fn, takes, actual }) =>
      `${fn} takes ${takes === "ratio" ? "a ratio" : takes}, not ${actual}`,
    label: ({ actual }) => actual,
    hint: ({ fix }) => fix,
    explain:
      "Exponentials, logarithms and trigonometry are defined for plain numbers. The logarithm of an amount depends on whether it was counted in dollars or in thousands of them: divide by an amount, and the spec says which.",
    bad: `${header}  log_income: { formula: ln(income), range: [0, 17] }
`,
    good: `${header}  log_income: { formula: ln(income / one_usd), range: [0, 17] }
let:
  one_usd: { formula: 1, unit: usd }
`,
  }),
  "unit/declared": define<{
    name: string;
    declared: string;
    actual: string;
    fix: string | undefined;
  }>({
    severity: "error",
    message: ({ name, declared, actual }) =>
      `${name} is declared in ${declared}, but its formula is in ${actual}`,
    label: ({ actual }) => `this is in ${actual}`,
    hint: ({ fix }) => fix,
    explain:
      "Whoever reads the feature relies on its declared unit, so the formula must yield it. A literal factor counts as a conversion where it is the right one: a ratio times 100 is percent, hours times 60 are minutes.",
    bad: `${header}  paid: { formula: 1 - discount, unit: ratio }
`,
    good: `${header}  paid: { formula: 1 - discount / 100, unit: ratio }
`,
  }),
  "unit/not-a-number": define<{ name: string; type: string }>({
    severity: "warning",
    message: ({ name, type }) => `${name} is a ${type}, which has no unit`,
    hint: () => "remove the unit, or declare it where the number is.",
    explain:
      "Only numbers have units. A unit elsewhere most often stands one line too high or low.",
    bad: `featc: 1
name: example
input:
  city: { type: string, unit: km }
features:
  name_length: length(city)
`,
    good: `featc: 1
name: example
input:
  city: string
features:
  name_length: length(city)
`,
  }),
};

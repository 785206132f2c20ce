import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
`;

export const rangeDiagnostics = {
  "range/possible-outside": define<{ name: string; range: string; can: string }>({
    severity: "error",
    message: ({ name, range }) => `${name} can leave its range ${range}`,
    label: ({ can }) => can,
    hint: () =>
      "say what happens then, `outside: clamp`, `missing` or `reject`, or declare a wider range.",
    explain:
      "A declared range is a promise to the model. Where the formula can leave it, the spec says what happens: the nearest bound, missing, or a rejected row.",
    bad: `${header}features:
  share: { formula: debt / 50, range: [0, 1] }
`,
    good: `${header}features:
  share: { formula: debt / 50, range: [0, 1], outside: clamp }
`,
  }),
  "range/needless-outside": define<{ name: string; range: string }>({
    severity: "warning",
    message: ({ name, range }) => `${name} never leaves ${range}: its \`outside\` has no effect`,
    hint: () => "remove it, so that a reader is not misled.",
    explain:
      "The compiler has proved that the formula stays in the range; a rule that never applies hides that.",
    bad: `${header}features:
  share: { formula: debt / 100, range: [0, 1], outside: clamp }
`,
    good: `${header}features:
  share: { formula: debt / 100, range: [0, 1] }
`,
  }),
  "range/impute-outside": define<{ name: string; range: string }>({
    severity: "error",
    message: ({ name, range }) => `the imputed value of ${name} is outside its range ${range}`,
    hint: () => "impute a value inside the range, or widen the range.",
    explain:
      "A sentinel such as -1 outside the range would reach the model as an ordinary number. If missing is information, add `indicator: true`.",
    bad: `${header}features:
  inverse: { formula: 1 / debt, range: [0, 1], outside: clamp, impute: -1 }
`,
    good: `${header}features:
  inverse: { formula: 1 / debt, range: [0, 1], outside: clamp, impute: 0, indicator: true }
`,
  }),
  "range/bad-bound": define<{ bound: string; type: string; form: string }>({
    severity: "error",
    message: ({ bound, type }) => `${bound} is not a bound of ${aType(type)}`,
    hint: ({ type, form }) => `write the bounds of ${aType(type)} as ${form}.`,
    explain: "The ends of a range are values of the type that it bounds.",
    bad: `featc: 1
name: example
input:
  day: { type: date, range: [0, 10] }
features:
  a: { formula: month(day), range: [1, 12] }
`,
    good: `featc: 1
name: example
input:
  day: { type: date, range: [2020-01-01, 2030-12-31] }
features:
  a: { formula: month(day), range: [1, 12] }
`,
  }),
  "range/empty": define<{ range: string }>({
    severity: "error",
    message: ({ range }) => `no value lies in the range ${range}`,
    explain: "The lower end of a range comes first; an excluded end takes its value out.",
    bad: `featc: 1
name: example
input:
  debt: { type: int, range: '(0, 1)' }
features:
  a: { formula: debt, range: [0, 1] }
`,
    good: `featc: 1
name: example
input:
  debt: { type: int, range: '(0, 1]' }
features:
  a: { formula: debt, range: [0, 1] }
`,
  }),
  "range/dtype": define<{ column: string; dtype: string; range: string }>({
    severity: "error",
    message: ({ column, dtype }) => `${column} does not fit into ${dtype}`,
    label: ({ range }) => `it can be ${range}`,
    hint: () => "declare a narrower range for the feature, round it, or use a wider dtype.",
    explain:
      "A value that a dtype cannot hold is cut off or wraps around in most libraries. Here it does not compile where the range shows it.",
    bad: `${header}features:
  scaled: { formula: debt * 10, range: [0, 1000] }
matrix:
  model_input: { dtype: uint8, columns: [scaled] }
`,
    good: `${header}features:
  scaled: { formula: round(debt), range: [0, 100] }
matrix:
  model_input: { dtype: uint8, columns: [scaled] }
`,
  }),
};

function aType(type: string): string {
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
  income: { type: number?, range: [0, 100] }
`;

export const missingDiagnostics = {
  "missing/possible-missing": define<{
    name: string;
    cause: string;
    fix: string | undefined;
    /** As a spec writes a type: `number`, `enum`. */
    type: string;
    /** A value of the type, as a formula writes it. */
    sample: string;
  }>({
    severity: "error",
    message: ({ name }) => `${name} has no value for some inputs`,
    label: ({ cause }) => cause,
    hint: ({ fix, type, sample }) =>
      `say what it is then, \`impute: ${sample}\`, or allow it with \`type: ${type}?\`${fix === undefined ? "" : `, or ${fix}`}.`,
    explain:
      "A feature has a value for every row that the contract admits. Where a formula may have none (an optional field, a division by zero, a logarithm of zero) the spec says what the model sees instead.",
    bad: `${header}features:
  ratio: { formula: 10 / debt, range: [0, 10], outside: clamp }
`,
    good: `${header}features:
  ratio: { formula: 10 / debt, range: [0, 10], outside: clamp, impute: 0 }
`,
  }),
  "missing/condition": define<{ where: string; cause: string }>({
    severity: "error",
    message: ({ where }) => `the condition of ${where} may be missing: neither true nor false`,
    label: ({ cause }) => cause,
    hint: () => "say what counts then, `(…) ?? false`, or test `x is present and …` first.",
    explain:
      "A comparison with a missing value is missing. Most languages take the else branch in silence; here the spec says what is meant.",
    bad: `${header}features:
  rich: { formula: if income > 50 then 1 else 0, range: [0, 1] }
`,
    good: `${header}features:
  rich: { formula: if (income > 50) ?? false then 1 else 0, range: [0, 1] }
`,
  }),
  "missing/impute": define<{ name: string; cause: string }>({
    severity: "error",
    message: ({ name }) => `the imputed value of ${name} may itself be missing`,
    label: ({ cause }) => cause,
    hint: () => "impute a constant, or a formula that always has a value.",
    explain: "What stands in for a missing value must always be there.",
    bad: `${header}features:
  ratio: { formula: 10 / debt, range: [0, 100], outside: clamp, impute: income }
`,
    good: `${header}features:
  ratio: { formula: 10 / debt, range: [0, 100], outside: clamp, impute: income ?? 1 }
`,
  }),
  "missing/needless-impute": define<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `${name} is never missing: its \`impute\` has no effect`,
    hint: () => "remove it, so that a reader is not misled.",
    explain:
      "The compiler has proved that the formula always has a value; an imputation that never happens hides that.",
    bad: `${header}features:
  share: { formula: debt / 100, range: [0, 1], impute: 0 }
`,
    good: `${header}features:
  share: { formula: debt / 100, range: [0, 1] }
`,
  }),
  "missing/needless-optional": define<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `${name} is never missing: its type needs no \`?\``,
    explain:
      "The compiler has proved that the formula always has a value; readers of the feature need not test for missing.",
    bad: `${header}features:
  share: { formula: debt / 100, type: 'number?', range: [0, 1] }
`,
    good: `${header}features:
  share: { formula: debt / 100, type: number, range: [0, 1] }
`,
  }),
  "missing/column": define<{ column: string }>({
    severity: "warning",
    message: ({ column }) =>
      `the column ${column} may be missing, and the matrix rejects such rows`,
    hint: ({ column }) =>
      `give ${column} an \`impute\`, or say \`missing: nan\` or a number for the matrix.`,
    explain:
      "A matrix has a rule for missing values: reject the row (the default), store NaN, or store a number. Rejecting is safe, but a row then has no prediction.",
    bad: `${header}features:
  share: { formula: income / 100, type: 'number?', range: [0, 1] }
matrix:
  model_input: { dtype: float32, columns: [share] }
`,
    good: `${header}features:
  share: { formula: income / 100, type: 'number?', range: [0, 1] }
matrix:
  model_input: { dtype: float32, missing: nan, columns: [share] }
`,
  }),
  "missing/nan-in-ints": define<{ dtype: string }>({
    severity: "error",
    message: ({ dtype }) => `a matrix of ${dtype} cannot hold NaN`,
    hint: () => "use float32 or float64, or a number for `missing`.",
    explain: "Only the floating-point types have a NaN.",
    bad: `${header}features:
  late: { formula: round(debt), range: [0, 100] }
matrix:
  model_input: { dtype: int32, missing: nan, columns: [late] }
`,
    good: `${header}features:
  late: { formula: round(debt), range: [0, 100] }
matrix:
  model_input: { dtype: int32, missing: -1, columns: [late] }
`,
  }),
};

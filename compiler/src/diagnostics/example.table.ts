import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
`;

export const exampleDiagnostics = {
  "example/fails": define<{ name: string; expected: string; actual: string; steps: string }>({
    severity: "error",
    message: ({ name, expected, actual }) =>
      `the example expects ${name} to be ${expected}, and it is ${actual}`,
    label: ({ steps }) => steps,
    hint: () => "mend the formula or the example: one of the two is wrong.",
    explain:
      "Examples are checked when the spec is compiled and become tests. `given` overrides fields of a valid default row.",
    bad: `${header}features:
  half:
    formula: debt / 2
    range: [0, 50]
    examples:
      - { given: { debt: 10 }, expect: 4 }
`,
    good: `${header}features:
  half:
    formula: debt / 2
    range: [0, 50]
    examples:
      - { given: { debt: 10 }, expect: 5 }
`,
  }),
  "example/rejected": define<{ name: string; why: string }>({
    severity: "error",
    message: ({ name }) => `the contract does not admit the row of this example of ${name}`,
    label: ({ why }) => why,
    hint: () => "mend the row, or write `expect: rejected` if that is what it shows.",
    explain:
      "An example gives a row that the input contract admits, unless it shows that a row is rejected.",
    bad: `${header}features:
  half:
    formula: debt / 2
    range: [0, 50]
    examples:
      - { given: { debt: 1000 }, expect: 500 }
`,
    good: `${header}features:
  half:
    formula: debt / 2
    range: [0, 50]
    examples:
      - { given: { debt: 1000 }, expect: rejected }
`,
  }),
  "example/no-valid-row": define<{ why: string }>({
    severity: "error",
    message: () => "no row was found that this contract admits",
    label: ({ why }) => why,
    hint: () => "check that the constraints do not contradict each other or the ranges.",
    explain:
      "featc builds a valid default row for examples and tests. Where none is found, the constraints most likely contradict each other, and every row would be rejected.",
    bad: `${header}constraints:
  impossible: { formula: debt > 10 and debt < 5, on_violation: reject }
features:
  half: { formula: debt / 2, range: [0, 50] }
`,
    good: `${header}constraints:
  possible: { formula: debt > 10 or debt < 5, on_violation: reject }
features:
  half: { formula: debt / 2, range: [0, 50] }
`,
  }),
};

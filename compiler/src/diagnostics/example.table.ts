import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
`;

function withPayments(given: string): string {
  return `featc: 1
name: example
input:
  customer: id
events:
  payments:
    key: customer
    time: paid_at
    fields:
      customer: id
      paid_at: timestamp
      amount: { type: number, range: [0, 100] }
features:
  paid:
    formula: max(payments.amount within 30d)
    range: [0, 100]
    impute: 0
    examples:
      - { given: { events: ${given} }, expect: 5 }
`;
}

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
  "example/records": define<{ section: "events" | "tables"; wanted: string }>({
    severity: "error",
    message: ({ section, wanted }) => `\`${section}\` of an example is ${wanted}`,
    explain:
      "Fields that are left out have a usual value: the key of the row, a time an hour before the prediction.",
    bad: withPayments("{ payments: { amount: 5 } }"),
    good: withPayments("{ payments: [{ amount: 5 }] }"),
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

/** The spec that `featc init` writes: small, commented, and clean. */
export const starterSpecPath = "specs/loan_default.feat.yaml";

export const starterSpec = `# yaml-language-server: $schema=../node_modules/featc/schema/feat-spec.schema.json
featc: 1
name: loan_default
version: 1.0.0
description: Default risk of a personal-loan applicant.

# One record for each prediction. A question mark: the value may be absent or null.
keys: [applicant_id]
as_of: requested_at
input:
  applicant_id: string
  requested_at: timestamp
  age: { type: int, range: [18, 120] }
  income: { type: number?, range: [0, 10000000], unit: usd/year, description: Gross }
  debt: { type: number, range: [0, 10000000], unit: usd/month, description: Instalments }
  employment:
    type: enum?
    values: [salaried, self_employed, unemployed]

# Named steps that are not features themselves.
let:
  # Units are checked: 12 turns usd/month into usd/year, and no other number does.
  yearly_debt: { formula: debt * 12, unit: usd/year }

# Every feature has a value for every input, or the spec does not compile.
features:
  debt_to_income:
    description: Yearly debt for each unit of yearly income.
    # A division by zero and a missing income are missing: \`impute\` says what the feature is then.
    formula: yearly_debt / income
    range: [0, 5]
    outside: clamp
    impute: 1
    unit: ratio
    # Examples become tests. \`given\` changes fields of a valid default record.
    examples:
      - { given: { debt: 100, income: 2400 }, expect: 0.5 }
      - { given: { debt: 100, income: 0 }, expect: 1 }
  log_income:
    formula: log1p(income ?? 0)
    range: [0, 17]
  is_young: age < 25
  requested_hour: hour(requested_at)
  employment_risk: 'match employment { "salaried" => 0, "self_employed" => 1, "unemployed" => 2, missing => 3 }'

# What goes to the model, in this order.
matrix:
  model_input:
    dtype: float32
    columns:
      - debt_to_income
      - log_income
      - is_young
      - requested_hour
      - one_hot(employment_risk, [0, 1, 2, 3])
`;

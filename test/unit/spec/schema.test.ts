import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as keys from "../../../compiler/src/spec/keys.table.js";
import { matrixDtypes, scalarTypeNames } from "../../../compiler/src/spec/ast.js";
import { readProjectFile } from "../../architecture/project-files.js";
import { found, withFeatures, withField } from "./spec-text.js";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly description?: string;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schemaOf = (name: string): Schema =>
  JSON.parse(readProjectFile(`compiler/schema/${name}.schema.json`)) as Schema;
const schema = schemaOf("feat-spec");
const fitSchema = schemaOf("fit-file");
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const accepts = (text: string): boolean => validate(parse(text, { logLevel: "error" }));

function definition(name: string): Schema {
  const found = schema.definitions?.[name];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

const longForm = (name: string): Schema =>
  definition(name).oneOf?.find((one) => one.properties) ?? definition(name);
const propertiesOf = (one: Schema): readonly string[] => Object.keys(one.properties ?? {}).sort();
const sorted = (words: readonly string[]): readonly string[] => [...words].sort();

describe("the schema has the keys that the parser reads", () => {
  test("of a spec", () => expect(propertiesOf(schema)).toEqual(sorted(keys.specKeys)));

  test.each([
    ["field", keys.fieldKeys],
    ["items", keys.fieldKeys],
    ["let", keys.letKeys],
    ["feature", keys.featureKeys],
    ["policy", keys.policyKeys],
    ["constraint", keys.constraintKeys],
    ["fit", keys.fitKeys],
    ["eventSource", keys.eventsKeys],
    ["table", keys.tableKeys],
    ["recordType", keys.recordTypeKeys],
    ["example", keys.exampleKeys],
    ["matrix", keys.matrixKeys],
    ["model", keys.modelKeys],
    ["tests", keys.testsKeys],
    ["budget", keys.budgetKeys],
  ])("of a %s", (name, expected) => expect(propertiesOf(longForm(name))).toEqual(sorted(expected)));

  test("of an expectation", () => {
    const near = longForm("example").properties?.["expect"]?.oneOf?.find((one) => one.properties);
    expect(propertiesOf(near ?? {})).toEqual(sorted(keys.nearKeys));
  });

  test.each([
    ["field", "outside", keys.outsideRules],
    ["feature", "outside", keys.outsideRules],
    ["constraint", "on_violation", keys.violationRules],
    ["matrix", "dtype", matrixDtypes],
  ])("and the words of %s.%s", (name, key, words) =>
    expect(longForm(name).properties?.[key]?.enum).toEqual(words),
  );

  test("and the words of the spec", () => {
    expect(schema.properties?.["unknown_fields"]?.enum).toEqual(keys.unknownFieldsRules);
    expect(schema.properties?.["math"]?.enum).toEqual(keys.mathModes);
    const type = new RegExp(definition("type").pattern ?? "");
    expect(scalarTypeNames.filter((name) => !type.test(name) || !type.test(`${name}?`))).toEqual(
      [],
    );
  });
});

test("the schema of fit files has the keys that their parser reads", () => {
  const { data } = fitSchema.properties ?? {};
  expect(propertiesOf(fitSchema)).toEqual(sorted(keys.fitFileKeys));
  expect(propertiesOf(data ?? {})).toEqual(sorted(keys.fitDataKeys));
  expect(propertiesOf(fitSchema.definitions?.["fitted"] ?? {})).toEqual(sorted(keys.fittedKeys));
});

test("the fit file of an example is accepted by its schema", () => {
  const validateFit = new Ajv({ strict: true, allowUnionTypes: true }).compile(fitSchema);
  const text = readProjectFile("specs/penguins.fit.yaml");
  validateFit(parse(text));
  expect(validateFit.errors).toBeNull();
  expect(validateFit(parse(text.replace("rows:", "row:")))).toBe(false);
  expect(validateFit(parse(text.replace("value: 4050", "value: null")))).toBe(false);
});

test("every map of fixed keys is closed and every key is described", () => {
  const problems: string[] = [];
  // Under `properties` stand keys of a spec, one of which may be called like a keyword of JSON Schema.
  const visit = (node: unknown, place: string, isKeys = false): void => {
    if (typeof node !== "object" || node === null) return;
    const one = node as Schema;
    if (!isKeys && one.properties !== undefined) {
      if (one.additionalProperties !== false) problems.push(`${place} is open`);
      for (const [key, property] of Object.entries(one.properties)) {
        const described =
          property.description ?? (JSON.stringify(property).includes("$ref") ? "" : undefined);
        if (described === undefined) problems.push(`${place}.${key} has no description`);
      }
    }
    for (const [key, value] of Object.entries(node)) {
      visit(value, `${place}/${key}`, !isKeys && key === "properties");
    }
  };
  visit(schema, "");
  visit(fitSchema, "fit");
  expect(problems).toEqual([]);
});

const loan = `featc: 1
name: loan_default
version: 1.0.0
as_of: requested_at
keys: [applicant_id]
unknown_fields: reject
imports: [./common.feat.yaml]
enums:
  employment: [salaried, retired]
input:
  applicant_id: string
  requested_at: timestamp
  age: { type: int, range: [18, 120] }
  income: { type: number?, range: [0, 1e7], unit: usd, description: 'Gross, per year' }
  share: { type: number, range: "(0, 1]", outside: clamp, missing_values: ["", -999] }
  employment: { type: enum, values: employment, invalid: missing }
  day: { type: date, range: [2020-01-01, null], from: [dd.MM.yy], pivot: 30 }
  home: { type: record, fields: { city: string } }
  prices: { type: list<number>, items: { range: [0, 9] } }
constraints:
  plausible: { formula: income is present or age > 20, on_violation: warn }
  adult: age >= 18
maps:
  base_rate: { salaried: 0.04, retired: 0.09 }
functions:
  ratio(a, b): if b > 0 then a / b else missing
fit:
  share_mean: mean(share)
  cities: { formula: "vocabulary(home.city, top: 5)", description: The commonest }
let:
  yearly: share * 12
features:
  debt_to_income:
    formula: ratio(yearly, income)
    range: [0, 5]
    outside: clamp
    impute: 1
    indicator: true
    examples:
      - { given: { income: 2400 }, expect: 0.5 }
      - { expect: { near: 0.333, within: 1e-9 } }
  five: 5
matrix:
  model_input: { dtype: float32, missing: nan, columns: [debt_to_income, five] }
model: { file: loan.onnx, input: model_input, outputs: { probability: { type: number, range: [0, 1] } } }
policy:
  decision: if age < 21 then "decline" else "approve"
tests: { mutation_score: 0.95, properties: true }
budget: { row: 20us, memory: 2.5 MB }
`;

test("a spec with every section is accepted by both", () => {
  accepts(loan);
  expect(validate.errors).toBeNull();
  expect(found(loan)).toEqual([]);
});

test.each([
  loan.replace("featc: 1", "featc: 2"),
  loan.replace("name: loan_default", "name: Loan"),
  loan.replace("version: 1.0.0", "version: 1.0"),
  loan.replace("unknown_fields: reject", "unknown_fields: drop"),
  loan.replace("features:", "feature:"),
  withField("float"),
  withField("{ rnage: [0, 1], type: number }"),
  withField("{ type: number, range: [0] }"),
  withField("{ type: number, range: '0, 1' }"),
  withField("{ type: number, outside: clamp }"),
  withField("{ type: number, range: [0, 1], outside: clip }"),
  withField("{ range: [0, 1] }"),
  withField("{ type: enum, values: [] }"),
  withField("{ type: enum, values: [a, a] }"),
  withField("{ type: enum, values: [1] }"),
  withField("{ type: record, fields: { Bad: int } }"),
  withField("{ type: date, pivot: 1900 }"),
  withFeatures("  Bad: 1\n"),
  withFeatures("  a: { range: [0, 1] }\n"),
  withFeatures("  a: [1]\n"),
  withFeatures("  a: { formula: 1, examples: [{ given: {} }] }\n"),
  withFeatures("  a: { formula: 1, indicator: 1 }\n"),
  `${withFeatures("  a: 1\n")}functions: { twice: a }\n`,
  `${withFeatures("  a: 1\n")}matrix: { m: { columns: [a] } }\n`,
  `${withFeatures("  a: 1\n")}policy: { p: { formula: 1, indicator: true } }\n`,
  `${withFeatures("  a: 1\n")}tests: { mutation_score: 95 }\n`,
  `${withFeatures("  a: 1\n")}tests: { mutation_score: 0 }\n`,
  `${withFeatures("  a: 1\n")}tests: { properties: 1 }\n`,
  `${withFeatures("  a: 1\n")}tests: { coverage: 1 }\n`,
  `${withFeatures("  a: 1\n")}budget: { row: 20 }\n`,
  `${withFeatures("  a: 1\n")}budget: { row: 20MB }\n`,
  `${withFeatures("  a: 1\n")}budget: { memory: 2 megabytes }\n`,
  `${withFeatures("  a: 1\n")}budget: { column: 1us }\n`,
  `${withFeatures("  a: 1\n")}fit: { m: { statistic: median(debt) } }\n`,
  `${withFeatures("  a: 1\n")}fit: { Median: median(debt) }\n`,
])("both refuse %#", (text) => {
  expect(accepts(text)).toBe(false);
  expect(found(text)).not.toEqual([]);
});

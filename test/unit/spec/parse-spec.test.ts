import { describe, expect, test } from "vitest";
import { found, slice, specOf, withFeatures, withField } from "./spec-text.js";

const loan = `featc: 1                        # language version, required
name: loan_default
version: 1.0.0
description: Default risk of a personal-loan applicant.
owner: risk
as_of: requested_at
keys: [applicant_id]
labels: [defaulted]
unknown_fields: ignore
math: native
imports: [./common.feat.yaml]
enums:
  employment: [salaried, self_employed, unemployed]
input:
  applicant_id: string
  requested_at: timestamp
  age: { type: int, range: [18, 120] }
  income: { type: number?, range: [null, 1e7], unit: usd, description: 'Gross, per year' }
  share:
    type: number
    range: "(0, 0.5]"
    outside: clamp
    missing_values: ["", "NA", -999]
    tags: [money, ratio]
    deprecated: use income
    pii: true
  employment: { type: enum, values: employment, invalid: missing }
  kind: { type: enum, values: [a, b], invalid: a }
  day: { type: date, range: [2020-01-01, 2021-01-01], from: [dd.MM.yy, text], pivot: 30 }
  zip: { type: string, pattern: '^\\d{5}$', length: [5, 5], name: "Zip Code" }
  home: { type: record, fields: { city: string, floors: list<int?>? } }
  prices: { type: list<number>, length: [0, 10], items: { range: [0, 9] } }
  defaulted: bool?
constraints:
  plausible: { formula: income is present or age > 20, on_violation: warn, description: why }
  adult: age >= 18
maps:
  base_rate: { salaried: 0.04, other: 0.09 }
functions:
  ratio(a, b): if b > 0 then a / b else missing
let:
  yearly: share * 12
features:
  debt_to_income:
    formula: ratio(yearly, income)
    type: number?
    range: [0, 5]
    outside: clamp
    impute: 1
    indicator: true
    unit: ratio
    examples:
      - { given: { income: 2400 }, expect: 0.5 }
      - { given: { income: null }, expect: missing }
      - { expect: rejected }
      - { expect: { near: 0.333, within: 1e-9 } }
      - { expect: "missing" }
  five: 5
matrix:
  model_input:
    dtype: float32
    missing: nan
    columns:
      - debt_to_income
      - one_hot(five, [0, 1])
model: { file: loan.onnx, input: model_input, outputs: { probability: { type: number, range: [0, 1] } } }
policy:
  decision: if age < 21 then "decline" else "approve"
`;

describe("a spec with every section", () => {
  const spec = specOf(loan);
  const field = (name: string) => spec.input.find((one) => one.name.value === name);

  test("has nothing to report", () => expect(found(loan)).toEqual([]));

  test("sections", () => {
    expect({
      name: spec.name.value,
      version: spec.version?.value,
      description: spec.description?.value,
      owner: spec.owner?.value,
      asOf: spec.asOf?.value,
      keys: spec.keys.map((key) => key.value),
      labels: spec.labels.map((label) => label.value),
      unknownFields: spec.unknownFields,
      math: spec.math,
      imports: spec.imports.map((path) => path.value),
      enums: spec.enums.map((one) => [one.name.value, one.values.map((value) => value.value)]),
      input: spec.input.map((one) => one.name.value),
      lets: spec.lets.map((one) => one.name.value),
      features: spec.features.map((one) => one.name.value),
      policy: spec.policy.map((one) => one.name.value),
    }).toEqual({
      name: "loan_default",
      version: "1.0.0",
      description: "Default risk of a personal-loan applicant.",
      owner: "risk",
      asOf: "requested_at",
      keys: ["applicant_id"],
      labels: ["defaulted"],
      unknownFields: "ignore",
      math: "native",
      imports: ["./common.feat.yaml"],
      enums: [["employment", ["salaried", "self_employed", "unemployed"]]],
      input:
        "applicant_id requested_at age income share employment kind day zip home prices defaulted".split(
          " ",
        ),
      lets: ["yearly"],
      features: ["debt_to_income", "five"],
      policy: ["decision"],
    });
  });

  test("the short form of a field is its type", () => {
    const one = field("defaulted");
    expect([one?.type.kind, one?.type.optional, slice(one!.type.span), slice(one!.span)]).toEqual([
      "bool",
      true,
      "bool?",
      "defaulted: bool?",
    ]);
  });

  test("ranges", () => {
    const { low, high, lowOpen, highOpen, span } = field("share")!.range!;
    expect([low?.value, high?.value, lowOpen, highOpen, slice(span)]).toEqual([
      0,
      0.5,
      true,
      false,
      "(0, 0.5]",
    ]);
    expect([slice(low!.span), slice(high!.span)]).toEqual(["0", "0.5"]);
    expect(field("income")?.range?.low).toBeNull();
    expect(field("income")?.range?.high?.value).toBe(10_000_000);
    expect(field("day")?.range?.low?.value).toBe("2020-01-01");
  });

  test("the other keys of a field", () => {
    const share = field("share")!;
    expect(share.missingValues.map((data) => data.kind === "scalar" && data.value)).toEqual([
      "",
      "NA",
      -999,
    ]);
    expect(share.tags.map((tag) => tag.value)).toEqual(["money", "ratio"]);
    expect([share.outside?.value, share.deprecated?.value, share.pii]).toEqual([
      "clamp",
      "use income",
      true,
    ]);
    expect(field("employment")?.values).toMatchObject({ value: "employment" });
    expect(field("employment")?.invalid?.value).toBe("missing");
    expect(field("kind")?.values).toMatchObject([{ value: "a" }, { value: "b" }]);
    expect(field("kind")?.invalid?.value).toEqual({ value: "a" });
    expect(field("day")?.from.map((from) => from.value)).toEqual(["dd.MM.yy", "text"]);
    expect(field("day")?.pivot?.value).toBe(30);
    expect(field("zip")?.pattern?.text).toBe("^\\d{5}$");
    expect(slice(field("zip")!.pattern!.at(1, 3))).toBe("\\d");
    expect(field("zip")?.producerName?.value).toBe("Zip Code");
  });

  test("records and lists", () => {
    const [city, floors] = field("home")!.fields!;
    expect(city?.type.kind).toBe("string");
    expect(floors?.type).toMatchObject({
      kind: "list",
      optional: true,
      element: { kind: "int", optional: true },
    });
    expect(slice(floors!.type.span)).toBe("list<int?>?");
    const { items } = field("prices")!;
    expect([items?.name.value, items?.type.kind, items?.range?.high?.value]).toEqual([
      "items",
      "number",
      9,
    ]);
  });

  test("constraints, maps and functions", () => {
    expect(
      spec.constraints.map((one) => [one.name.value, one.onViolation, one.formula.text]),
    ).toEqual([
      ["plausible", "warn", "income is present or age > 20"],
      ["adult", "reject", "age >= 18"],
    ]);
    expect(
      spec.maps[0]?.entries.map(({ key, value }) => [
        key.value,
        value.kind === "scalar" && value.value,
      ]),
    ).toEqual([
      ["salaried", 0.04],
      ["other", 0.09],
    ]);
    const [ratio] = spec.functions;
    expect([ratio?.name, ...ratio!.params].map((name) => [name!.value, slice(name!.span)])).toEqual(
      [
        ["ratio", "ratio"],
        ["a", "a"],
        ["b", "b"],
      ],
    );
    expect(ratio?.body.text).toBe("if b > 0 then a / b else missing");
    expect(slice(ratio!.params[1]!.span)).toBe("b");
    expect(ratio!.params[1]!.span.start).toBe(loan.indexOf("b):"));
  });

  test("steps", () => {
    const [long, short] = spec.features;
    expect(long).toMatchObject({
      formula: { text: "ratio(yearly, income)" },
      type: { kind: "number", optional: true },
      outside: { value: "clamp" },
      impute: { text: "1" },
      indicator: true,
      unit: { text: "ratio" },
    });
    expect(slice(long!.formula.span)).toBe("ratio(yearly, income)");
    expect(long!.span.start).toBe(loan.indexOf("debt_to_income:\n"));
    expect([short?.formula.text, short?.indicator, short?.examples]).toEqual(["5", false, []]);
  });

  test("examples", () => {
    expect(spec.features[0]?.examples.map((example) => example.expect.value)).toMatchObject([
      { kind: "value", value: { value: 0.5, text: "0.5" } },
      { kind: "missing" },
      { kind: "rejected" },
      { kind: "near", near: 0.333, within: 1e-9 },
      { kind: "value", value: { value: "missing" } },
    ]);
    expect(spec.features[0]?.examples[1]?.given).toMatchObject([
      { name: { value: "income" }, value: { kind: "scalar", value: null } },
    ]);
  });

  test("matrix and model", () => {
    expect(spec.matrices).toMatchObject([
      {
        name: { value: "model_input" },
        dtype: "float32",
        missing: { value: "nan" },
        columns: [{ text: "debt_to_income" }, { text: "one_hot(five, [0, 1])" }],
      },
    ]);
    expect(spec.model).toMatchObject({
      file: { value: "loan.onnx" },
      input: { value: "model_input" },
      outputs: [{ name: { value: "probability" }, range: { low: { value: 0 } } }],
    });
  });
});

test.each([
  ["1e7", 10_000_000],
  ["1.10", 1.1],
  ["+5", 5],
  ["-.5", -0.5],
])("the number %s", (text, value) => {
  const { range } = specOf(withField(`{ type: number, range: [${text}, null] }`)).input[0]!;
  expect(range?.low?.value).toBe(value);
});

test("a text bound of a date stays text, a number with _ is not one", () => {
  const { range } = specOf(withField("{ type: int, range: [1_000, 2] }")).input[0]!;
  expect(range?.low?.value).toBe("1_000");
});

test("what cannot be read is poison that was reported", () => {
  const { features, input } = specOf(withFeatures("  a:\n  b: 1\n").replace("number", "nmber"));
  expect(features.map((step) => step.formula.reported ?? false)).toEqual([true, false]);
  expect(input[0]?.type.kind).toBe("invalid");
});

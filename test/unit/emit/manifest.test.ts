import { createHash } from "node:crypto";
import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../compiler/src/emit/fingerprint.js";
import { emitManifest } from "../../../compiler/src/emit/manifest.js";
import { build } from "../../../compiler/src/ir/build.js";
import type { Facts } from "../../../compiler/src/ir/facts.js";
import type { Matrix, Step } from "../../../compiler/src/ir/program.js";
import { boolType, numberType } from "../../../compiler/src/types/type.js";
import { bounds, nowhere, program, vagueFacts } from "../../support/program.js";

const step: Step = {
  name: "debt_to_income",
  role: "feature",
  type: numberType,
  optional: false,
  formula: build.missing(nowhere),
  text: "debt / income",
  range: bounds(0, 5),
  outside: { value: "clamp", span: nowhere },
  impute: null,
  imputeText: "1",
  indicatorOf: null,
  examples: [],
  tags: [],
  unit: { value: "ratio", span: nowhere },
  nameSpan: nowhere,
  span: nowhere,
};
const indicator: Step = {
  ...step,
  name: "debt_to_income_missing",
  role: "indicator",
  type: boolType,
  indicatorOf: "debt_to_income",
};

const matrix: Matrix = {
  name: "model_input",
  dtype: "float32",
  missing: "reject",
  columns: ["debt_to_income", "age"].map((name) => ({
    formula: build.featureRef(name, numberType, nowhere),
    text: name,
    feature: name,
    cells: [name],
    span: nowhere,
  })),
  span: nowhere,
};

const example = program({
  version: "1.2.0",
  steps: [step, indicator],
  features: ["debt_to_income", "debt_to_income_missing"],
  matrices: [matrix],
});
const fact = vagueFacts.of(step.formula);
const facts: Facts = {
  ...vagueFacts,
  step: () => ({
    formula: fact,
    mayBeOutside: true,
    mayBeImputed: true,
    final: { ...fact, missing: false },
  }),
};
const files = [
  { path: "input.ts", text: "b" },
  { path: "features.ts", text: "a" },
];

describe("manifest.json", () => {
  const { text } = emitManifest(example, facts, files, "0.1.0");
  const manifest = JSON.parse(text) as Record<string, unknown>;

  it("says what was made from what", () => {
    const sha256 = (data: string): string => createHash("sha256").update(data).digest("hex");
    expect(manifest).toMatchObject({
      featc: 1,
      compiler: "0.1.0",
      spec: { path: "specs/example.feat.yaml", name: "example", sha256: "0".repeat(64) },
      version: "1.2.0",
      math: "strict",
      files: [
        { path: "features.ts", sha256: sha256("a") },
        { path: "input.ts", sha256: sha256("b") },
      ],
    });
  });

  it("lists features and matrices", () => {
    expect(manifest["features"]).toEqual([
      {
        name: "debt_to_income",
        type: "number",
        optional: false,
        range: "[0, 5]",
        outside: "clamp",
        impute: "1",
        unit: "ratio",
        description: null,
        formula: "debt / income",
      },
      expect.objectContaining({ type: "bool", indicatorOf: "debt_to_income" }),
    ]);
    expect(manifest["matrices"]).toMatchObject([
      { name: "model_input", dtype: "float32", fingerprint: fingerprintOf(example, matrix) },
    ]);
  });

  it("is the same whatever the order of the files, in prettier's form", async () => {
    expect(emitManifest(example, facts, [...files].reverse(), "0.1.0").text).toBe(text);
    expect(await prettier.format(text, { parser: "json" })).toBe(text);
  });
});

describe("fingerprintOf", () => {
  const base = fingerprintOf(example, matrix);

  it("is short and stable", () => {
    expect(base).toMatch(/^fc1-[0-9a-f]{16}$/);
    expect(fingerprintOf({ ...example, path: "elsewhere.feat.yaml" }, { ...matrix })).toBe(base);
  });

  it("changes with everything that changes the matrix", () => {
    const [first, second] = matrix.columns;
    if (first === undefined || second === undefined) throw new Error("two columns");
    const others = [
      fingerprintOf({ ...example, specHash: "1".repeat(64) }, matrix),
      fingerprintOf(example, { ...matrix, dtype: "float64" }),
      fingerprintOf(example, { ...matrix, missing: "nan" }),
      fingerprintOf(example, { ...matrix, missing: 0 }),
      fingerprintOf(example, { ...matrix, columns: [second, first] }),
      fingerprintOf(example, { ...matrix, columns: [first] }),
      fingerprintOf(example, {
        ...matrix,
        columns: [first, { ...second, text: "bucketize(age, [1])" }],
      }),
      fingerprintOf(example, { ...matrix, columns: [first, { ...second, cells: ["a", "b"] }] }),
    ];
    expect(new Set([base, ...others]).size).toBe(others.length + 1);
  });
});

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compile, createCaches } from "../../../compiler/src/compile.js";
import type { Host } from "../../../compiler/src/base/host.js";
import { manyFeatures } from "../../bench/many-features.js";

const library = readFileSync(
  new URL("../../../specs/library/common.feat.yaml", import.meta.url),
  "utf8",
);
const loan = readFileSync(
  new URL("../../../specs/loan_default.feat.yaml", import.meta.url),
  "utf8",
);

function hostOf(text: string, common = library): Host {
  return { readFile: (path) => (path.endsWith("common.feat.yaml") ? common : text) };
}

/** Each edit is made to what the one before it left. */
const edits: readonly (readonly [what: string, from: string, to: string])[] = [
  ["nothing", "featc: 1", "featc: 1"],
  ["a formula", "formula: debt / credit_limit", "formula: debt / (credit_limit + 1)"],
  ["a formula that others read", "monthly_debt: debt / 12", "monthly_debt: debt / 24"],
  ["a range of a feature", "range: [0, 10]", "range: [0, 9]"],
  ["an imputation", "impute: 0.1", "impute: 0.2"],
  [
    "a range of a field",
    "debt: { type: number, range: [0, 1e7]",
    "debt: { type: number, range: [1, 1e7]",
  ],
  ["a description of a field", "Sum of all open loans", "Everything that is owed"],
  ["a description of a feature", "Open debt per unit of income.", "How much is owed."],
  [
    "personal data",
    "unit: usd, description: Everything",
    "unit: usd, pii: true, description: Everything",
  ],
  ["a constraint", "debt <= 1e6 or income", "debt <= 2e6 or income"],
  ["a map", "self_employed: 0.09", "self_employed: 0.08"],
  [
    "an example",
    "{ debt: 100, income: 200 }, expect: 0.5",
    "{ debt: 100, income: 400 }, expect: 0.25",
  ],
  ["a column", "      - utilisation\n", ""],
  ["the dtype", "dtype: float32", "dtype: float64"],
  ["a policy", "probability >= 0.8", "probability >= 0.9"],
  ["the place of everything", "# Synthetic", "# One more line\n# Synthetic"],
];

it(
  "never shows in what is generated, whatever was compiled before",
  { timeout: 60_000 },
  async () => {
    const caches = createCaches();
    let text = loan;
    for (const [what, from, to] of edits) {
      expect(text, what).toContain(from);
      text = text.replace(from, to);
      const cached = await compile("specs/loan_default.feat.yaml", hostOf(text), caches);
      const fresh = await compile("specs/loan_default.feat.yaml", hostOf(text));
      expect(
        fresh.diagnostics.filter(({ severity }) => severity === "error"),
        what,
      ).toEqual([]);
      expect(cached.files, what).toEqual(fresh.files);
    }
    const other = library.replace("part / whole", "part / whole / 2");
    const cached = await compile("specs/loan_default.feat.yaml", hostOf(text, other), caches);
    const fresh = await compile("specs/loan_default.feat.yaml", hostOf(text, other));
    expect(cached.files, "a function of a library").toEqual(fresh.files);
  },
);

it("never shows in a module of several functions", { timeout: 60_000 }, async () => {
  const caches = createCaches();
  let text = manyFeatures(200);
  for (const [from, to] of [
    ["x70: { formula: f10 / (f15 ?? 0) + 71)", "x70: { formula: f10 / (f15 ?? 0) + 71)"],
    ["  x5: ", "  y5: "],
    ["      - x5\n", "      - y5\n"],
    ["  x150: ", "  x150: { formula: y5 + x149, range: [-1e9, 1e9] }\n  z150: "],
    ["      - x9\n", "      - z150\n"],
  ] as const) {
    text = text.replace(from, to);
    const cached = await compile("many.feat.yaml", hostOf(text), caches);
    const fresh = await compile("many.feat.yaml", hostOf(text));
    expect(cached.diagnostics.map(({ message }) => message)).toEqual(
      fresh.diagnostics.map(({ message }) => message),
    );
    expect(cached.files, to).toEqual(fresh.files);
  }
});

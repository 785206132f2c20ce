import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import { ancestorsOf, layersOf, lineageOf } from "../../../compiler/src/report/lineage.js";

const spec = `featc: 1
name: example
input:
  customer: id
  at: timestamp
  debt: { type: number, range: [0, 100] }
  income: { type: number, range: [0, 100] }
as_of: at
events:
  payments: { key: customer, time: paid_at, fields: { customer: id, paid_at: timestamp } }
tables:
  bureau: { key: customer, fields: { customer: id, score: int? } }
let:
  ratio: { formula: debt / (income + 1), range: [0, 100] }
features:
  doubled: { formula: ratio * 2, range: [0, 200] }
  known: { formula: bureau.score ?? 0, type: int }
  paid: { formula: count(payments within 7d) }
  risky: { formula: "doubled > 1 or paid > 3" }
  imputed: { formula: debt / income, range: [0, 9], outside: clamp, impute: 0, indicator: true }
matrix:
  m: { dtype: float64, columns: [doubled, imputed_missing] }
`;

const { program, diagnostics } = check("example.feat.yaml", { readFile: () => spec });
if (program === undefined) throw new Error("no program");
const lineage = lineageOf(program);

describe("who reads whom", () => {
  it("is told of a spec without mistakes", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each([
    ["let ratio", ["field debt", "field income"]],
    ["feature doubled", ["let ratio"]],
    ["feature known", ["table bureau"]],
    ["feature paid", ["events payments", "moment as_of"]],
    ["feature risky", ["feature doubled", "feature paid"]],
    ["indicator imputed_missing", ["feature imputed"]],
    ["matrix m", ["feature doubled", "indicator imputed_missing"]],
  ])("%s reads %j", (key, reads) => {
    expect([...(lineage.reads.get(key) ?? [])].sort()).toEqual(reads);
  });

  it("is the same seen from the other end", () => {
    expect(lineage.readBy.get("feature doubled")).toEqual(["feature risky", "matrix m"]);
    expect(lineage.readBy.get("field debt")).toEqual(["let ratio", "feature imputed"]);
  });

  it("stands in layers, sources first", () => {
    const keys = ancestorsOf("feature risky", lineage);
    expect(layersOf(keys, lineage).map((layer) => [...layer].sort())).toEqual([
      ["events payments", "field debt", "field income", "moment as_of"],
      ["feature paid", "let ratio"],
      ["feature doubled"],
      ["feature risky"],
    ]);
  });
});

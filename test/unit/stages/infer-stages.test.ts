import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import { inferStages } from "../../../compiler/src/stages/infer-stages.js";
import type { StepStage } from "../../../compiler/src/stages/infer-stages.js";
import { memoryHost } from "../../support/memory-host.js";
import { repositoryHost } from "../../support/spec-files.js";

const head = `featc: 1
name: s
as_of: at
input:
  card: id
  shop: id
  at: timestamp
  amount: { type: number, range: [0, 100] }
events:
  history:
    key: card
    time: time
    retention: 30d
    max_count: 100
    fields: { card: id, time: timestamp, amount: { type: number, range: [0, 100] } }
tables:
  shops:
    key: shop
    fields: { shop: id, opened: date, risk: { type: number?, range: [0, 1] } }
`;

function stagesOf(steps: string): ReadonlyMap<string, StepStage> {
  const { program, diagnostics } = check(
    "s.feat.yaml",
    memoryHost({ "s.feat.yaml": head + steps }),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  if (program === undefined) throw new Error("the spec could not be read");
  return new Map(inferStages(program).map((one) => [one.step, one]));
}

describe("inferStages", () => {
  it("tells history, request and both apart", () => {
    const stages = stagesOf(`features:
  seen: count(history within 7d)
  large: amount > 50
  above: amount > (mean(history.amount) ?? 0)
`);
    expect([...stages.values()].map(({ step, stage, fields }) => [step, stage, fields])).toEqual([
      ["seen", "batch", []],
      ["large", "request", ["amount"]],
      ["above", "mixed", ["amount"]],
    ]);
  });

  it("follows lets, conditions on events and what replaces a missing value", () => {
    const stages = stagesOf(`let:
  usual: mean(history.amount)
features:
  of_let: (usual ?? 0) * 2
  of_where: count(history where history.amount > amount)
  of_impute: { formula: usual, impute: amount, indicator: true }
`);
    expect(stages.get("usual")?.stage).toBe("batch");
    expect(stages.get("of_let")).toMatchObject({ stage: "batch", sources: ["history"] });
    expect(stages.get("of_where")).toMatchObject({ stage: "mixed", fields: ["amount"] });
    expect(stages.get("of_impute")?.stage).toBe("mixed");
    expect(stages.get("of_impute_missing")?.stage).toBe("mixed");
  });

  it("takes the moment and the keys of what is read as known to the batch, and no other key", () => {
    const stages = stagesOf(`features:
  age: { formula: "days_between(shops.opened, date(at))", impute: 0 }
  hour: hour(at)
  both: { formula: (shops.risk ?? 0) * count(history) }
  own_shop: count(history where shop == "a")
  known_shop: { formula: "(shops.risk ?? 0) + (if shop == \\"a\\" then 1 else 0)" }
`);
    expect(stages.get("age")).toMatchObject({ stage: "batch", entity: ["shop"] });
    expect(stages.get("hour")).toMatchObject({ stage: "request", sources: [], fields: [] });
    expect(stages.get("both")).toMatchObject({ stage: "batch" });
    expect(new Set(stages.get("both")?.entity)).toEqual(new Set(["shop", "card"]));
    expect(stages.get("own_shop")).toMatchObject({ stage: "mixed", fields: ["shop"] });
    expect(stages.get("known_shop")).toMatchObject({ stage: "batch", entity: ["shop"] });
  });

  it("finds those of the card fraud example", () => {
    const { program } = check("specs/card_fraud.feat.yaml", repositoryHost);
    if (program === undefined) throw new Error("the spec could not be read");
    const mixed = inferStages(program).filter(({ stage }) => stage === "mixed");
    expect(mixed.map(({ step }) => step)).toEqual([
      "abroad_7d",
      "knows_merchant",
      "amount_to_usual",
      "amount_to_usual_missing",
      "amount_z",
      "last_country_differs",
      "share_of_limit",
      "is_home",
    ]);
  });
});

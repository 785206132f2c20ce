import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import { evaluateProgram, momentOf } from "../../../compiler/src/interpret/evaluate-program.js";
import { readInput } from "../../../compiler/src/interpret/read-input.js";
import { splitProgram } from "../../../compiler/src/stages/split-program.js";
import type { SplitProgram } from "../../../compiler/src/stages/split-program.js";
import { dataOf, sourcesOf } from "../../parity/related-data.js";
import { rowsOfSpec } from "../../parity/spec-rows.js";
import { repositoryHost } from "../../support/spec-files.js";

function read(path: string) {
  const { program, facts } = check(path, repositoryHost);
  if (program === undefined || facts === undefined) throw new Error(`${path} could not be read`);
  return { program, split: splitProgram(program, facts) };
}

function splitOf(path: string): SplitProgram {
  const { split } = read(path);
  if (split === undefined) throw new Error(`${path} has nothing to store`);
  return split;
}

describe("splitProgram", () => {
  it("stores batch features, and the largest parts of mixed ones", () => {
    const { batch, remainder, field } = splitOf("specs/card_fraud.feat.yaml");
    expect(field).toBe("stored");
    expect(batch.input.map(({ name }) => name)).toEqual(["card", "bought_at"]);
    const text = new Map(batch.steps.map((step) => [step.name, step.text]));
    expect(text.get("purchases_1h")).toBe("count(history within 1h)");
    expect(text.get("last_country_differs_part")).toBe("last(history.country)");
    expect(text.get("share_of_limit_part")).toBe("cards.limit");
    expect(text.get("is_home_part")).toBe("cards.home");
    // What compares an event with the request still needs the events.
    expect(remainder.events.map(({ name }) => name)).toEqual(["history"]);
    expect(remainder.tables).toEqual([]);
  });

  it("has nothing to do without history", () => {
    expect(read("specs/penguins.feat.yaml").split).toBeUndefined();
  });

  it.each(["specs/card_fraud.feat.yaml", "specs/kitchen-sink.feat.yaml"])(
    "computes of %s what the whole computes",
    (path) => {
      const { program, split } = read(path);
      if (split === undefined) throw new Error("nothing to store");
      const rows = rowsOfSpec(program, 400, 7);
      const data = dataOf(program, rows, 8);
      let compared = 0;
      for (const { json, asOf } of rows) {
        const parsed = readInput(program, json, asOf);
        if ("issues" in parsed) continue;
        const { sources, issues } = sourcesOf(program, data, parsed.input);
        if (issues.length > 0) continue;
        const moment = momentOf(program, parsed.input, asOf);
        const whole = evaluateProgram(program, parsed.input, moment, sources);
        const batch = evaluateProgram(split.batch, parsed.input, moment, sources);
        if (whole.rejected !== null) continue;
        expect(batch.rejected).toBeNull();
        const stored = Object.fromEntries(
          split.batch.features.map((name) => [name, batch.steps.get(name) ?? null]),
        );
        const rest = { ...parsed.input, [split.field]: stored };
        const result = evaluateProgram(split.remainder, rest, moment, sources);
        expect(result.rejected).toBeNull();
        for (const name of program.features) {
          expect([name, result.steps.get(name)]).toEqual([name, whole.steps.get(name)]);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(1000);
    },
  );
});

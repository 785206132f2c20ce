import { describe, expect, it } from "vitest";
import { measureSpec, specNames, unexplained } from "./measure-specs.js";
import { survivors } from "./survivors.table.js";

describe("the generated tests of a spec in this repository", () => {
  it.each(specNames)("of %s notice 97 of 100 mistakes, and the rest is explained", async (spec) => {
    const measured = await measureSpec(spec);
    expect(measured.mutants.length).toBeGreaterThan(100);
    const { found, explained } = unexplained(measured);
    expect([...found].sort()).toEqual([...explained].sort());
    expect(measured.score).toBeGreaterThanOrEqual(0.97);
  });

  it("have reasons for specs that are there", () => {
    const unknown = survivors.filter(({ spec }) => !specNames.includes(spec));
    expect(unknown).toEqual([]);
  });
});

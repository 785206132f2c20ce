import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/src/compile.js";
import { renderDiagnostics } from "../../compiler/src/diagnostics/render-text.js";
import { existsInProject } from "../architecture/project-files.js";
import { expectGolden, expectNoOrphans, readSample, samplesIn } from "../support/goldens.js";
import { memoryHost } from "../support/memory-host.js";

/** Its version differs from one Node to the next; the tables of settled zones do not. */
const anyTzdata = (text: string): string => text.replace(/"tzdata": "\w+"/, '"tzdata": "any"');

/** Samples whose SQL is kept too; what it computes is compared in test/parity. */
const withSql: ReadonlySet<string> = new Set(["sensor", "shop"]);

describe("specs that compile", () => {
  it.each(samplesIn("specs"))("%s emits its golden files", async (name) => {
    const input = `specs/${name}/input.feat.yaml`;
    const path = `${name}.feat.yaml`;
    const fit = `specs/${name}/input.fit.yaml`;
    const fitted = existsInProject(`test/samples/${fit}`);
    const host = memoryHost({
      [path]: readSample(input),
      ...(fitted ? { [`${name}.fit.yaml`]: readSample(fit) } : {}),
    });
    const { files: emitted, diagnostics } = await compile(path, host);
    const files = emitted.filter((file) => file.path !== "duckdb.sql" || withSql.has(name));
    expect(renderDiagnostics(diagnostics, { colour: false })).toBe("");
    expect(files.length).toBeGreaterThan(0);
    const goldenOf = (file: string): string => `specs/${name}/emitted/${file}`;
    for (const file of files) expectGolden(goldenOf(file.path), anyTzdata(file.text));
    expectNoOrphans(`specs/${name}`, [
      input,
      ...(fitted ? [fit, `specs/${name}/train.csv`] : []),
      ...files.map((file) => goldenOf(file.path)),
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/src/compile.js";
import { renderDiagnostics } from "../../compiler/src/diagnostics/render-text.js";
import { expectGolden, expectNoOrphans, readSample, samplesIn } from "../support/goldens.js";
import { memoryHost } from "../support/memory-host.js";

/** Its version differs from one Node to the next; the tables of settled zones do not. */
const anyTzdata = (text: string): string => text.replace(/"tzdata": "\w+"/, '"tzdata": "any"');

describe("specs that compile", () => {
  it.each(samplesIn("specs"))("%s emits its golden files", async (name) => {
    const input = `specs/${name}/input.feat.yaml`;
    const path = `${name}.feat.yaml`;
    const { files, diagnostics } = await compile(path, memoryHost({ [path]: readSample(input) }));
    expect(renderDiagnostics(diagnostics, { colour: false })).toBe("");
    expect(files.length).toBeGreaterThan(0);
    const goldenOf = (emitted: string): string => `specs/${name}/emitted/${emitted}`;
    for (const file of files) expectGolden(goldenOf(file.path), anyTzdata(file.text));
    expectNoOrphans(`specs/${name}`, [input, ...files.map((file) => goldenOf(file.path))]);
  });
});

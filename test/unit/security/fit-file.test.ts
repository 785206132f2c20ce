import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../../compiler/src/compile.js";
import { loadGenerated } from "../../support/load-generated.js";
import { memoryHost } from "../../support/memory-host.js";
import { callCli } from "../cli/support/call-cli.js";
import { temporaryFolder, writeFiles } from "../cli/support/temporary-folder.js";
import { payloads } from "./payloads.table.js";
import { commentsOf, syntaxErrors, syntaxShape } from "./syntax-shape.js";
import { quotedForYaml } from "./text-places.js";

const spec = (description: string): string => `featc: 1
name: example
input:
  city: string?
fit:
  cities: { formula: "vocabulary(city, top: 100)", description: ${quotedForYaml(description)} }
  commonest: mode(city)
features:
  place: 'index_in(city ?? fit.commonest, fit.cities)'
  filled: city ?? fit.commonest
`;

interface Generated {
  readonly parseInput: (row: unknown) => object;
  readonly computeFeatures: (input: object) => object;
}

/** Fits the constants from data in which these texts stand, each less often than the one before. */
async function fittedFrom(texts: readonly string[], description: string) {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  const rows = texts.flatMap((city, i) =>
    Array.from({ length: texts.length - i }, (): object => ({ city })),
  );
  writeFiles(cwd, {
    "example.feat.yaml": spec(description),
    "train.jsonl": rows.map((row) => JSON.stringify(row)).join("\n"),
  });
  const fit = ["fit", "example.feat.yaml", "--data", "train.jsonl"];
  const { code, stdout, stderr } = await callCli(fit, { cwd });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  // eslint-disable-next-line no-control-regex
  expect(/[\0-\x08\x0b-\x1f\x7f-\x9f]/.exec(stdout + stderr)).toBeNull();
  const host = memoryHost({
    "example.feat.yaml": spec(description),
    "example.fit.yaml": readFileSync(join(cwd, "example.fit.yaml"), "utf8"),
  });
  const compiled = await compile("example.feat.yaml", host);
  expect(compiled.diagnostics).toEqual([]);
  return compiled;
}

describe("texts of training data", () => {
  const texts = Object.values(payloads);

  it("come back from the fit file as they were", async () => {
    const { program } = await fittedFrom(texts, "x");
    const [cities, commonest] = program?.fits ?? [];
    expect(cities?.value).toEqual(texts);
    expect(commonest?.value).toBe(texts[0]);
  });

  it.each(Object.entries(payloads))("%s stays text in generated code", async (_, payload) => {
    const harmless = await fittedFrom(["harmless text", "other"], "harmless text");
    const { files } = await fittedFrom([payload, "other"], payload);
    for (const { path, text } of files.filter((file) => file.path.endsWith(".ts"))) {
      expect(syntaxErrors(path, text), path).toEqual([]);
      const same = harmless.files.find((file) => file.path === path);
      if (path === "features.ts") {
        expect(syntaxShape(path, text)).toEqual(syntaxShape(path, same?.text ?? ""));
      }
      expect(commentsOf(text).filter((comment) => /@ts-|eslint-/.test(comment))).toEqual([]);
    }
    const generated = await loadGenerated<Generated>(files, "index.ts");
    const featuresOf = (row: object): object =>
      generated.computeFeatures(generated.parseInput(row));
    expect(featuresOf({})).toEqual({ place: 0, filled: payload });
    expect(featuresOf({ city: "other" })).toEqual({ place: 1, filled: "other" });
    expect(Object.hasOwn(globalThis, "pwned")).toBe(false);
  });
});

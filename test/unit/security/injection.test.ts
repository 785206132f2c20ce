import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../../compiler/src/compile.js";
import type { EmittedFile } from "../../../compiler/src/emit/text/emitted-file.js";
import { loadGenerated } from "../../support/load-generated.js";
import { memoryHost } from "../../support/memory-host.js";
import { typeErrors } from "../../support/type-errors.js";
import { payloads } from "./payloads.table.js";
import { commentsOf, syntaxErrors, syntaxShape } from "./syntax-shape.js";
import { rowWith, specWith } from "./text-places.js";

interface Generated {
  readonly parseInput: (row: unknown) => object;
  readonly computeFeatures: (input: object, options?: object) => object;
  readonly decide: (row: object) => object;
  readonly modelInput: { readonly encode: (rows: readonly object[]) => { data: Float32Array } };
}

/** What tools obey in a comment, or look for anywhere in a file. */
const obeyedInComments =
  /@ts-|@jsx|@vitest-|@jest-|eslint-|oxlint-|biome-|prettier-ignore|(?:v8|c8|istanbul) ignore|[#@] ?source(?:Mapping)?URL=|\/\/\/\s*<reference/i;
const obeyedAnywhere = /@vitest-environment|@jest-environment|sourceMappingURL=|<\/script|<!--/i;
const unprintable = /[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u{1f600}-\u{1f64f}]/u;

async function emit(text: string, path = "example.feat.yaml"): Promise<readonly EmittedFile[]> {
  const { files, diagnostics } = await compile(path, memoryHost({ [path]: text }));
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return files;
}

const typeScript = (files: readonly EmittedFile[]): readonly EmittedFile[] =>
  files.filter(({ path }) => path.endsWith(".ts"));

function expectNothingObeyed(files: readonly EmittedFile[]): void {
  for (const { path, text } of files) {
    expect(unprintable.exec(text)?.[0].codePointAt(0), path).toBeUndefined();
  }
  for (const { path, text } of typeScript(files)) {
    expect(obeyedAnywhere.exec(text)?.[0], path).toBeUndefined();
    expect(syntaxErrors(path, text), path).toEqual([]);
    expect(commentsOf(text).filter((comment) => obeyedInComments.test(comment))).toEqual([]);
  }
}

describe("text of a spec in generated code", () => {
  const shapes = new Map<string, ReadonlyMap<string, readonly string[]>>();
  beforeAll(async () => {
    for (const text of ["harmless text", "valueOf"]) {
      const files = typeScript(await emit(specWith(text)));
      shapes.set(
        text,
        new Map(files.map((file) => [file.path, syntaxShape(file.path, file.text)])),
      );
    }
  });

  it.each(Object.entries(payloads))("%s stays text", async (_, payload) => {
    const files = await emit(specWith(payload));
    // Keys that every object inherits are read in another way.
    const shape = shapes.get(payload in Object.prototype ? "valueOf" : "harmless text");
    expect(shape?.size).toBeGreaterThan(4);
    for (const { path, text } of typeScript(files)) {
      expect(syntaxShape(path, text), path).toEqual(shape?.get(path));
    }
    expectNothingObeyed(files);

    const generated = await loadGenerated<Generated>(files, "index.ts");
    const input = generated.parseInput(rowWith(payload));
    const features = generated.computeFeatures(input);
    expect(features).toEqual({
      shown_kind: payload,
      scored: 1,
      labelled: "other",
      matched: 1,
      found: true,
      starts: 3,
    });
    expect(generated.decide({ input, features, outputs: {} })).toEqual({ decision: "no" });
    expect([...generated.modelInput.encode([features]).data]).toEqual([1, 1, 1, 0]);
    expect(Object.hasOwn(globalThis, "pwned")).toBe(false);
  });

  it("is never seen to be wrong by TypeScript", async () => {
    const all = Object.values(payloads).join(" ");
    expect(typeErrors(await emit(specWith(all)))).toEqual([]);
  });
});

describe("the path of a spec in generated code", () => {
  it.each(Object.entries(payloads))("%s stays text", async (_, payload) => {
    const path = `${payload.replaceAll("/", "_")}.feat.yaml`;
    const plain = typeScript(await emit(specWith("harmless text")));
    const files = typeScript(await emit(specWith("harmless text"), path));
    for (const [i, { path: name, text }] of files.entries()) {
      expect(syntaxShape(name, text)).toEqual(syntaxShape(name, plain[i]?.text ?? ""));
    }
    expectNothingObeyed(files);
  });
});

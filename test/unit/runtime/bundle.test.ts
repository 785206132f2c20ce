import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../../../runtime/src/index.ts", import.meta.url));

async function bundled(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    alias: { "@featc/runtime": source },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}

describe("a bundle", () => {
  it("holds what is imported and nothing else", async () => {
    const text = await bundled('import { finite } from "@featc/runtime"; console.log(finite);');
    expect(text.length).toBeLessThan(300);
  });

  it("is empty where nothing is imported", async () => {
    expect(await bundled('import * as runtime from "@featc/runtime";')).toBe("");
  });

  it("needs no built-in module of Node", async () => {
    const text = await bundled('export * from "@featc/runtime";');
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\bprocess\b|\bBuffer\b/);
  });
});

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCli } from "../support/call-cli.js";
import { stubCompiler } from "../support/stub-compiler.js";
import { readFiles, temporaryFolder, writeFiles } from "../support/temporary-folder.js";

const spec = "name: one\nsays: hello\n";

async function buildWith(files: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const cwd = temporaryFolder();
  writeFiles(cwd, { "features/one.feat.yaml": spec, ...files });
  const result = await callCli(["build", ...flags], { cwd, compiler: stubCompiler() });
  return { ...result, files: Object.keys(readFiles(cwd)).sort() };
}

const values = { specs: ["features/*.feat.yaml"], output: "out" };

describe("the configuration", () => {
  it.each([
    ["featc.config.json", JSON.stringify(values)],
    ["featc.config.yaml", "specs: [features/*.feat.yaml]\noutput: out\n"],
    [
      "featc.config.ts",
      `const output: string = "out";\nexport default { specs: ["features/*.feat.yaml"], output };\n`,
    ],
    ["package.json", JSON.stringify({ name: "x", featc: values })],
  ])("is read from %s", async (name, text) => {
    const { code, files } = await buildWith({ [name]: text });
    expect(code).toBe(0);
    expect(files).toContain("out/one/features.ts");
  });

  it("is relative to its own folder", async () => {
    const text = "specs: [../features/*.feat.yaml]\noutput: out\n";
    const { files } = await buildWith({ "conf/my.yaml": text }, "--config", "conf/my.yaml");
    expect(files).toContain("conf/out/one/features.ts");
  });

  it("yields to what stands on the command line", async () => {
    const config = {
      "featc.config.json": JSON.stringify({ specs: ["nothing/*.yaml"], output: "out" }),
    };
    const { code, files } = await buildWith(config, "features/one.feat.yaml", "--out", "other");
    expect(code).toBe(0);
    expect(files).toContain("other/one/features.ts");
  });

  it.each([
    [{ "featc.config.json": '{ "ouput": "x" }' }, "did you mean output?"],
    [{ "featc.config.json": '{ "specs": [1] }' }, "specs must be a list"],
    [{ "featc.config.json": '{ "output": "" }' }, "output must be the path"],
    [{ "featc.config.json": "{" }, "featc.config.json is not JSON"],
    [{ "featc.config.yaml": "specs: [" }, "featc.config.yaml is not YAML"],
    [{ "featc.config.ts": "export default {" }, "featc.config.ts could not be loaded"],
    [{ "featc.config.json": "{}", "featc.config.yaml": "" }, "keep one of them"],
    [{ "featc.config.yaml": "- 1\n" }, "must hold an object"],
  ])("%j is refused", async (files, message) => {
    const { code, stderr } = await buildWith(files);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it("takes specs in the order of code units, wherever they were found", async () => {
    const cwd = temporaryFolder();
    const calls: string[] = [];
    const specs = {
      "specs/b.feat.yaml": "name: b\nsays: x\n",
      "specs/B.feat.yaml": "name: c\nsays: x\n",
      "specs/ä.feat.yaml": "name: d\nsays: x\n",
    };
    writeFiles(cwd, specs);
    await callCli(["build"], { cwd, compiler: stubCompiler(calls) });
    expect(calls).toEqual(
      ["specs/B.feat.yaml", "specs/b.feat.yaml", "specs/ä.feat.yaml"].map((path) => join(path)),
    );
  });
});

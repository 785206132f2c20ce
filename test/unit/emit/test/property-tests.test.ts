import { describe, expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import type { EmittedFile } from "../../../../compiler/src/emit/text/emitted-file.js";
import { memoryHost } from "../../../support/memory-host.js";
import { Random } from "../../../support/random.js";
import { randomSpec } from "../../../support/random-spec.js";
import { runTestFile } from "../../../support/run-test-file.js";
import type { TestResult } from "../../../support/run-test-file.js";
import { repositoryHost, specPaths } from "../../../support/spec-files.js";
import { typeErrors } from "../../../support/type-errors.js";

/** The files of a spec, as if it asked for properties. */
async function filesOf(
  path: string,
  read = repositoryHost.readFile,
): Promise<readonly EmittedFile[]> {
  const asked = (text: string | undefined): string | undefined =>
    text === undefined || /^tests:/m.test(text) ? text : `${text}\ntests: { properties: true }\n`;
  const { files } = await compile(path, {
    readFile: (one) => (one === path ? asked(read(one)) : read(one)),
  });
  return files;
}

const filesOfText = (text: string): Promise<readonly EmittedFile[]> =>
  filesOf("example.feat.yaml", memoryHost({ "example.feat.yaml": text }).readFile);

function run(files: readonly EmittedFile[]): Promise<readonly TestResult[]> {
  const path = files.find((file) => file.path.endsWith(".properties.test.ts"))?.path;
  if (path === undefined) expect.fail("there is no file of properties");
  return runTestFile(files, path);
}

const failures = (results: readonly TestResult[]): readonly TestResult[] =>
  results.filter(({ failure }) => failure !== null);

describe("a file of properties", () => {
  it.each(specPaths)("holds for %s", async (path) => {
    const results = await run(await filesOf(path));
    expect(results.length).toBeGreaterThan(2);
    expect(failures(results)).toEqual([]);
  });

  it("holds for random specs", async () => {
    let ran = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const text = randomSpec(new Random(seed));
      const files = await filesOfText(text);
      if (files.length === 0) continue;
      ran += 1;
      expect(failures(await run(files)), `seed ${seed}\n${text}`).toEqual([]);
    }
    expect(ran).toBeGreaterThan(5);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = (score: string): string => `featc: 1
name: weak
input:
  a: { type: number, range: [0, 100] }
  b: { type: number, range: [0, 100] }
features:
  f: a == b or a != 3 or a <= 2
tests:
  mutation_score: ${score}
`;

async function build(cwd: string, score: string) {
  writeFiles(cwd, { "weak.feat.yaml": spec(score) });
  return callCli(["build", "weak.feat.yaml", "--out", "out", "--no-cache"], { cwd });
}

describe("a spec that asks for a mutation score", () => {
  it("is built where its tests notice so many mistakes", async () => {
    const cwd = temporaryFolder();
    expect((await build(cwd, "0.9")).code).toBe(0);
    expect(existsSync(join(cwd, "out/weak/features.ts"))).toBe(true);
  });

  it("is refused below, with what is not noticed, and keeps its last good build", async () => {
    const cwd = temporaryFolder();
    await build(cwd, "0.9");
    const before = readFileSync(join(cwd, "out/weak/manifest.json"), "utf8");
    const { code, stderr } = await build(cwd, "1");
    expect(code).toBe(1);
    expect(stderr).toContain("error[tests/mutation-score]: the generated tests notice");
    expect(stderr).toContain("weak.feat.yaml:9:19");
    expect(stderr).toContain("not noticed in f: the right side of `or` is forgotten");
    expect(readFileSync(join(cwd, "out/weak/manifest.json"), "utf8")).toBe(before);
  });

  it("is held to it by featc mutate too", async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, { "weak.feat.yaml": spec("1") });
    const { code, stdout } = await callCli(["mutate", "weak.feat.yaml"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("1 is asked for");
  });
});

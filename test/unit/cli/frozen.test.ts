import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { stubCompiler } from "./support/stub-compiler.js";
import { readFiles, temporaryFolder, writeFiles } from "./support/temporary-folder.js";

async function builtProject(): Promise<string> {
  const cwd = temporaryFolder();
  writeFiles(cwd, { "specs/good.feat.yaml": "name: good\nsays: hello\n" });
  await callCli(["build"], { cwd, compiler: stubCompiler() });
  return cwd;
}

const frozen = (cwd: string, ...flags: readonly string[]) =>
  callCli(["build", "--frozen", ...flags], { cwd, compiler: stubCompiler() });

describe("featc build --frozen", () => {
  it("is content with what build wrote", async () => {
    const cwd = await builtProject();
    const result = await frozen(cwd);
    expect(result).toMatchObject({ code: 0, stderr: "generated is up to date\n" });
  });

  it("shows what a changed spec would change, and writes nothing", async () => {
    const cwd = await builtProject();
    writeFiles(cwd, { "specs/good.feat.yaml": "name: good\nsays: bye\n" });
    const before = readFiles(cwd);
    const result = await frozen(cwd);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("emit/stale");
    expect(result.stderr).toContain("-// good says hello\n+// good says bye\n");
    expect(result.stderr).toContain("To repair: npx featc build\n");
    expect(readFiles(cwd)).toEqual(before);
  });

  it("tells a file that was edited by hand", async () => {
    const cwd = await builtProject();
    writeFileSync(join(cwd, "generated/good/input.ts"), "// mine\n");
    const result = await frozen(cwd);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(
      "error[emit/edited]: generated/good/input.ts was edited by hand",
    );
    expect(result.stderr).toContain("-// mine\n+// good says hello\n");
  });

  it("tells a missing file, an extra file and a folder without a spec", async () => {
    const cwd = await builtProject();
    rmSync(join(cwd, "generated/good/input.ts"));
    writeFiles(cwd, {
      "generated/good/extra.ts": "// extra\n",
      "generated/gone/manifest.json": JSON.stringify({ files: ["features.ts"] }),
      "generated/notes/readme.md": "not of featc",
    });
    const { code, stdout } = await frozen(cwd, "--json");
    expect(code).toBe(1);
    const codes = [...stdout.matchAll(/"emit\/[a-z-]+"/g)].map(([text]) => text);
    expect(codes.sort()).toEqual([
      '"emit/extra-file"',
      '"emit/not-generated"',
      '"emit/orphan-folder"',
    ]);
  });

  it("tells a build that was killed", async () => {
    const cwd = await builtProject();
    writeFiles(cwd, { "generated/.featc/stage-1-0/journal.json": "{}" });
    const result = await frozen(cwd);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("emit/interrupted");
  });

  it("fails with the diagnostics of a spec that does not compile", async () => {
    const cwd = await builtProject();
    writeFiles(cwd, { "specs/good.feat.yaml": "name: good\nsays: error\n" });
    const result = await frozen(cwd);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("the stub found a mistake");
  });

  it("does not go with --watch", async () => {
    expect((await frozen(await builtProject(), "--watch")).code).toBe(2);
  });
});

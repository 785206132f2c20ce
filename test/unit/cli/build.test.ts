import { readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { stubCompiler } from "./support/stub-compiler.js";
import { readFiles, temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const good = "name: good\nsays: hello\n";
const bad = "name: bad\nsays: error\n";

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, files);
  return cwd;
}

describe("featc build", () => {
  it("writes the files of a spec and says so on one line", async () => {
    const cwd = project({ "specs/good.feat.yaml": good });
    const result = await callCli(["build"], { cwd, compiler: stubCompiler() });
    expect(result.code).toBe(0);
    expect(result.stdout).toBe("");
    expect(result.stderr).toMatch(/^built good: 3 files \(3 changed\) in \d+ ms\n$/);
    expect(readFiles(join(cwd, "generated"))["good/features.ts"]).toBe("// good says hello\n");
  });

  it("leaves the last good files of a spec with errors, and writes the others", async () => {
    const cwd = project({
      "specs/bad.feat.yaml": bad.replace("error", "first"),
      "specs/good.feat.yaml": good,
    });
    await callCli(["build"], { cwd, compiler: stubCompiler() });
    writeFiles(cwd, {
      "specs/bad.feat.yaml": bad,
      "specs/good.feat.yaml": good.replace("hello", "bye"),
    });
    const result = await callCli(["build"], { cwd, compiler: stubCompiler() });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("the stub found a mistake");
    const files = readFiles(join(cwd, "generated"));
    expect(files["bad/features.ts"]).toBe("// bad says first\n");
    expect(files["good/features.ts"]).toBe("// good says bye\n");
  });

  it("does not touch files that have not changed", async () => {
    const cwd = project({ "specs/good.feat.yaml": good });
    await callCli(["build"], { cwd, compiler: stubCompiler() });
    const path = join(cwd, "generated/good/features.ts");
    const past = new Date("2020-01-01T00:00:00Z");
    utimesSync(path, past, past);
    const result = await callCli(["build"], { cwd, compiler: stubCompiler() });
    expect(result.stderr).toContain("(0 changed)");
    expect(statSync(path).mtime).toEqual(past);
  });

  it.each(["twice", "Twice"])("refuses two specs of one name: twice and %s", async (other) => {
    const cwd = project({
      "specs/a.feat.yaml": "name: twice\nsays: a\n",
      "specs/b.feat.yaml": `name: ${other}\nsays: b\n`,
    });
    const result = await callCli(["build", "--json"], { cwd, compiler: stubCompiler() });
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('"emit/duplicate-name"');
    expect(readFiles(join(cwd, "generated"))["twice/features.ts"]).toBe("// twice says a\n");
    expect(result.stderr).toContain("specs/b.feat.yaml:1:7");
  });

  it("refuses to write through a link", async () => {
    const cwd = project({ "specs/good.feat.yaml": good, "outside/keep.txt": "kept" });
    symlinkSync(join(cwd, "outside"), join(cwd, "generated"));
    const result = await callCli(["build"], { cwd, compiler: stubCompiler() });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("is a symbolic link");
    expect(readdirSync(join(cwd, "outside"))).toEqual(["keep.txt"]);
  });

  it("reports a bug of the compiler with the spec, and its stack only with --debug", async () => {
    const cwd = project({ "specs/x.feat.yaml": "name: x\nsays: crash\n" });
    const result = await callCli(["build"], { cwd, compiler: stubCompiler() });
    expect(result.code).toBe(70);
    expect(result.stderr).toContain("while working on specs/x.feat.yaml");
    expect(result.stderr).not.toContain("stub-compiler.ts");
    const debugged = await callCli(["build", "--debug"], { cwd, compiler: stubCompiler() });
    expect(debugged.stderr).toContain("stub-compiler.ts");
  });

  it("compiles an unchanged spec once, also after its cache is damaged", async () => {
    const cwd = project({
      "specs/good.feat.yaml": `${good}imports: lib.yaml\n`,
      "lib.yaml": "!",
    });
    const calls: string[] = [];
    const options = { cwd, compiler: stubCompiler(calls), buildId: "one" };
    const build = () => callCli(["build", "--cache-dir", "cache"], options);
    await build();
    await build();
    expect(calls.length).toBe(1);
    expect(readFiles(join(cwd, "generated"))["good/features.ts"]).toBe("// good says hello!\n");
    writeFiles(cwd, { "lib.yaml": "?" });
    await build();
    expect(calls.length).toBe(2);
    expect(readFiles(join(cwd, "generated"))["good/features.ts"]).toBe("// good says hello?\n");
    for (const path of Object.keys(readFiles(join(cwd, "cache")))) {
      const entry = readFiles(join(cwd, "cache"))[path] ?? "";
      writeFileSync(join(cwd, "cache", path), entry.replaceAll("hello", "hullo"));
    }
    await build();
    expect(calls.length).toBe(3);
    expect(readFiles(join(cwd, "generated"))["good/features.ts"]).toBe("// good says hello?\n");
    await callCli(["build", "--cache-dir", "cache"], { ...options, buildId: "two" });
    await callCli(["build", "--cache-dir", "cache", "--no-cache"], options);
    expect(calls.length).toBe(5);
  });

  it("annotates errors where GitHub Actions reads them", async () => {
    const cwd = project({ "specs/bad.feat.yaml": bad });
    const env = { GITHUB_ACTIONS: "true" };
    const result = await callCli(["build"], { cwd, compiler: stubCompiler(), env });
    expect(result.stderr).toMatch(/^::error .*specs\/bad\.feat\.yaml/m);
  });
});

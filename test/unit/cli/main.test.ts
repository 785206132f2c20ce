import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { stubCompiler } from "./support/stub-compiler.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const commands = ["init", "build", "check", "run", "fmt", "explain"];

describe("featc", () => {
  it("lists its commands and exit codes", async () => {
    const { code, stdout } = await callCli(["--help"], { cwd: temporaryFolder() });
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
    for (const exit of ["0 ", "1 ", "2 ", "3 ", "70"]) expect(stdout).toContain(`\n  ${exit}`);
  });

  it.each(commands)("shows an example with %s --help", async (command) => {
    const { code, stdout } = await callCli([command, "--help"], { cwd: temporaryFolder() });
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  featc ${command}`));
  });

  it.each([
    [["--version"], 0, "1.2.3\n", ""],
    [[], 2, "", "Usage: featc"],
    [["biuld"], 2, "", "Did you mean build?"],
    [["build", "--wacth"], 2, "", "Did you mean --watch?"],
    [["run", "x.feat.yaml"], 2, "", "--input"],
    [
      ["run", "x.feat.yaml", "--input", "a", "--output", "b.csv", "--limit", "-1"],
      2,
      "",
      "whole number",
    ],
    [["build", "nothing.feat.yaml"], 2, "", "there is no spec nothing.feat.yaml"],
    [["check"], 2, "", "no spec matches specs/*.feat.yaml"],
    [["build", "--config", "none.json"], 2, "", "there is no configuration file none.json"],
  ])("answers %j with exit code %d", async (argv, code, stdout, stderr) => {
    const result = await callCli(argv, { cwd: temporaryFolder() });
    expect(result.code).toBe(code);
    expect(result.stdout).toBe(stdout);
    expect(result.stderr).toContain(stderr);
  });

  it.each([
    [{}, false, false],
    [{}, true, true],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "0" }, true, false],
    [{ TERM: "dumb" }, true, false],
  ])("with %j and terminal %s colours are %s", async (env, isTerminal, coloured) => {
    const { stderr } = await callCli(["check"], { cwd: temporaryFolder(), env, isTerminal });
    expect(stderr.includes("\u001b[")).toBe(coloured);
  });
});

describe("featc check", () => {
  it("reports the problems of all specs and writes nothing", async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, {
      "specs/a.feat.yaml": "name: a\nsays: error\n",
      "specs/b.feat.yaml": "name: b\nsays: error\n",
    });
    const result = await callCli(["check"], { cwd, compiler: stubCompiler() });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("specs/a.feat.yaml:1:1");
    expect(result.stderr).toContain("specs/b.feat.yaml:1:1");
    expect(result.stdout).toBe("");
  });

  it("prints JSON on standard output alone", async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, { "specs/a.feat.yaml": "name: a\nsays: error\n" });
    const result = await callCli(["check", "--json"], { cwd, compiler: stubCompiler() });
    expect(result.code).toBe(1);
    expect(JSON.stringify(JSON.parse(result.stdout))).toContain('"spec/stub"');
    expect(result.stderr).toBe("");
  });
});

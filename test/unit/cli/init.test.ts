import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addScript } from "../../../compiler/src/cli/init/add-script.js";
import { callCli } from "./support/call-cli.js";
import { readFiles, temporaryFolder, writeFiles } from "./support/temporary-folder.js";

describe("featc init", () => {
  it("writes a project that checks clean and is formatted", async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, { "package.json": '{\n  "name": "mine"\n}\n' });
    expect((await callCli(["init"], { cwd })).code).toBe(0);
    expect(Object.keys(readFiles(cwd)).sort()).toEqual([
      ".gitattributes",
      "featc.config.yaml",
      "package.json",
      "specs/loan_default.feat.yaml",
    ]);
    expect(JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"))).toEqual({
      name: "mine",
      scripts: { features: "featc build" },
    });
    expect(await callCli(["check"], { cwd })).toMatchObject({
      code: 0,
      stderr: "1 spec checked, no errors\n",
    });
    expect((await callCli(["fmt", "--check"], { cwd })).code).toBe(0);
  });

  it("overwrites nothing and says what it left alone", async () => {
    const cwd = temporaryFolder();
    const mine = {
      ".gitattributes": "* text",
      "featc.config.json": "{}",
      "package.json": '{ "scripts": { "features": "mine" } }',
      "specs/loan_default.feat.yaml": "mine",
    };
    writeFiles(cwd, mine);
    const { code, stderr } = await callCli(["init"], { cwd });
    expect(code).toBe(0);
    expect(readFiles(cwd)).toEqual({
      ...mine,
      ".gitattributes": "* text\ngenerated/** linguist-generated text eol=lf\n",
    });
    expect(stderr).toContain("left specs/loan_default.feat.yaml as it is");
    expect(stderr).toContain("left featc.config.json as it is");
    expect(stderr).toContain("left the script features of package.json as it is");
  });

  it("starts in a folder that does not exist yet", async () => {
    const cwd = temporaryFolder();
    expect((await callCli(["init", "--dir", "a/b"], { cwd })).code).toBe(0);
    expect(Object.keys(readFiles(join(cwd, "a/b")))).toContain("featc.config.yaml");
  });
});

describe("addScript", () => {
  it.each([
    ['{\n  "name": "x",\n  "scripts": {\n    "a": "b"\n  }\n}\n'],
    ['{\n\t"scripts": {}\n}'],
    ["{}"],
    ['{"name":"x"}'],
  ])("adds to %j and keeps the rest", (text) => {
    const before = JSON.parse(text) as { readonly scripts?: object };
    const after: unknown = JSON.parse(addScript(text, "features", "featc build") ?? "null");
    expect(after).toEqual({ ...before, scripts: { ...before.scripts, features: "featc build" } });
  });

  it.each(["", "[]", "{ broken", '{ "scripts": 1 }'])("gives up on %j", (text) => {
    expect(addScript(text, "features", "featc build")).toBeUndefined();
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatSpec } from "../../../compiler/src/cli/fmt/format-spec.js";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const head = `featc: 1
name:   example   # kept as it is
input:
  a: { type: number, range: [0, 1] }
  b: number?
`;

const messy = `${head}
fit:
  middle: quantile( b,0.50 )
  least: { formula: min( b ), description: Least }
features:
  # a comment
  plain: (a)+1   # behind it
  quoted: 'a  ==  1 '
  double: "b   ??   0"
  flow: { formula: "max(a,1)", impute: '( 0 )' }
  turned: { formula: 'a+ 1', range: [0,   2] }
  block: |
    ( a )
      + 2
  chosen: if a>0 then 1 else 2
`;

const tidy = `${head}
fit:
  middle: quantile(b, 0.50)
  least: { formula: min(b), description: Least }
features:
  # a comment
  plain: a + 1   # behind it
  quoted: 'a == 1'
  double: "b ?? 0"
  flow: { formula: "max(a, 1)", impute: '0' }
  turned: { formula: 'a + 1', range: [0,   2] }
  block: |
    a + 2
  chosen: if a > 0 then 1 else 2
`;

describe("featc fmt", () => {
  it("writes formulas in their canonical form and keeps everything else", () => {
    expect(formatSpec("x.feat.yaml", messy)).toEqual({ kind: "formatted", text: tidy });
  });

  it("has nothing to do a second time", () => {
    expect(formatSpec("x.feat.yaml", tidy)).toEqual({ kind: "formatted", text: tidy });
  });

  it("keeps the line breaks of Windows", () => {
    const text = messy.replaceAll("\n", "\r\n");
    expect(formatSpec("x.feat.yaml", text)).toEqual({
      kind: "formatted",
      text: tidy.replaceAll("\n", "\r\n"),
    });
  });

  it("leaves a spec with errors alone", async () => {
    const cwd = temporaryFolder();
    const text = `${head}features:\n  bad: a +\n  good: (a)\n`;
    writeFiles(cwd, { "specs/x.feat.yaml": text });
    const { code, stderr } = await callCli(["fmt"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("specs/x.feat.yaml has errors and was left alone");
    expect(readFileSync(join(cwd, "specs/x.feat.yaml"), "utf8")).toBe(text);
  });

  it("writes nothing with --check", async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, { "specs/x.feat.yaml": messy });
    const path = join(cwd, "specs/x.feat.yaml");
    expect((await callCli(["fmt", "--check"], { cwd })).code).toBe(1);
    expect(readFileSync(path, "utf8")).toBe(messy);
    expect((await callCli(["fmt"], { cwd })).code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(tidy);
    expect((await callCli(["fmt", "--check"], { cwd })).code).toBe(0);
  });
});

import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** No row tells `a <= 2` from true where it stands: `a != 3` holds then, which is not proved. */
const weak = `featc: 1
name: weak
input:
  a: { type: number, range: [0, 100] }
  b: { type: number, range: [0, 100] }
features:
  f: a == b or a != 3 or a <= 2
`;

const strong = `featc: 1
name: strong
input:
  debt: { type: number, range: [0, 100] }
  income: { type: number, range: [0, 100] }
features:
  ratio: { formula: debt / income, range: [0, 5], outside: clamp, impute: 1 }
`;

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, files);
  return cwd;
}

describe("featc mutate", () => {
  it("prints what is noticed by kind of mistake, and each survivor with its place", async () => {
    const cwd = project({ "weak.feat.yaml": weak });
    const { code, stdout } = await callCli(["mutate", "weak.feat.yaml"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^weak\.feat\.yaml\nmistakes +killed +equivalent +survived\n/);
    expect(stdout).toContain(
      [
        "survived:",
        "  weak.feat.yaml:7:6 f: the right side of `or` is forgotten in `a == b or a != 3 or a <= 2`",
        "    no row was found that tells it from the spec",
      ].join("\n"),
    );
    expect(stdout).not.toContain("killed:");
  });

  it("lists the others with --all, by the test that fails or by why there is none", async () => {
    const cwd = project({ "strong.feat.yaml": strong });
    const { stdout } = await callCli(["mutate", "strong.feat.yaml", "--all"], { cwd });
    expect(stdout).toContain("score 1.000");
    expect(stdout).toContain(
      [
        "  strong.feat.yaml:7:75 ratio: `impute` is forgotten in `1`",
        "    fails: ratio is 1 (imputed) where income is 0",
      ].join("\n"),
    );
    expect(stdout).toContain(
      [
        "  strong.feat.yaml:7:43 ratio: the lower end of the range is -0.05 in `[0, 5]`",
        "    no value reaches the end of the range",
      ].join("\n"),
    );
  });

  it("fails below the score that is asked for", async () => {
    const cwd = project({ "weak.feat.yaml": weak });
    const weaker = await callCli(["mutate", "weak.feat.yaml", "--min-score", "1"], { cwd });
    expect(weaker.code).toBe(1);
    expect(weaker.stdout).toContain("killed, 1 is asked for");
    expect((await callCli(["mutate", "weak.feat.yaml", "--min-score", "0.5"], { cwd })).code).toBe(
      0,
    );
    expect((await callCli(["mutate", "weak.feat.yaml", "--min-score", "95"], { cwd })).code).toBe(
      2,
    );
  });

  it("prints every mutant as JSON", async () => {
    const cwd = project({ "weak.feat.yaml": weak });
    const { stdout } = await callCli(["mutate", "weak.feat.yaml", "--json"], { cwd });
    const { specs } = JSON.parse(stdout) as { specs: { mutants: object[]; killed: number }[] };
    const [spec] = specs;
    expect(spec).toMatchObject({ spec: "weak.feat.yaml", survived: 1, required: null });
    expect(spec?.mutants).toContainEqual({
      group: "comparison",
      words: "`==` becomes `!=`",
      part: { kind: "step", name: "f" },
      text: "a == b",
      file: "weak.feat.yaml",
      line: 7,
      column: 6,
      verdict: "killed",
      reason: expect.stringMatching(/^f is (?:true|false) where a is 3/),
      killedBy: null,
    });
  });

  it("says what is wrong with a spec instead, and fails", async () => {
    const cwd = project({ "s.feat.yaml": strong.replace(", impute: 1", "") });
    const { code, stdout, stderr } = await callCli(["mutate", "s.feat.yaml"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("missing/possible-missing");
    expect(stdout).toBe("");
  });

  it("finds the same in the generated TypeScript with --full, and leaves nothing behind", async () => {
    const cwd = project({ "strong.feat.yaml": strong, "package.json": '{ "type": "module" }' });
    symlinkSync(modules, join(cwd, "node_modules"));
    const { code, stdout } = await callCli(["mutate", "strong.feat.yaml", "--full"], { cwd });
    expect(stdout).toMatch(/^in TypeScript, tests fail on (\d+) of \d+, the same ones$/m);
    expect(code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(["node_modules", "package.json", "strong.feat.yaml"]);
  });

  it("needs vitest for --full", async () => {
    const cwd = project({ "strong.feat.yaml": strong });
    const { code, stderr } = await callCli(["mutate", "strong.feat.yaml", "--full"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("--full needs vitest in the project");
  });
});

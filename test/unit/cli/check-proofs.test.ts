import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
  income: { type: number, range: [0, 100] }
features:
  share: { formula: debt / (debt + income + 1), range: [0, 1] }
  ratio: { formula: debt / income, range: [0, 5], outside: clamp, impute: 1 }
`;

function project(text = spec): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, { "s.feat.yaml": text });
  return cwd;
}

describe("featc check --proofs", () => {
  it("prints a table and what became of all claims", async () => {
    const { code, stdout } = await callCli(["check", "s.feat.yaml", "--proofs"], {
      cwd: project(),
    });
    expect(code).toBe(0);
    const lines = stdout.split("\n").map((line) => line.replace(/ +/g, " "));
    expect(lines[0]).toBe("s.feat.yaml");
    expect(lines[1]).toBe("feature claim verdict by ms handled by for example");
    expect(lines).toContain("share in [0, 1] proved order 0.0");
    expect(lines.find((line) => line.startsWith("ratio has a value refuted search"))).toMatch(
      /impute: 1 given: \{ debt: 50, income: 0 \}$/,
    );
    expect(lines).toContain("2 proved, 2 refuted and handled, 0 unknown and handled");
  });

  it("counts what is not handled, and fails", async () => {
    const cwd = project(spec.replace(", impute: 1", ""));
    const { code, stdout, stderr } = await callCli(["check", "s.feat.yaml", "--proofs"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("1 refuted and handled, 0 unknown and handled, 1 not handled");
    expect(stderr).toContain("missing/possible-missing");
  });

  it("prints JSON", async () => {
    const { stdout } = await callCli(["check", "s.feat.yaml", "--proofs", "--json"], {
      cwd: project(),
    });
    const { specs } = JSON.parse(stdout) as { specs: readonly Record<string, unknown>[] };
    expect(specs[0]).toMatchObject({
      spec: "s.feat.yaml",
      totals: { proved: 2, refuted: 2, unknown: 0, unhandled: 0 },
    });
    expect(specs[0]?.["judgements"]).toHaveLength(4);
  });
});

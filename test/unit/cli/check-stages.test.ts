import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = `featc: 1
name: example
input:
  card: id
  amount: { type: number, range: [0, 100] }
tables:
  cards:
    key: card
    fields: { card: id, limit: { type: number, range: [1, 100] } }
features:
  limit: { formula: cards.limit, impute: 1 }
  large: amount > 50
  share: { formula: amount / cards.limit, impute: 1 }
`;

function project(): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, { "s.feat.yaml": spec });
  return cwd;
}

describe("featc check --stages", () => {
  it("prints a table and how many there are of each", async () => {
    const { code, stdout } = await callCli(["check", "s.feat.yaml", "--stages"], {
      cwd: project(),
    });
    expect(code).toBe(0);
    expect(stdout.split("\n").map((line) => line.replace(/ +/g, " "))).toEqual([
      "s.feat.yaml",
      "step role stage sources entity other fields",
      "limit feature batch cards card",
      "large feature request amount",
      "share feature mixed cards card amount",
      "1 batch, 1 request, 1 mixed",
      "computed before the request:",
      " limit cards.limit",
      " share_part cards.limit",
      "",
    ]);
  });

  it("prints JSON", async () => {
    const { stdout } = await callCli(["check", "s.feat.yaml", "--stages", "--json"], {
      cwd: project(),
    });
    const { specs } = JSON.parse(stdout) as {
      specs: readonly { readonly stages: readonly unknown[] }[];
    };
    expect(specs[0]).toMatchObject({
      spec: "s.feat.yaml",
      totals: { batch: 1, request: 1, mixed: 1 },
      stored: [
        { name: "limit", formula: "cards.limit" },
        { name: "share_part", formula: "cards.limit" },
      ],
      readByRequest: [],
    });
    expect(specs[0]?.stages[2]).toEqual({
      step: "share",
      role: "feature",
      stage: "mixed",
      sources: ["cards"],
      entity: ["card"],
      fields: ["amount"],
    });
  });

  it("splits no spec with errors", async () => {
    const cwd = project();
    writeFiles(cwd, { "s.feat.yaml": spec.replace("amount > 50", "amont > 50") });
    const { code, stdout } = await callCli(["check", "s.feat.yaml", "--stages"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("limit  feature  batch");
    expect(stdout).not.toContain("computed before the request");
  });

  it("is not combined with the proofs", async () => {
    const { code, stderr } = await callCli(["check", "s.feat.yaml", "--stages", "--proofs"], {
      cwd: project(),
    });
    expect(code).toBe(2);
    expect(stderr).toContain("run it apart from --proofs");
  });

  it("is what explain shows of a feature", async () => {
    const cwd = project();
    const text = await callCli(["explain", "s.feat.yaml", "share"], { cwd });
    expect(text.stdout).toContain("  stage      mixed\n");
    const json = await callCli(["explain", "s.feat.yaml", "limit", "--json"], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ stage: "batch" });
  });
});

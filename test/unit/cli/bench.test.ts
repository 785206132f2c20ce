import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { readFiles, temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = `featc: 1
name: cart
as_of: at
input:
  user: id
  at: timestamp
  total: { type: number, range: [0, 100] }
events:
  orders:
    key: user
    time: placed
    retention: 30d
    max_count: 40
    fields:
      user: id
      placed: timestamp
      total: { type: number, range: [0, 100] }
features:
  share: { formula: total / 100, range: [0, 1] }
  spent: { formula: sum(orders.total), range: [0, 4000] }
matrix:
  model_input: { dtype: float32, columns: [share, spent] }
`;

const plain = `featc: 1
name: plain
input:
  a: { type: number, range: [0, 100] }
features:
  half: { formula: a / 2, range: [0, 50] }
  root: { formula: sqrt(a), range: [0, 10] }
`;

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, files);
  return cwd;
}

describe("featc bench", () => {
  it("measures rows that the contract admits, and leaves nothing behind", async () => {
    const cwd = project({ "cart.feat.yaml": spec });
    const call = ["bench", "cart.feat.yaml", "--json", "--concurrency", "10", "--cache-dir", "c"];
    const { code, stdout } = await callCli(call, { cwd });
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as Figures;
    expect(result).toMatchObject({
      spec: "cart.feat.yaml",
      rows: 256,
      refused: 0,
      input: null,
      matrix: "model_input",
      budget: [],
    });
    expect(result.features.map(({ feature }) => feature).sort()).toEqual(["share", "spent"]);
    const { row, parse, latency } = result.warm;
    expect(row).toBeGreaterThan(0);
    expect(parse).toBeGreaterThan(0);
    expect(result.rowsPerSecond).toBeCloseTo(1e9 / row, 3);
    expect(latency.p50).toBeLessThanOrEqual(latency.p99);
    expect(latency.p99).toBeLessThanOrEqual(latency.max);
    const { memory } = result;
    expect(memory.sources).toMatchObject([{ source: "orders", records: 40, isBounded: true }]);
    const events = memory.sources.reduce((sum, one) => sum + one.records * one.bytesPerRecord, 0);
    expect(memory.request).toBeCloseTo(memory.record + events + memory.computed, 3);
    expect(memory.server).toBeCloseTo(memory.process + 10 * memory.request, 3);
    expect(Object.keys(readFiles(cwd)).filter((file) => !file.startsWith("c/"))).toEqual([
      "cart.feat.yaml",
    ]);
  });

  it("measures the rows of a file that are admitted, with as many events as they have", async () => {
    const orders = [3, 2, 1].map((day) => `u,2026-01-0${day}T00:00:00Z,5`);
    const cwd = project({
      "cart.feat.yaml": spec.replace("    max_count: 40\n", "").replace("[0, 4000]", "[0, 1e12]"),
      "rows.csv":
        "user,at,total\nu,2026-01-05T00:00:00Z,7\nv,2026-01-05T00:00:00Z,7\nv,2026-01-05T00:00:00Z,101\n",
      "orders.csv": `user,placed,total\n${orders.join("\n")}\n`,
    });
    const call = [
      "bench",
      "cart.feat.yaml",
      "--input",
      "rows.csv",
      "--events",
      "orders=orders.csv",
    ];
    const { code, stdout, stderr } = await callCli([...call, "--json"], { cwd });
    expect(stderr).not.toContain("error");
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as Figures;
    expect(result).toMatchObject({ rows: 2, refused: 1, input: "rows.csv" });
    expect(result.memory.sources).toMatchObject([
      { source: "orders", records: 3, isBounded: false },
    ]);
    const text = (await callCli(call, { cwd })).stdout;
    expect(text).toContain("cart.feat.yaml: 2 rows of rows.csv, 1 refused and left out; medians");
    expect(text).toContain("no `max_count`: as many as were seen");
  });

  it("fails beyond the budget, and names the feature that costs most", async () => {
    const cwd = project({ "plain.feat.yaml": `${plain}budget: { row: 1 ns, memory: 1B }\n` });
    const { code, stdout, stderr } = await callCli(["bench", "plain.feat.yaml", "--check"], {
      cwd,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/\n {2}row +.* of 1 ns +exceeded\n {2}memory +.* of 1 B +exceeded\n/);
    expect(stderr).toMatch(
      /plain\.feat\.yaml:8:16: a row takes .*, more than the 1 ns of `budget`; (?:half|root) costs most, .* alone\n/,
    );
    expect(stderr).toMatch(/plain\.feat\.yaml:8:30: a request holds .*, more than the 1 B of /);
    expect((await callCli(["bench", "plain.feat.yaml"], { cwd })).code).toBe(0);
  });

  it("passes within the budget", async () => {
    const cwd = project({ "plain.feat.yaml": `${plain}budget: { row: 10 s, memory: 1GB }\n` });
    const { code, stdout } = await callCli(["bench", "plain.feat.yaml", "--check", "--json"], {
      cwd,
    });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Figures).budget).toMatchObject([
      { what: "row", allowed: 1e10, isKept: true },
      { what: "memory", allowed: 1e9, isKept: true },
    ]);
  });

  it.each([
    [["bench", "nothing.feat.yaml"], 2, "there is no spec nothing.feat.yaml"],
    [["bench", "plain.feat.yaml", "--check"], 2, "plain has no budget to check"],
    [["bench", "plain.feat.yaml", "--input", "none.csv"], 2, "none.csv"],
    [["bench", "plain.feat.yaml", "--input", "refused.csv"], 3, "there is no row to measure"],
    [["bench", "wrong.feat.yaml"], 1, "error["],
  ])("ends %j with %i", async (call, expected, problem) => {
    const cwd = project({
      "plain.feat.yaml": plain,
      "wrong.feat.yaml": plain.replace("[0, 50]", "[0, 40]"),
      "refused.csv": "a\n101\n",
    });
    const { code, stderr } = await callCli(call, { cwd });
    expect(stderr).toContain(problem);
    expect(code).toBe(expected);
  });
});

interface Figures {
  readonly rowsPerSecond: number;
  readonly warm: {
    readonly row: number;
    readonly parse: number;
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  };
  readonly features: readonly { readonly feature: string }[];
  readonly memory: {
    readonly record: number;
    readonly computed: number;
    readonly request: number;
    readonly process: number;
    readonly server: number;
    readonly sources: readonly { readonly records: number; readonly bytesPerRecord: number }[];
  };
  readonly budget: readonly unknown[];
}

import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = `featc: 1
name: example
input:
  income: { type: number?, range: [0, 1000] }
  debt: { type: number, range: [0, 1000] }
let:
  yearly: debt * 12
features:
  ratio:
    formula: yearly / income
    range: [0, 5]
    outside: clamp
    impute: 1
  plain: debt + 1
`;

function project(row?: unknown): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, { "s.feat.yaml": spec, "row.json": JSON.stringify(row ?? null) });
  return cwd;
}

describe("featc explain CODE", () => {
  it("prints the page of a diagnostic", async () => {
    const { code, stdout } = await callCli(["explain", "emit/stale"], { cwd: temporaryFolder() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^error\[emit\/stale\]\n\n[^]*a stale\s+one\s+means/);
  });

  it("shows a bad and a good spec", async () => {
    const result = await callCli(["explain", "name/unknown", "--json"], { cwd: temporaryFolder() });
    expect(JSON.parse(result.stdout)).toMatchObject({
      code: "name/unknown",
      severity: "error",
      bad: expect.stringContaining("dept * 2") as string,
      good: expect.stringContaining("debt * 2") as string,
    });
  });

  it("suggests the nearest code", async () => {
    const { code, stderr } = await callCli(["explain", "emit/stall"], { cwd: temporaryFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain("did you mean emit/stale?");
  });
});

describe("featc explain SPEC FEATURE", () => {
  it("tells the unit that is declared, and that which the formula shows", async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, {
      "u.feat.yaml":
        "featc: 1\nname: u\ninput:\n  a: { type: number, range: [1, 2], unit: usd }\n  n: int\nfeatures:\n  said: { formula: a * 100, unit: usd }\n  shown: a * a\n  open: n\n",
    });
    const lines = async (feature: string): Promise<readonly string[]> => {
      const { stdout } = await callCli(["explain", "u.feat.yaml", feature], { cwd });
      return stdout.split("\n").filter((line) => line.startsWith("  unit"));
    };
    expect(await lines("said")).toEqual(["  unit       usd (declared)"]);
    expect(await lines("shown")).toEqual(["  unit       usd^2 (inferred)"]);
    expect(await lines("open")).toEqual([]);
    const json = await callCli(["explain", "u.feat.yaml", "shown", "--json"], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ unit: { text: "usd^2", origin: "inferred" } });
  });

  it("tells the fitted constants of a feature with the data that they come from", async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, {
      "s.feat.yaml": `featc: 1
name: example
input:
  x: { type: number?, range: [0, 10] }
fit:
  middle: median(x)
  most: max(x)
functions:
  filled(v): v ?? fit.middle
features:
  y: { formula: filled(x), range: [0, 10] }
`,
      "train.jsonl": '{"x":1}\n{}\n{"x":3}',
    });
    expect((await callCli(["fit", "s.feat.yaml", "--data", "train.jsonl"], { cwd })).code).toBe(0);
    const { stdout } = await callCli(["explain", "s.feat.yaml", "y"], { cwd });
    expect(stdout).toContain("  reads      field x, fit.middle\n");
    expect(stdout).toContain("    fit.middle = 2, median(x) of 2 values (1 missing)\n");
    expect(stdout).toContain("    from train.jsonl, 3 rows (0 rejected); kept in s.fit.yaml\n");
    const json = (await callCli(["explain", "s.feat.yaml", "y", "--json"], { cwd })).stdout;
    expect(JSON.parse(json)).toMatchObject({
      fitted: [
        { name: "fit.middle", value: 2, values: 2, missing: 1, from: { path: "s.fit.yaml" } },
      ],
    });
  });

  it("tells what a feature is, reads and can be", async () => {
    const argv = ["explain", "s.feat.yaml", "ratio", "--json"];
    const { code, stdout } = await callCli(argv, { cwd: project() });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      name: "ratio",
      place: "s.feat.yaml:9:3",
      type: "number",
      formula: "yearly / income",
      values: "0 to 5",
      mayBeMissing: false,
      missing: "never: where the formula is missing, it is 1",
      causes: [{ part: "income", reason: "the field may be missing" }],
      dependsOn: { fields: ["income"], lets: ["yearly"], features: [], outputs: [], asOf: false },
    });
  });

  it("prints it for people", async () => {
    const { stdout } = await callCli(["explain", "s.feat.yaml", "plain"], { cwd: project() });
    expect(stdout).toContain("plain (feature)\n");
    expect(stdout).toContain("never: the formula has a value for every input");
    expect(stdout).toContain("field debt");
  });

  it("follows one row through decisions, where they read no output of the model", async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, {
      "p.feat.yaml": `featc: 1
name: p
input: { age: { type: int, range: [0, 120] } }
features: { f: age * 2 }
matrix: { m: { dtype: float32, columns: [f] } }
model: { file: m.onnx, input: m, outputs: { risk: { type: number, range: [0, 1] } } }
policy:
  minor: age < 21
  decision: if minor then "decline" else "approve"
  risky: if minor then "decline" else if risk > 0.5 then "review" else "approve"
`,
      "row.json": `{"age": 20}`,
    });
    const explain = (name: string) =>
      callCli(["explain", "p.feat.yaml", name, "--row", "row.json"], { cwd });
    const { code, stdout } = await explain("decision");
    expect(code).toBe(0);
    expect(stdout).toContain("minor = true");
    expect(stdout).toContain('decision = "decline"');
    const refused = await explain("risky");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("risky reads risk, an output of the model");
  });

  it("follows one row through every step", async () => {
    const cwd = project({ debt: 100, income: 400 });
    const { code, stdout } = await callCli(
      ["explain", "s.feat.yaml", "ratio", "--row", "row.json"],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).toBe(`yearly = 1200
  debt * 12 = 1200
    debt = 100

ratio = 3
  yearly / income = 3
    yearly = 1200
    income = 400
`);
  });

  it.each([
    [{ debt: 1, income: 0 }, "yearly / income = missing   (yearly / income: division by zero)"],
    [{ debt: 1 }, "yearly / income = missing   (income: absent)"],
    [{ debt: 1, income: null }, "(income: null)"],
    [{ debt: 1000, income: 1 }, "ratio = 5   (outside [0, 5]: clamped)"],
    [{ debt: 1 }, "ratio = 1   (missing: imputed by 1)"],
  ])("tells of %j where a value came from", async (row, expected) => {
    const argv = ["explain", "s.feat.yaml", "ratio", "--row", "row.json"];
    const { stdout } = await callCli(argv, { cwd: project(row) });
    expect(stdout).toContain(expected);
  });

  it("refuses a row that the spec does not admit", async () => {
    const argv = ["explain", "s.feat.yaml", "ratio", "--row", "row.json"];
    const { code, stderr } = await callCli(argv, { cwd: project({ debt: "1" }) });
    expect(code).toBe(3);
    expect(stderr).toContain("debt: type");
  });

  it("suggests the nearest feature", async () => {
    const { code, stderr } = await callCli(["explain", "s.feat.yaml", "ration"], {
      cwd: project(),
    });
    expect(code).toBe(2);
    expect(stderr).toContain("did you mean ratio?");
  });
});

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const header = `featc: 1
name: example
as_of: at
input:
  at: timestamp
  amount: { type: number?, range: [0, 1000] }
  city: string?
`;

const features = `features:
  filled: { formula: amount ?? fit.middle, range: [0, 1000] }
  place: 'index_in(city ?? "", fit.cities)'
`;

const spec = `${header}fit:
  middle: median(amount)
  average: mean(amount)
  spread: stddev_samp(amount)
  cities: "vocabulary(city, top: 2)"
${features}`;

const csv = `at,amount,city
2026-01-03T00:00:00Z,1,Roma
2026-01-01T00:00:00Z,,Bari
2026-01-02T00:00:00Z,2,Bari
2026-01-09T00:00:00Z,2000,Lecce
2026-01-04T00:00:00Z,6,
`;

interface FitFile {
  readonly data: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  writeFiles(cwd, { "s.feat.yaml": spec, "train.csv": csv, ...files });
  return cwd;
}

const fit = (cwd: string, ...flags: readonly string[]) =>
  callCli(["fit", "s.feat.yaml", "--data", "train.csv", ...flags], { cwd });
const textOf = (cwd: string, path = "s.fit.yaml"): string => readFileSync(join(cwd, path), "utf8");
const fitFile = (cwd: string): FitFile => parse(textOf(cwd)) as FitFile;
const write = (cwd: string, path: string, text: string): void =>
  writeFileSync(join(cwd, path), text);
const check = (cwd: string) => callCli(["check", "s.feat.yaml"], { cwd });

async function fittedProject(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = project(files);
  expect((await fit(cwd)).code).toBe(0);
  return cwd;
}

describe("featc fit", () => {
  it("writes the values with the data that they come from, and the spec compiles with them", async () => {
    const cwd = project({});
    expect((await check(cwd)).stderr).toContain("error[fit/no-file]");
    const { code, stdout, stderr } = await fit(cwd);
    expect({ code, stderr: stderr.includes("wrote s.fit.yaml") }).toEqual({
      code: 0,
      stderr: true,
    });
    expect(stdout).toMatch(/^5 rows, 1 rejected\n {2}range {2}amount {2}1\n/);
    expect(stdout).toMatch(/^middle +median\(amount\) +2 +3 +1$/m);
    const { data, values } = fitFile(cwd);
    expect(data).toEqual({
      file: "train.csv",
      sha256: createHash("sha256").update(csv).digest("hex"),
      rows: 5,
      rejected: 1,
      from: "2026-01-01T00:00:00.000Z",
      to: "2026-01-04T00:00:00.000Z",
    });
    expect(values).toMatchObject({
      middle: { formula: "median(amount)", value: 2, count: 3, missing: 1 },
      average: { value: 3 },
      // (4 + 1 + 9) / 2
      spread: { value: Math.sqrt(7) },
      cities: { value: ["Bari", "Roma"], count: 3, missing: 1 },
    });
    expect(await check(cwd)).toMatchObject({ code: 0 });
  });

  it("gives the same from CSV, JSON lines and a JSON array", async () => {
    const rows = [
      { at: "2026-01-03T00:00:00Z", amount: 1, city: "Roma" },
      { at: "2026-01-01T00:00:00Z", city: "Bari" },
      { at: "2026-01-02T00:00:00Z", amount: 2, city: "Bari" },
      { at: "2026-01-09T00:00:00Z", amount: 2000, city: "Lecce" },
      { at: "2026-01-04T00:00:00Z", amount: 6 },
    ];
    const files = {
      "train.csv": csv,
      "train.jsonl": rows.map((row) => JSON.stringify(row)).join("\n"),
      "train.json": JSON.stringify(rows),
    };
    const cwd = project(files);
    const found = [];
    for (const name of Object.keys(files)) {
      await callCli(["fit", "s.feat.yaml", "--data", name], { cwd });
      found.push(fitFile(cwd).values);
    }
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });

  it("prints JSON, and writes nothing that is there already", async () => {
    const cwd = await fittedProject();
    const { stdout, stderr } = await fit(cwd, "--json");
    expect(stderr).toContain("s.fit.yaml is up to date");
    expect(JSON.parse(stdout)).toMatchObject({
      spec: "example",
      fitFile: "s.fit.yaml",
      data: { file: "train.csv", rows: 5, rejected: 1 },
      values: [
        { name: "middle", value: 2 },
        { name: "average" },
        { name: "spread" },
        { name: "cities", value: ["Bari", "Roma"] },
      ],
    });
  });

  it("computes what reads other constants in a further pass, in the order of the spec", async () => {
    const cwd = await fittedProject({
      "s.feat.yaml": `${header}fit:
  farthest: max(abs(amount_centred))
  middle: median(amount)
let:
  amount_centred: (amount ?? fit.middle) - fit.middle
features:
  scaled: { formula: amount_centred / (fit.farthest + 1), range: [-1000, 1000] }
`,
    });
    const { values } = fitFile(cwd);
    expect(Object.keys(values)).toEqual(["farthest", "middle"]);
    expect(values).toMatchObject({ middle: { value: 2 }, farthest: { value: 4, count: 4 } });
    expect(Object.keys(values["farthest"]?.["reads"] ?? {})).toEqual([
      "field amount",
      "fit middle",
      "let amount_centred",
    ]);
  });

  it("takes the moment of a spec without as_of from --as-of", async () => {
    const cwd = project({
      "s.feat.yaml": `featc: 1
name: example
input:
  born: date
fit:
  oldest: min(born)
  age_mean: mean(years_between(born, date(as_of)))
features:
  age: { formula: "years_between(fit.oldest, born)", range: [-10000, 10000] }
`,
      "train.csv": "born\n2000-05-01\n1990-05-01\n",
    });
    expect(await fit(cwd)).toMatchObject({ code: 2 });
    expect(await fit(cwd, "--as-of", "2020-06-01T00:00:00Z")).toMatchObject({ code: 0 });
    expect(fitFile(cwd)).toMatchObject({
      data: { from: "2020-06-01T00:00:00.000Z", to: "2020-06-01T00:00:00.000Z" },
      values: { oldest: { value: "1990-05-01" }, age_mean: { value: 25 } },
    });
  });

  it("leaves out rows of steps with outside: reject only where a column passes them", async () => {
    const strict = `  strict: { formula: amount ?? 0, range: [0, 5], outside: reject }\n`;
    const cwd = await fittedProject({ "s.feat.yaml": `${spec}${strict}` });
    expect(fitFile(cwd).data).toMatchObject({ rejected: 1 });
    write(
      cwd,
      "s.feat.yaml",
      `${spec.replace("mean(amount)", "mean(strict)")}${strict}`.replace(
        "mean(strict)",
        "mean(strict)",
      ),
    );
    expect((await fit(cwd)).code).toBe(0);
    expect(fitFile(cwd)).toMatchObject({
      data: { rejected: 2 },
      values: { average: { value: 1, count: 3 } },
    });
  });
});

describe("featc fit --check", () => {
  it("is satisfied by what the data give, whatever the layout", async () => {
    const cwd = await fittedProject();
    write(cwd, "s.fit.yaml", textOf(cwd).replace("value: 3\n", "value: 3.0 # the mean\n"));
    expect(await fit(cwd, "--check")).toMatchObject({ code: 0 });
  });

  it("names each difference and changes nothing", async () => {
    const cwd = await fittedProject();
    const before = textOf(cwd).replace("value: 3\n", "value: 4\n");
    write(cwd, "s.fit.yaml", before);
    const { code, stderr } = await fit(cwd, "--check");
    expect(code).toBe(1);
    expect(stderr).toContain("average: the file says 4, the data give 3");
    expect(textOf(cwd)).toBe(before);
    write(cwd, "train.csv", `${csv}2026-01-05T00:00:00Z,6,Bari\n`);
    expect((await fit(cwd, "--check")).stderr).toContain("rows: the file says 5, the data give 6");
  });

  it("fails where there is no file", async () => {
    const cwd = project({});
    expect(await fit(cwd, "--check")).toMatchObject({ code: 1 });
    expect(existsSync(join(cwd, "s.fit.yaml"))).toBe(false);
  });
});

describe("data that give no value", () => {
  const failing = async (rows: string, text = spec) => {
    const cwd = project({ "s.feat.yaml": text, "train.csv": `at,amount,city\n${rows}` });
    const result = await fit(cwd);
    expect(existsSync(join(cwd, "s.fit.yaml"))).toBe(false);
    return result;
  };

  it("are told with fit/too-few-values, the other constants beside it", async () => {
    const { code, stdout, stderr } = await failing("2026-01-03T00:00:00Z,,Roma\n");
    expect(code).toBe(3);
    expect(stdout).toMatch(/^cities .* "Roma" +1 +0$/m);
    expect(stdout).toMatch(/^middle +median\(amount\) +none +0 +1$/m);
    expect(stderr.match(/error\[fit\/too-few-values\]/g)).toHaveLength(3);
  });

  it("are those with one value for a standard deviation, with none, and without rows", async () => {
    const one = await failing("2026-01-03T00:00:00Z,5,Roma\n");
    expect(one.stderr.match(/error\[fit\/too-few-values\]/g)).toHaveLength(1);
    expect(one.stderr).toContain("fit.spread has no value: the column has one value in 1 rows");
    const rejected = await failing("2026-01-03T00:00:00Z,5000,Roma\n");
    expect(rejected.stderr).toContain("why the contract rejected one row");
    expect((await failing("")).code).toBe(3);
  });

  it("are those whose sum is beyond the largest number: fit/overflow", async () => {
    const text = spec.replace(", range: [0, 1000]", "").replace(", range: [0, 1000]", "");
    const rows = "2026-01-03T00:00:00Z,1.7e308,Roma\n2026-01-03T00:00:00Z,1.7e308,Roma\n";
    const { code, stderr } = await failing(rows, text);
    expect(code).toBe(3);
    expect(stderr).toContain("error[fit/overflow]: fit.average");
    expect(stderr).not.toContain("fit.middle");
  });

  it("can be written and be of no use: the spec says so", async () => {
    const scaled = spec.replace(
      "features:\n",
      `features:
  scaled:
    formula: standardize(amount ?? fit.average, fit.average, fit.spread)
    range: [-1e300, 1e300]
`,
    );
    const cwd = project({
      "s.feat.yaml": scaled,
      "train.csv": "at,amount,city\n2026-01-03T00:00:00Z,5,Roma\n2026-01-03T00:00:00Z,5,Roma\n",
    });
    const { code, stderr } = await fit(cwd);
    expect(code).toBe(1);
    expect(stderr).toContain("error[fit/unusable-value]: standardize cannot take fit.spread");
    expect(fitFile(cwd).values["spread"]).toMatchObject({ value: 0 });
  });
});

describe("a wrong call", () => {
  it("is refused: no spec, no data, no constants, another format", async () => {
    const cwd = project({
      "plain.feat.yaml": `${header}features:\n  a: { formula: amount ?? 0, range: [0, 1000] }\n`,
    });
    const call = async (...argv: readonly string[]) => (await callCli(argv, { cwd })).code;
    expect(await call("fit", "none.feat.yaml", "--data", "train.csv")).toBe(2);
    expect(await call("fit", "s.feat.yaml", "--data", "none.csv")).toBe(2);
    expect(await call("fit", "s.feat.yaml", "--data", "s.feat.yaml")).toBe(2);
    expect(await call("fit", "plain.feat.yaml", "--data", "train.csv")).toBe(2);
    expect(await call("fit", "s.feat.yaml")).toBe(2);
  });

  it("of a spec with errors reads no data", async () => {
    const cwd = project({ "s.feat.yaml": spec.replace("median(amount)", "median(amout)") });
    const { code, stderr } = await fit(cwd);
    expect({ code, said: stderr.includes("name/unknown") }).toEqual({ code: 1, said: true });
    expect(existsSync(join(cwd, "s.fit.yaml"))).toBe(false);
  });

  it("that is interrupted leaves the file that was there", async () => {
    const cwd = await fittedProject();
    const before = textOf(cwd);
    write(cwd, "train.csv", `${csv}2026-01-05T00:00:00Z,6,Bari\n`);
    const interrupted = AbortSignal.abort();
    const { code } = await callCli(["fit", "s.feat.yaml", "--data", "train.csv"], {
      cwd,
      interrupted,
    });
    expect(code).toBe(130);
    expect(textOf(cwd)).toBe(before);
  });
});

describe("build with a fit file", () => {
  it("is done again when the file changes", async () => {
    const cwd = await fittedProject();
    const build = () => callCli(["build", "s.feat.yaml", "--out", "out"], { cwd, buildId: "b" });
    const features = (): string => textOf(cwd, "out/example/features.ts");
    const hashes = (): unknown =>
      (JSON.parse(textOf(cwd, "out/example/manifest.json")) as { spec: { sha256: string } }).spec
        .sha256;
    expect((await build()).code).toBe(0);
    const first = { features: features(), hash: hashes() };
    expect(first.features).toContain("?? 2");
    write(cwd, "train.csv", csv.replace("Z,2,Bari", "Z,3,Bari"));
    expect((await fit(cwd)).code).toBe(0);
    expect((await build()).code).toBe(0);
    expect(features()).toContain("?? 3");
    expect(hashes()).not.toBe(first.hash);
  });
});

describe("the fit files of the repository", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));

  it.each([
    ["specs/penguins", "node_modules/vega-datasets/data/penguins.json", "penguins.json"],
    ["test/samples/specs/shop/input", "test/samples/specs/shop/train.csv", "train.csv"],
  ])("%s is what its data give", async (path, data, name) => {
    const cwd = project({});
    copyFileSync(join(root, data), join(cwd, name));
    for (const kind of ["feat", "fit"]) {
      copyFileSync(join(root, `${path}.${kind}.yaml`), join(cwd, `s.${kind}.yaml`));
    }
    const call = ["fit", "s.feat.yaml", "--data", name, "--check"];
    const { code, stderr } = await callCli(call, { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });
});

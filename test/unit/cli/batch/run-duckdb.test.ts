import { mkdirSync, readdirSync, readFileSync, truncateSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDuckDB } from "../../../../compiler/src/cli/engine/open-duckdb.js";
import { columns, jsonLines, loan, project, visits, visitsData } from "./loan-project.js";
import { callCli } from "../support/call-cli.js";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.js";

const run = (cwd: string, ...more: readonly string[]) =>
  callCli(["run", "loan.feat.yaml", ...more], { cwd });

async function rowsOf(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const connection = await openDuckDB();
  const result = await connection.runAndReadAll(`SELECT * FROM '${path}'`);
  return result.getRowObjectsJS();
}

describe("featc run on DuckDB", () => {
  it("gives the files that Node gives for the same data", async () => {
    const { cwd, parquet } = await project({ "rows.jsonl": jsonLines(50) });
    await parquet("rows.parquet", `SELECT ${columns} FROM range(50) t(i)`);
    for (const output of ["f.csv", "f.jsonl", "f.npy"]) {
      const node = await run(cwd, "--input", "rows.jsonl", "--output", `node-${output}`);
      const duckdb = await run(cwd, "--input", "rows.parquet", "--output", `duckdb-${output}`);
      expect([node.code, duckdb.code]).toEqual([0, 0]);
      expect(readFileSync(join(cwd, `duckdb-${output}`))).toEqual(
        readFileSync(join(cwd, `node-${output}`)),
      );
      const told = (stderr: string) => stderr.split("per row")[0]?.replaceAll("node-", "duckdb-");
      expect(told(duckdb.stderr)).toBe(told(node.stderr));
    }
  });

  it("writes Parquet with the spec in its metadata, and a matrix with its fingerprint", async () => {
    const { cwd, parquet } = await project({ "rows.jsonl": jsonLines(9) });
    await parquet("rows.parquet", `SELECT ${columns} FROM range(9) t(i)`);
    const call = ["--input", "rows.parquet", "--output"];
    expect((await run(cwd, ...call, "f.parquet")).code).toBe(0);
    await run(cwd, "--input", "rows.jsonl", "--output", "f.jsonl");
    const wanted = readFileSync(join(cwd, "f.jsonl"), "utf8").trimEnd().split("\n");
    const found = await rowsOf(join(cwd, "f.parquet"));
    expect(found.map(({ ratio, log_debt, is_baker }) => ({ ratio, log_debt, is_baker }))).toEqual(
      wanted.map((line) => {
        const { ratio, log_debt, is_baker } = JSON.parse(line) as Record<string, unknown>;
        return { ratio, log_debt, is_baker };
      }),
    );
    const matrix = await run(cwd, ...call, "m.parquet", "--matrix", "model_input", "--json");
    const { fingerprint } = JSON.parse(matrix.stdout) as { readonly fingerprint: string };
    expect(fingerprint).toMatch(/^fc1-[0-9a-f]{16}$/);
    const connection = await openDuckDB();
    const metadata = await connection.runAndReadAll(
      `SELECT decode(key) AS k, decode(value) AS v FROM parquet_kv_metadata('${join(cwd, "m.parquet")}')`,
    );
    expect(metadata.getRowObjectsJS()).toContainEqual({ k: "featc_fingerprint", v: fingerprint });
    const [first] = await rowsOf(join(cwd, "m.parquet"));
    expect(Object.keys(first ?? {})).toEqual(["ratio", "log_debt", "is_baker", "hour_asked"]);
  });

  it("reads patterns and folders as one table, and the first or some of its rows", async () => {
    const { cwd, parquet } = await project();
    mkdirSync(join(cwd, "days/day=1"), { recursive: true });
    mkdirSync(join(cwd, "days/day=2"));
    await parquet("days/day=1/a.parquet", `SELECT ${columns} FROM range(4) t(i)`);
    await parquet("days/day=2/b.parquet", `SELECT ${columns} FROM range(4, 10) t(i)`);
    const ignoring = loan.replace("keys:", "unknown_fields: ignore\nkeys:");
    writeFiles(cwd, { "loan.feat.yaml": ignoring });
    const idsOf = async (...call: readonly string[]): Promise<readonly string[]> => {
      expect((await run(cwd, ...call, "--output", "f.csv")).code).toBe(0);
      const lines = readFileSync(join(cwd, "f.csv"), "utf8").trimEnd().split("\n").slice(1);
      return lines.map((line) => line.split(",")[0] ?? "");
    };
    const all = Array.from({ length: 10 }, (_, i) => String(i));
    expect(await idsOf("--input", "days")).toEqual(all);
    expect(await idsOf("--input", "days/*/*.parquet")).toEqual(all);
    expect(await idsOf("--input", "days", "--limit", "3")).toEqual(["0", "1", "2"]);
    const sample = await idsOf("--input", "days", "--sample", "5");
    expect(new Set(sample).size).toBe(5);
    expect(await idsOf("--input", "days", "--sample", "5")).toEqual(sample);
  });

  it("refuses values as the contract does, and says why of each row", async () => {
    const { cwd, parquet } = await project();
    await parquet(
      "rows.parquet",
      `SELECT * EXCLUDE (i) REPLACE (
         CASE i WHEN 1 THEN 'nan'::DOUBLE WHEN 2 THEN 'inf'::DOUBLE ELSE debt END AS debt,
         CASE i WHEN 3 THEN 9007199254740993 ELSE children END AS children,
         CASE i WHEN 4 THEN 'clown' WHEN 5 THEN 'ba' || chr(0) || 'ker' ELSE job END AS job,
         CASE i WHEN 6 THEN 'infinity'::TIMESTAMPTZ ELSE asked END AS asked)
       FROM (SELECT i, ${columns} FROM range(9) t(i))`,
    );
    const call = ["--input", "rows.parquet", "--output", "f.csv"];
    const { code, stderr } = await run(cwd, ...call, "--rejects", "r.jsonl");
    expect(code).toBe(0);
    expect(stderr).toContain("9 rows in, 3 written to f.csv, 6 rejected");
    const rejects = readFileSync(join(cwd, "r.jsonl"), "utf8").trimEnd().split("\n");
    const told = rejects.map((line) => {
      const { row, issues } = JSON.parse(line) as {
        readonly row: number;
        readonly issues: readonly { readonly code: string; readonly path: readonly string[] }[];
      };
      return `${String(row)} ${issues.map((one) => `${one.code} ${one.path.join(".")}`).join()}`;
    });
    expect(told).toEqual([
      "2 type debt",
      "3 type debt",
      "4 type children",
      "5 enum job",
      "6 enum job",
      "7 type asked",
    ]);
    const unseen = await run(cwd, ...call);
    expect(unseen.code).toBe(3);
    expect(unseen.stderr).toContain("row 2 was rejected: debt: type");
    expect(
      (await callCli(["parity", "loan.feat.yaml", "--input", "rows.parquet"], { cwd })).code,
    ).toBe(0);
  });

  it("floors what is finer than a millisecond, whatever the unit", async () => {
    const { cwd, parquet } = await project();
    const at = "'1969-12-31 23:59:59.999999'";
    await parquet(
      "rows.parquet",
      `SELECT * REPLACE (CAST(TIMESTAMP_NS ${at} AS TIMESTAMP_NS) AS asked) FROM (SELECT ${columns} FROM range(1, 2) t(i))`,
    );
    await run(cwd, "--input", "rows.parquet", "--output", "f.jsonl");
    const line = readFileSync(join(cwd, "f.jsonl"), "utf8").trimEnd();
    expect(JSON.parse(line)).toMatchObject({ asked_at: "1969-12-31T23:59:59.999Z" });
  });

  it("reports every column that does not fit, and writes nothing", async () => {
    const { cwd, parquet } = await project();
    await parquet(
      "rows.parquet",
      `SELECT * EXCLUDE (debt, job), 'x' AS jobs, 12 AS job FROM (SELECT ${columns} FROM range(2) t(i))`,
    );
    const { code, stderr } = await run(cwd, "--input", "rows.parquet", "--output", "f.csv");
    expect(code).toBe(3);
    expect(stderr).toContain("data/column-type");
    expect(stderr).toContain("there is no column for the field debt");
    expect(stderr).toContain(
      'the column "job" is INTEGER, and the spec needs one for a field of the type enum',
    );
    expect(stderr).toContain('the spec has no field for the column "jobs"');
    expect(stderr).toContain('did you mean "job"?');
    expect(readdirSync(cwd)).not.toContain("f.csv");
  });

  it("tells a file that is torn or empty from one that has no rows", async () => {
    const { cwd, parquet } = await project({ "empty.parquet": "", "empty.csv": "" });
    await parquet("torn.parquet", `SELECT ${columns} FROM range(1000) t(i)`);
    truncateSync(join(cwd, "torn.parquet"), statSync(join(cwd, "torn.parquet")).size - 100);
    await parquet("none.parquet", `SELECT ${columns} FROM range(0) t(i)`);
    for (const file of ["empty.parquet", "torn.parquet", "nowhere.parquet"]) {
      const { code, stderr } = await run(cwd, "--input", file, "--output", "f.csv");
      expect(stderr).toContain(`error: ${file} cannot be read: `);
      expect(code).toBe(2);
    }
    const none = await run(cwd, "--input", "none.parquet", "--output", "f.csv");
    expect(none.code).toBe(0);
    expect(none.stderr).toContain("0 rows in, 0 written");
  });

  it("leaves the old file where it is interrupted, or cannot write", async () => {
    const { cwd, parquet } = await project({ "f.csv": "old", folder: "a file" });
    await parquet("rows.parquet", `SELECT ${columns} FROM range(3) t(i)`);
    const call = ["run", "loan.feat.yaml", "--input", "rows.parquet", "--output"];
    const interrupted = AbortSignal.abort();
    expect((await callCli([...call, "f.csv"], { cwd, interrupted })).code).toBe(130);
    const blocked = await callCli([...call, "folder/f.parquet"], { cwd });
    expect(blocked.stderr).toContain("folder/f.parquet cannot be written");
    expect(blocked.code).toBe(2);
    expect(readFileSync(join(cwd, "f.csv"), "utf8")).toBe("old");
    expect(readdirSync(cwd).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it.each([
    [["--output", "f.arrow"], "featc cannot write .arrow"],
    [["--output", "f.csv", "--rejects", "r.csv"], "featc cannot write rejected rows to r.csv"],
    [["--output", "f.csv", "--engine", "node"], "the engine node does not do rows.parquet"],
    [["--output", "f.csv", "--matrix", "model_input"], "--matrix needs an --output"],
    [["--output", "f.csv", "--as-of-column", "t"], "leave out --as-of-column"],
  ])("refuses %j", async (call, problem) => {
    const { cwd, parquet } = await project();
    await parquet("rows.parquet", `SELECT ${columns} FROM range(3) t(i)`);
    const { code, stderr } = await run(cwd, "--input", "rows.parquet", ...call);
    expect(`${stderr}`).toContain(problem);
    expect(code).toBe(2);
    expect(readdirSync(cwd).filter((name) => /partial|^f[.]/.test(name))).toEqual([]);
  });

  it("prints the plan and writes nothing", async () => {
    const { cwd, parquet } = await project();
    await parquet("rows.parquet", `SELECT ${columns} FROM range(3) t(i)`);
    const call = ["--input", "rows.parquet", "--output", "f.csv", "--explain-plan"];
    const { code, stdout } = await run(cwd, ...call);
    expect(code).toBe(0);
    expect(stdout).toMatch(/READ_PARQUET|PARQUET_SCAN/);
    expect(readdirSync(cwd)).not.toContain("f.csv");
  });
});

describe("events and tables on DuckDB", () => {
  it("joins them as of a column, and rejects what TypeScript rejects", async () => {
    const { cwd, parquet } = await project({ "visits.feat.yaml": visits });
    await visitsData(parquet);
    const files = ["--input", "users.parquet", "--events", "pages=pages.parquet"];
    const call = ["visits.feat.yaml", ...files, "--table", "people=people.parquet"];
    const moment = ["--as-of-column", "t"];
    const { code, stderr } = await callCli(
      ["run", ...call, ...moment, "--output", "f.jsonl", "--rejects", "r.parquet"],
      { cwd },
    );
    expect(code).toBe(0);
    // A page of u0 takes too long, and u1 is in the table twice.
    expect(stderr).toContain("40 rows in, 24 written to f.jsonl, 16 rejected");
    const reasons = await rowsOf(join(cwd, "r.parquet"));
    expect(reasons).toHaveLength(16);
    const parity = await callCli(["parity", ...call, ...moment, "--json"], { cwd });
    expect(JSON.parse(parity.stdout)).toMatchObject({
      rows: 40,
      rejected: 16,
      pairs: 72,
      mismatches: 0,
      missing: 0,
      extra: 0,
    });
    expect(parity.code).toBe(0);
    const without = await callCli(["run", ...call, "--output", "f.jsonl"], { cwd });
    expect(without.stderr).toContain("visits needs the moment of the prediction");
  });
});

it("says what of a spec DuckDB cannot compute", async () => {
  const cwd = temporaryFolder();
  writeFiles(cwd, {
    "names.feat.yaml":
      "featc: 1\nname: names\ninput: { name: { type: string, length: [0, 9] } }\nfeatures: { plain: strip_accents(name) }\n",
    "rows.csv": "name\nAndré\n",
  });
  const call = ["run", "names.feat.yaml", "--input", "rows.csv", "--output", "f.csv"];
  const { code, stderr } = await callCli([...call, "--engine", "duckdb"], { cwd });
  expect(stderr).toContain("names cannot run on DuckDB with the same bits: strip_accents");
  expect(code).toBe(2);
});

import { existsSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDuckDB } from "../../compiler/src/cli/engine/open-duckdb.js";
import { columns, project, visits, visitsData } from "../unit/cli/batch/loan-project.js";
import { callCli } from "../unit/cli/support/call-cli.js";

const onSpark = [
  "--engine",
  "spark",
  ...["spark.master=local[2]", "spark.sql.shuffle.partitions=2"].flatMap((one) => [
    "--spark-conf",
    one,
  ]),
];

const { PYSPARK_PYTHON = "python3" } = process.env;
const env = { ...process.env, PYSPARK_PYTHON };

async function rowsOf(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const connection = await openDuckDB();
  const files = existsSync(path) ? `${path}/*.parquet` : path;
  const result = await connection.runAndReadAll(`SELECT * FROM '${files}'`);
  return result.getRowObjectsJson();
}

async function oneFile(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const connection = await openDuckDB();
  const result = await connection.runAndReadAll(`SELECT * FROM '${path}'`);
  return result.getRowObjectsJson();
}

describe("featc run on Spark", () => {
  it("gives the rows that DuckDB gives, and the rejected ones", async () => {
    const { cwd, parquet } = await project();
    await parquet(
      "rows.parquet",
      `SELECT * REPLACE (CASE i WHEN 4 THEN 'clown' WHEN 9 THEN 'ba' || chr(0) || 'ker' ELSE job END AS job,
         CASE i WHEN 6 THEN 'NaN'::FLOAT ELSE debt END AS debt) FROM (SELECT i, ${columns} FROM range(50) t(i))`.replace(
        "SELECT * REPLACE",
        "SELECT * EXCLUDE (i) REPLACE",
      ),
    );
    const call = ["run", "loan.feat.yaml", "--input", "rows.parquet", "--json"];
    const duckdb = await callCli([...call, "--output", "d.parquet", "--rejects", "dr.parquet"], {
      cwd,
    });
    const spark = await callCli(
      [...call, "--output", "s.parquet", "--rejects", "sr.parquet", ...onSpark],
      { cwd, env },
    );
    expect([duckdb.code, spark.code]).toEqual([0, 0]);
    expect(await rowsOf(join(cwd, "s.parquet"))).toEqual(await oneFile(join(cwd, "d.parquet")));
    const issuesOf = (rows: readonly Readonly<Record<string, unknown>>[]) =>
      rows.map(({ row, issues }) => ({ row: Number(row), issues }));
    expect(issuesOf(await rowsOf(join(cwd, "sr.parquet")))).toEqual(
      issuesOf(await oneFile(join(cwd, "dr.parquet"))),
    );
    const told = (stdout: string) => {
      const { features, rowsIn, rowsWritten, rowsRejected, rejectReasons } = JSON.parse(stdout);
      return {
        counts: { rowsIn, rowsWritten, rowsRejected, rejectReasons },
        features: features.map(({ mean, ...one }: { mean: number | null }) => ({
          ...one,
          // An engine adds in any order for the summary.
          mean: mean === null ? null : Math.fround(mean),
        })),
      };
    };
    expect(told(spark.stdout)).toEqual(told(duckdb.stdout));
  }, 180_000);

  it("joins events and tables as of a column", async () => {
    const { cwd, parquet } = await project({ "visits.feat.yaml": visits });
    await visitsData(parquet);
    const call = [
      ...["run", "visits.feat.yaml", "--input", "users.parquet", "--as-of-column", "t"],
      ...["--events", "pages=pages.parquet", "--table", "people=people.parquet"],
    ];
    const duckdb = await callCli([...call, "--output", "d.parquet"], { cwd });
    const spark = await callCli([...call, "--output", "s.parquet", ...onSpark], { cwd, env });
    expect([duckdb.code, spark.code]).toEqual([3, 3]);
    expect(spark.stderr).toContain("40 rows in, 24 written to s.parquet, 16 rejected");
    expect(await rowsOf(join(cwd, "s.parquet"))).toEqual(await oneFile(join(cwd, "d.parquet")));
  }, 180_000);

  it("reads cells of CSV files as the other engines do", async () => {
    const cells = [
      "applicant,income,debt,children,job,born,asked,employed",
      "a,1e3,5,1,baker,2000-01-31,2024-01-01T00:00:00Z,true",
      'b,,"7.5",2,"ba,ker",2000-02-30,2024-01-01T00:00:00Z,0',
      '"c ""d""",12,x,3,,2000-02-28,2024-01-01T00:00:00.5+01:00,FALSE',
    ].join("\n");
    const { cwd } = await project({ "rows.csv": `${cells}\n` });
    const call = ["run", "loan.feat.yaml", "--input", "rows.csv"];
    const duckdb = await callCli([...call, "--output", "d.parquet", "--rejects", "dr.parquet"], {
      cwd,
    });
    const spark = await callCli(
      [...call, "--output", "s.parquet", "--rejects", "sr.parquet", ...onSpark],
      { cwd, env },
    );
    expect([duckdb.code, spark.code]).toEqual([0, 0]);
    expect(await rowsOf(join(cwd, "s.parquet"))).toEqual(await oneFile(join(cwd, "d.parquet")));
    const rejected = await rowsOf(join(cwd, "sr.parquet"));
    expect(rejected).toEqual(await oneFile(join(cwd, "dr.parquet")));
    expect(rejected).toHaveLength(2);
  }, 180_000);

  it("reports every column that does not fit, and a file that is torn, and writes nothing", async () => {
    const { cwd, parquet } = await project();
    await parquet(
      "odd.parquet",
      `SELECT * EXCLUDE (debt, job), 'x' AS jobs, 12 AS job FROM (SELECT ${columns} FROM range(2) t(i))`,
    );
    await parquet("torn.parquet", `SELECT ${columns} FROM range(1000) t(i)`);
    truncateSync(join(cwd, "torn.parquet"), 2000);
    const call = ["run", "loan.feat.yaml", "--output", "f.parquet", ...onSpark];
    const odd = await callCli([...call, "--input", "odd.parquet"], { cwd, env });
    expect(odd.code).toBe(3);
    expect(odd.stderr).toContain("there is no column for the field debt");
    expect(odd.stderr).toContain(
      'the column "job" is integer, and the spec needs one for a field of the type enum',
    );
    expect(odd.stderr).toContain('the spec has no field for the column "jobs"');
    const torn = await callCli([...call, "--input", "torn.parquet"], { cwd, env });
    expect(torn.code).toBe(2);
    expect(torn.stderr).toContain("error: torn.parquet cannot be read: ");
    expect(readdirSync(cwd).filter((name) => name.includes("f.parquet"))).toEqual([]);
  }, 180_000);

  it.each([
    [["--output", "f.csv"], "the engine spark does not write f.csv"],
    [["--output", "f.parquet", "--matrix", "model_input"], "writes features, and no matrix"],
    [["--output", "f.parquet", "--spark-conf", "x"], "--spark-conf x is not NAME=VALUE"],
  ])("refuses %j", async (more, problem) => {
    const { cwd, parquet } = await project();
    await parquet("rows.parquet", `SELECT ${columns} FROM range(2) t(i)`);
    const call = ["run", "loan.feat.yaml", "--input", "rows.parquet", "--engine", "spark"];
    const { code, stderr } = await callCli([...call, ...more], { cwd, env });
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });

  it("takes the first and some of the rows, and prints the plan", async () => {
    const { cwd, parquet } = await project();
    await parquet("rows.parquet", `SELECT ${columns} FROM range(50) t(i)`);
    const call = ["run", "loan.feat.yaml", "--input", "rows.parquet", "--output", "f.parquet"];
    const first = await callCli([...call, "--limit", "7", ...onSpark], { cwd, env });
    expect(first.stderr).toContain("7 rows in, 7 written to f.parquet, 0 rejected");
    const whole = await rowsOf(join(cwd, "f.parquet"));
    expect(whole.map(({ applicant }) => applicant)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    const plan = await callCli([...call, "--explain-plan", ...onSpark], { cwd, env });
    expect(plan.code).toBe(0);
    expect(plan.stdout).toContain("== Physical Plan ==");
  }, 180_000);

  it("leaves the old folder where it is interrupted", async () => {
    const { cwd, parquet } = await project();
    await parquet("rows.parquet", `SELECT ${columns} FROM range(50) t(i)`);
    const call = ["run", "loan.feat.yaml", "--input", "rows.parquet", "--output", "f.parquet"];
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 6_000);
    const { code } = await callCli([...call, ...onSpark], {
      cwd,
      env,
      interrupted: controller.signal,
    });
    expect(code).toBe(130);
    expect(readdirSync(cwd).filter((name) => name.includes("f.parquet"))).toEqual([]);
  }, 180_000);

  it("says what is missing where Spark does not start", async () => {
    const { cwd, parquet } = await project();
    await parquet("rows.parquet", `SELECT ${columns} FROM range(2) t(i)`);
    const call = ["run", "loan.feat.yaml", "--input", "rows.parquet", "--output", "f.parquet"];
    const none = { ...process.env, PYSPARK_PYTHON: join(cwd, "no-python") };
    const { code, stderr } = await callCli([...call, "--engine", "spark"], { cwd, env: none });
    expect(code).toBe(2);
    expect(stderr).toContain("Spark did not start with ");
    expect(stderr).toContain("pip install pyspark==");
  });
});

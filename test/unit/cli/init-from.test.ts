import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDuckDB } from "../../../compiler/src/cli/engine/open-duckdb.js";
import { callCli } from "./support/call-cli.js";
import { readFiles, temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const dataFolder = new URL("../../../specs/data/", import.meta.url).pathname;
const shipped = readdirSync(dataFolder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(?:csv|jsonl)$/.test(file))
  .sort();

/** The lines of the spec that is inferred from a file with this text. */
async function inferred(name: string, text: string): Promise<string> {
  const cwd = temporaryFolder();
  writeFiles(cwd, { [name]: text });
  const { code, stderr } = await callCli(["init", "--from", name, "--name", "found"], { cwd });
  expect(stderr).toContain("wrote specs/found.feat.yaml");
  expect(code).toBe(0);
  expect(await callCli(["check"], { cwd })).toMatchObject({
    code: 0,
    stderr: "1 spec checked, no errors\n",
  });
  return readFileSync(join(cwd, "specs/found.feat.yaml"), "utf8");
}

/** Texts of one column as a CSV file, each of them three times. */
function column(name: string, values: readonly string[]): string {
  return [name, ...values, ...values, ...values, ""].join("\n");
}

describe("featc init --from", () => {
  it.each(shipped)("writes a spec that admits every row of %s", async (file) => {
    const cwd = temporaryFolder();
    const name = basename(file);
    copyFileSync(join(dataFolder, file), join(cwd, name));
    expect(await callCli(["init", "--from", name, "--name", "found"], { cwd })).toMatchObject({
      code: 0,
    });
    const call = ["run", "specs/found.feat.yaml", "--input", name, "--output", "o.jsonl"];
    const { code, stdout } = await callCli([...call, "--json"], { cwd });
    expect(code).toBe(0);
    const summary = JSON.parse(stdout) as Readonly<Record<string, number>>;
    expect(summary["rowsRejected"]).toBe(0);
    expect(summary["rowsWritten"]).toBeGreaterThan(2);
  });

  it("says of each field what was seen", async () => {
    const spec = await inferred(
      "people.csv",
      [
        "Person ID,Born,Height (cm),shoe,smokes,job,E-Mail",
        "p1,31/01/1980,171.5,42,true,baker,a@x.org",
        "p2,02/02/1999,,-9,false,smith,b@x.org",
        "p3,15/12/2001,160,39,false,baker,c@x.org",
        "p4,15/12/2001,182.25,-9,false,baker,d@x.org",
        "",
      ].join("\n"),
    );
    const input = spec.slice(spec.indexOf("input:"), spec.indexOf("# Each column"));
    expect(input.trimEnd()).toBe(
      [
        "input:",
        "  # never missing; an identifier by its name",
        "  person_id: { type: id, name: Person ID }",
        "  # never missing",
        "  born: { type: date, name: Born, from: [dd/MM/yyyy] }",
        "  # 1 of 4 missing; 160 to 182.25, median 171.5",
        "  height_cm: { type: number?, name: Height (cm), range: [150, 190] }",
        "  # 2 of 4 missing; 39 to 42, median 39; -9 stands apart, 2 times: taken for missing",
        "  shoe: { type: int?, range: [38, 43], missing_values: [-9] }",
        "  # never missing",
        "  smokes: bool",
        "  # never missing; 2 values, the commonest baker (3 of 4)",
        "  job: { type: enum, values: [baker, smith] }",
        "  # never missing; 7 to 7 characters",
        "  e_mail: { type: string, name: E-Mail, length: [0, 8], pii: true }",
      ].join("\n"),
    );
    expect(spec).toContain("keys: [person_id]");
  });

  it.each([
    ["zeros in front make a code of digits", column("branch", ["007", "012"]), "type: enum"],
    ["words among numbers are missing", column("x", ["1", "2", "3", "4", "NA"]), "x: { type: int?"],
    ["seconds since 1970", column("sent_at", ["1700000000", "1700000001"]), "from: epoch_s"],
    [
      "a number by its fraction",
      column("x", ["1.5", "2"]),
      "x: { type: number, range: [1.4, 2.1] }",
    ],
    ["values that YAML would misread", column("x", ["no", "yes"]), "values: ['no', 'yes']"],
    ["quotes inside values", column("x", [`"6' 1"""`, `"5' 2"""`, '""']), `'6'' 1"'`],
    ["a word of the language as name", column("match", ["1", "2"]), "match_value: { type: int"],
    ["two columns with one name in formulas", "a b,a-b\n1,2\n", "a_b_2: { type: int, name: a-b"],
  ])("%s", async (_, text, line) => {
    expect(await inferred("data.csv", text)).toContain(line);
  });

  it("reads texts of JSON as texts, also numbers and empty ones", async () => {
    const spec = await inferred(
      "data.jsonl",
      [
        {
          n: "1.5",
          t: "",
          on: "2026-01-31",
          sent: "2026-01-31 10:00:00",
          who: { id: 7 },
          l: ["a"],
        },
        { n: "2", t: "long", on: "2026-02-01", sent: "2026-01-31 11:00:00", who: { id: 8 }, l: [] },
      ]
        .map((record) => JSON.stringify(record))
        .join("\n"),
    );
    expect(spec).toContain("n: { type: number, range: [1.4, 2.1], from: text }");
    expect(spec).toContain("t: { type: enum?, values: [long], missing_values: [''] }");
    expect(spec).toContain("on: date\n");
    expect(spec).toContain("sent: { type: timestamp, from: ['yyyy-MM-dd HH:mm:ss'] }");
    expect(spec).toContain("who: { type: record, fields: { id: { type: int? } } }");
    expect(spec).toContain("l: list<string?>");
  });

  it("reads the types of Parquet, and leaves out what a spec cannot read", async () => {
    const cwd = temporaryFolder();
    const connection = await openDuckDB();
    await connection.run(
      `COPY (SELECT i AS trip, TIMESTAMP '2026-01-01' + INTERVAL (i) HOUR AS at, i % 2 = 0 AS even,
         CASE WHEN i = 3 THEN 'nan'::DOUBLE ELSE i / 4 END AS x, INTERVAL 1 DAY AS wait, NULL::INTEGER AS none
       FROM range(10) t(i)) TO '${join(cwd, "trips.parquet")}'`,
    );
    connection.closeSync();
    expect((await callCli(["init", "--from", "trips.parquet"], { cwd })).code).toBe(0);
    const spec = readFiles(cwd)["specs/trips.feat.yaml"] ?? "";
    expect(spec).toContain("  trip: id\n");
    expect(spec).toContain("as_of: at\n");
    expect(spec).toContain("  even: bool\n");
    expect(spec).toContain("x: { type: number?, range: [0, 3], invalid: missing }");
    expect(spec).toContain("#   wait: its type is INTERVAL\n#   none: it has no value at all\n");
    expect(spec).toContain("unknown_fields: ignore");
    expect((await callCli(["check"], { cwd })).code).toBe(0);
  });

  it.each([
    [["--from", "nowhere.csv"], "there is no file nowhere.csv"],
    [["--from", "a.txt"], "a.txt is of no known kind"],
    [["--from", "empty.csv"], "empty.csv has no rows"],
    [["--from", "torn.parquet"], "torn.parquet cannot be read: "],
    [["--from", "empty.csv", "--name", "A b"], "A b cannot be the name of a spec"],
    [["--name", "a"], "--name goes with --from"],
  ])("refuses %j", async (call, problem) => {
    const cwd = temporaryFolder();
    const before = { "a.txt": "a", "empty.csv": "a,b\n", "torn.parquet": "PAR1" };
    writeFiles(cwd, before);
    const { code, stderr } = await callCli(["init", ...call], { cwd });
    expect(stderr).toContain(`error: ${problem}`);
    expect(code).toBe(2);
    expect(readFiles(cwd)).toEqual(before);
  });
});

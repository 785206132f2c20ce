import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = `featc: 1
name: example
as_of: at
keys: [loan]
input:
  loan: string
  customer: id
  at: timestamp
events:
  payments:
    key: payer
    on: customer
    time: paid_at
    retention: 30d
    max_count: 3
    fields:
      payer: id
      paid_at: { type: timestamp, name: PaidAt, from: "yyyy-MM-dd HH:mm:ss" }
      amount: { type: number, range: [0, 100] }
tables:
  bureau:
    key: customer
    fields: { customer: id, score: { type: int, range: [300, 850] } }
features:
  paid_7d: { formula: sum(payments.amount within 7d), range: [0, 300] }
  last_paid: { formula: last(payments.amount), range: [0, 100], impute: 0 }
  score: { formula: bureau.score, range: [300, 850], impute: 600 }
matrix:
  model_input: { dtype: float32, columns: [paid_7d, last_paid, score] }
`;

const loans = `loan,customer,at
a,007,2024-03-10T12:00:00Z
b,8,2024-03-10T12:00:00Z
c,9,2024-03-10T12:00:00Z
d,10,2024-03-10T12:00:00Z
e,11,2024-03-10T12:00:00Z
`;

/** Out of order; the first of 007 lies a second after its loan, the one of 9 beyond its range. */
const payments = `payer,PaidAt,amount
007,2024-03-10 12:00:01,50
007,2024-03-09 12:00:00,7
8,2024-03-10 11:59:59,1.5
007,2024-03-03 12:00:00,3
007,2024-03-03 11:59:59,20
9,2024-03-09 12:00:00,200
11,2024-03-09 12:00:00,1
11,2024-03-09 12:00:00,1
11,2024-03-09 12:00:00,1
11,2024-03-09 12:00:00,1
,2024-03-09 12:00:00,1
`.replace("007,2024-03-03 11:59:59,20\n", "");

const bureau = `{"customer":"007","score":700}
{"customer":8,"score":300}
{"customer":"10","score":400}
{"customer":"10","score":401}
`;

function project(files: Readonly<Record<string, string>> = {}): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  writeFiles(cwd, {
    "s.feat.yaml": spec,
    "loans.csv": loans,
    "payments.csv": payments,
    "bureau.jsonl": bureau,
    ...files,
  });
  return cwd;
}

const both = ["--events", "payments=payments.csv", "--table", "bureau=bureau.jsonl"];

function run(cwd: string, ...flags: readonly string[]) {
  return callCli(["run", "s.feat.yaml", "--input", "loans.csv", "--output", "out.csv", ...flags], {
    cwd,
  });
}

const text = (cwd: string, path: string): string => readFileSync(join(cwd, path), "utf8");

describe("featc run with events and tables", () => {
  it("joins them by key, in any order, and never with what came later", async () => {
    const cwd = project();
    const { code, stderr } = await run(cwd, ...both, "--rejects", "no.jsonl");
    expect(code).toBe(0);
    expect(text(cwd, "out.csv")).toBe("loan,paid_7d,last_paid,score\na,10,7,700\nb,1.5,1.5,300\n");
    expect(stderr).toContain("payments: 10 records of 4 keys; 1 refused, 1 without a key");
    expect(stderr).toContain("bureau: 4 records of 3 keys; 1 refused");
  });

  it("rejects the rows of a key whose records are refused, and says why", async () => {
    const cwd = project();
    await run(cwd, ...both, "--rejects", "no.jsonl");
    const rejects = text(cwd, "no.jsonl")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(rejects).toMatchObject([
      { line: 4, issues: [{ code: "range", path: ["payments", "amount"] }] },
      { line: 5, issues: [{ code: "second_record", path: ["bureau"] }] },
      { line: 6, issues: [{ code: "length", path: ["payments"] }] },
    ]);
    expect(text(cwd, "no.jsonl")).toContain("payments, line 6: amount: ");
  });

  it("tells of the sources in its JSON summary", async () => {
    const { stdout } = await run(project(), ...both, "--rejects", "no.jsonl", "--json");
    const summary = JSON.parse(stdout) as { readonly sources: unknown };
    expect(summary.sources).toEqual([
      { name: "payments", records: 10, entities: 4, refused: 1, unjoined: 1 },
      { name: "bureau", records: 4, entities: 3, refused: 1, unjoined: 0 },
    ]);
  });

  it.each([
    [["--table", "bureau=bureau.jsonl"], "the spec reads payments", "--events payments=FILE"],
    [[...both, "--events", "refunds=x.csv"], "the spec has no refunds for --events", "payments"],
    [[...both, "--table", "bureau=x.csv"], "--table bureau is given twice", ""],
    [["--events", "payments"], "is not NAME=FILE", "--events payments=FILE"],
    [
      ["--events", "payments=no.csv", "--table", "bureau=bureau.jsonl"],
      "there is no file no.csv",
      "",
    ],
    [
      ["--events", "payments=out.csv", "--table", "bureau=bureau.jsonl"],
      "must be different files",
      "",
    ],
  ])("answers %j with exit code 2", async (flags, problem, hint) => {
    const { code, stderr } = await run(project(), ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
    expect(stderr).toContain(hint);
  });

  it("explains a feature with the events that it counted", async () => {
    const row = {
      input: { loan: "a", customer: "007", at: "2024-03-10T12:00:00Z" },
      events: { payments: [{ payer: "007", PaidAt: "2024-03-09 12:00:00", amount: 7 }] },
    };
    const cwd = project({ "row.json": JSON.stringify(row) });
    const { stdout } = await callCli(["explain", "s.feat.yaml", "paid_7d", "--row", "row.json"], {
      cwd,
    });
    expect(stdout).toBe(
      "paid_7d = 7\n  sum(payments.amount within 7d) = 7   (of 1 event of payments)\n",
    );
    const report = await callCli(["explain", "s.feat.yaml", "paid_7d"], { cwd });
    expect(report.stdout).toContain("events payments (amount)");
    expect(report.stdout).toContain("payments from as_of - 7d on, before as_of");
  });

  it.each([
    ["date", "2024-12-31", "31/12/2024", "dd/MM/yyyy"],
    ["timestamp", "2024-12-31T12:00:00Z", "31.12.2024 12:00", "dd.MM.yyyy HH:mm"],
    ["int", "7", "7.0", null],
  ])(
    "rejects a row whose %s is that of a refused record, however each writes it",
    async (type, own, theirs, from) => {
      const pattern = from === null ? "" : `, from: "${from}"`;
      const keyed = `featc: 1
name: example
keys: [day]
input:
  day: { type: ${type} }
tables:
  rates:
    key: day
    fields: { day: { type: ${type}${pattern} }, score: { type: int, range: [0, 10] } }
features:
  score: { formula: rates.score, range: [0, 10], impute: 3 }
matrix:
  model_input: { dtype: float32, columns: [score] }
`;
      const cwd = project({
        "s.feat.yaml": keyed,
        "loans.csv": `day\n${own}\n`,
        "rates.csv": `day,score\n${theirs},99\nxx,1\n`,
      });
      const { code, stderr } = await run(
        cwd,
        "--table",
        "rates=rates.csv",
        "--rejects",
        "no.jsonl",
      );
      expect(code).toBe(0);
      expect(stderr).toContain("rates: 2 records of 1 key; 1 refused, 1 without a key");
      expect(text(cwd, "out.csv")).toBe("day,score\n");
      expect(text(cwd, "no.jsonl")).toContain("rates, line 2: score: ");
    },
  );
});

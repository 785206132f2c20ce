import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { readNpy } from "./support/read-npy.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = `featc: 1
name: example
keys: [who]
input:
  who: string
  age: { type: int, range: [0, 120] }
  income: { type: number?, range: [0, 1000], missing_values: ["NA"] }
  member: bool?
features:
  ratio:
    formula: age / income
    range: [0, 5]
    outside: clamp
    impute: 1
  strict:
    formula: age * 2
    range: [0, 200]
    outside: reject
  is_member: member ?? false
matrix:
  model_input:
    dtype: float32
    columns: [ratio, strict, is_member]
`;

const csv = `who,age,income,member
ann,20,10,true
"bob, jr",30,NA,
cid,40,4,0
dan,121,1,
eve,110,1,
`;

const expectedCsv = `who,ratio,strict,is_member
ann,2,40,true
"bob, jr",1,60,false
cid,5,80,false
`;

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  writeFiles(cwd, { "s.feat.yaml": spec, ...files });
  return cwd;
}

function run(cwd: string, input: string, output: string, ...flags: readonly string[]) {
  return callCli(["run", "s.feat.yaml", "--input", input, "--output", output, ...flags], { cwd });
}

const text = (cwd: string, path: string): string => readFileSync(join(cwd, path), "utf8");

describe("featc run", () => {
  it("reads CSV by the declared types and writes keys and features", async () => {
    const cwd = project({ "in.csv": csv });
    const { code } = await run(cwd, "in.csv", "out.csv", "--rejects", "no.jsonl");
    expect(code).toBe(0);
    expect(text(cwd, "out.csv")).toBe(expectedCsv);
    const rejects = text(cwd, "no.jsonl")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(rejects).toMatchObject([
      { line: 5, issues: [{ code: "range", path: ["age"] }], input: { who: "dan", age: 121 } },
      { line: 6, issues: [{ code: "outside", path: ["strict"] }], input: { who: "eve" } },
    ]);
  });

  it("computes the same from JSON lines and from a JSON array", async () => {
    const rows = [
      { who: "ann", age: 20, income: 10, member: true },
      { who: "bob, jr", age: 30, income: "NA" },
      { who: "cid", age: 40, income: 4, member: false },
    ];
    const cwd = project({
      "in.jsonl": rows.map((row) => JSON.stringify(row)).join("\n"),
      "in.json": JSON.stringify(rows, null, 2),
    });
    for (const input of ["in.jsonl", "in.json"]) {
      expect((await run(cwd, input, "out.csv")).code).toBe(0);
      expect(text(cwd, "out.csv")).toBe(expectedCsv);
    }
    await run(cwd, "in.json", "out.jsonl");
    expect(text(cwd, "out.jsonl").split("\n")[1]).toBe(
      '{"who":"bob, jr","ratio":1,"strict":60,"is_member":false}',
    );
  });

  it("writes a matrix and its fingerprint", async () => {
    const cwd = project({ "in.csv": csv });
    const { code } = await run(cwd, "in.csv", "out.npy", "--rejects", "no.jsonl");
    expect(code).toBe(0);
    expect(readNpy(join(cwd, "out.npy"))).toEqual({
      descr: "<f4",
      shape: [3, 3],
      data: [2, 40, 1, 1, 60, 0, 5, 80, 0],
    });
    expect(JSON.parse(text(cwd, "out.npy.json"))).toMatchObject({
      spec: "example",
      matrix: "model_input",
      columns: ["ratio", "strict", "is_member"],
      shape: [3, 3],
      fingerprint: expect.stringMatching(/\S/) as string,
    });
  });

  it("sums up what happened", async () => {
    const cwd = project({ "in.csv": csv });
    const { stdout } = await run(cwd, "in.csv", "out.csv", "--rejects", "no.jsonl", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      rowsIn: 5,
      rowsWritten: 3,
      rowsRejected: 2,
      rejectReasons: [
        { code: "outside", field: "strict", rows: 1 },
        { code: "range", field: "age", rows: 1 },
      ],
      features: [
        { name: "ratio", min: 1, max: 5, present: 3, missing: 0, imputed: 1, clamped: 1 },
        { name: "strict", min: 40, mean: 60, max: 80, imputed: 0, clamped: 0 },
        { name: "is_member", min: 0, max: 1, missing: 0 },
      ],
    });
    const { stderr } = await run(cwd, "in.csv", "out.csv", "--rejects", "no.jsonl");
    expect(stderr).toContain("5 rows in, 3 written to out.csv, 2 rejected");
    expect(stderr).toMatch(/^ratio +1 +2\.66667 +5 +0 +1 +1$/m);
  });

  it("shows rejected rows and ends with 3 where nothing takes them", async () => {
    const cwd = project({ "in.csv": csv });
    const { code, stderr } = await run(cwd, "in.csv", "out.csv");
    expect(code).toBe(3);
    expect(stderr).toContain("data/rejected");
    expect(stderr).toContain("in.csv:5");
    expect(stderr).toContain("age: expected");
    expect(text(cwd, "out.csv")).toBe(expectedCsv);
  });

  it("rejects lines that cannot be read, and goes on", async () => {
    const cwd = project({ "in.jsonl": '{"who":"a","age":1}\n{"who":\n[]\n{"who":"b","age":2}\n' });
    const { code } = await run(cwd, "in.jsonl", "out.csv", "--rejects", "no.jsonl");
    expect(code).toBe(0);
    expect(text(cwd, "out.csv").split("\n").length).toBe(4);
    const codes = text(cwd, "no.jsonl")
      .trim()
      .split("\n")
      .map((line) => {
        return (JSON.parse(line) as { readonly issues: readonly { readonly code: string }[] })
          .issues[0]?.code;
      });
    expect(codes).toEqual(["data/malformed", "not_an_object"]);
  });

  it("stops after --limit rows", async () => {
    const cwd = project({ "in.csv": csv });
    const { stdout } = await run(cwd, "in.csv", "out.csv", "--limit", "2", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ rowsIn: 2, rowsWritten: 2 });
  });

  it.each([
    ["who,age,extra\na,1,2\n", 3, "data/unknown-column", "unknown_fields: ignore"],
    ["who,age,incom\na,1,2\n", 3, "data/unknown-column", 'did you mean "income"?'],
    ["who,income\na,1\n", 3, "data/missing-column", "age"],
    ["who,age,age\na,1,2\n", 3, "data/duplicate-column", "age"],
    ["", 3, "data/no-header", "in.csv"],
    [Buffer.from("who,age\n\xe4,1\n", "latin1"), 3, "data/encoding", "not UTF-8"],
  ])("refuses a file that begins with %j", async (content, exit, code, words) => {
    const cwd = project({ "out.csv": "older" });
    writeFileSync(join(cwd, "in.csv"), content);
    const result = await run(cwd, "in.csv", "out.csv");
    expect(result.code).toBe(exit);
    expect(result.stderr).toContain(code);
    expect(result.stderr).toContain(words);
    // A failed run leaves what was there before, and nothing else.
    expect(text(cwd, "out.csv")).toBe("older");
    expect(readdirSync(cwd).sort()).toEqual(["in.csv", "node_modules", "out.csv", "s.feat.yaml"]);
  });

  it("ignores other columns where the spec says so", async () => {
    const cwd = project({ "in.csv": "x,who,age\n1,a,2\n" });
    writeFiles(cwd, { "s.feat.yaml": spec.replace("keys:", "unknown_fields: ignore\nkeys:") });
    expect((await run(cwd, "in.csv", "out.csv")).code).toBe(0);
    expect(text(cwd, "out.csv")).toContain("a,1,4,false");
  });

  it("rejects a row with too many or too few cells", async () => {
    const cwd = project({ "in.csv": "who,age\na,1,2\nb\nc,3\n" });
    const { stdout } = await run(cwd, "in.csv", "out.csv", "--rejects", "no.jsonl", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      rowsWritten: 1,
      rejectReasons: [{ code: "data/malformed", field: "", rows: 2 }],
    });
  });

  it("rejects a row that quotes spoil, once", async () => {
    const cwd = project({ "in.csv": 'who,age\na "b" c,1\nok,2\n' });
    const { code, stdout } = await run(cwd, "in.csv", "out.csv", "--rejects", "no.jsonl", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      rowsWritten: 1,
      rejectReasons: [{ code: "data/malformed", rows: 1 }],
    });
    expect(text(cwd, "no.jsonl")).toContain("not CSV: ");
  });

  it.each([
    ['who,age\nok,2\n"never closed,3\nlost,4\n', "Not Closed"],
    ['who,age\n"x"y,1\n"z",2\n', "nvalid Closing Quote"],
  ])("gives up where the quotes of %j may take other rows", async (content, problem) => {
    const cwd = project({ "in.csv": content });
    const { code, stderr } = await run(cwd, "in.csv", "out.csv", "--rejects", "no.jsonl");
    expect(code).toBe(3);
    expect(stderr).toContain(problem);
    expect(readdirSync(cwd).sort()).toEqual(["in.csv", "node_modules", "s.feat.yaml"]);
  });

  it("leaves nothing behind when it is interrupted", async () => {
    const cwd = project({ "in.csv": csv });
    const argv = [
      "run",
      "s.feat.yaml",
      "--input",
      "in.csv",
      "--output",
      "out.npy",
      "--rejects",
      "no.jsonl",
    ];
    const { code } = await callCli(argv, { cwd, interrupted: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(readdirSync(cwd).sort()).toEqual(["in.csv", "node_modules", "s.feat.yaml"]);
  });

  it("shows no personal data, of rows and of features made from them", async () => {
    const personal = spec
      .replace("age: { type: int,", "age: { type: int, pii: true,")
      .replace("who: string", "who: { type: string, pii: true }");
    const cwd = project({
      "in.csv": "who,age,income,member\nzoe,115,1,true\nyan,119,5,maybe\n",
      "in.jsonl": '{"who":"xia","age":"117"\n',
      "s.feat.yaml": personal,
    });
    const { stdout, stderr } = await run(cwd, "in.csv", "out.csv");
    expect(stderr).toContain("feature strict is outside its range [0, 200]");
    expect(stderr).toContain('"income":5');
    expect(stdout + stderr).not.toMatch(/zoe|yan|115|119|230/);
    const unread = await run(cwd, "in.jsonl", "out.csv");
    expect(unread.stderr).toContain("line 1 was rejected");
    expect(unread.stdout + unread.stderr).not.toMatch(/xia|117/);
  });

  it("makes the folder of its output", async () => {
    const cwd = project({ "in.csv": csv });
    const { code } = await run(cwd, "in.csv", "new/folder/out.csv", "--rejects", "other/no.jsonl");
    expect(code).toBe(0);
    expect(text(cwd, "new/folder/out.csv")).toBe(expectedCsv);
    expect(readdirSync(join(cwd, "other"))).toEqual(["no.jsonl"]);
  });

  it.each([
    [["in.csv", "out.txt"], "cannot write .txt"],
    [["in.xml", "out.csv"], "cannot read .xml"],
    [["none.csv", "out.csv"], "there is no file none.csv"],
    [["in.csv", "in.csv"], "must be different files"],
    [["in.csv", "in.xml/out.csv"], "in.xml/out.csv cannot be written"],
    [["in.csv", "out.npy", "--matrix", "other"], "has no matrix other"],
    [["in.csv", "out.csv", "--matrix", "model_input"], "--matrix needs"],
    [["in.csv", "/dev/null"], "cannot write"],
  ])("answers %j with exit code 2", async ([input = "", output = "", ...flags], message) => {
    const cwd = project({ "in.csv": csv, "in.xml": "" });
    const { code, stderr } = await run(cwd, input, output, ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it("takes the moment of the prediction where the spec has none", async () => {
    const timed = spec.replace("  is_member: member ?? false", "  is_member: hour(as_of) == 7");
    const cwd = project({ "in.csv": "who,age\na,2\n" });
    writeFiles(cwd, { "s.feat.yaml": timed });
    const without = await run(cwd, "in.csv", "out.csv");
    expect(without.code).toBe(2);
    expect(without.stderr).toContain("--as-of");
    expect((await run(cwd, "in.csv", "out.csv", "--as-of", "yesterday")).code).toBe(2);
    expect((await run(cwd, "in.csv", "out.csv", "--as-of", "2026-01-31T07:00:00Z")).code).toBe(0);
    expect(text(cwd, "out.csv")).toContain("a,1,4,true");
  });

  it("does not run a spec with errors", async () => {
    const cwd = project({ "in.csv": csv });
    writeFiles(cwd, { "s.feat.yaml": spec.replace("impute: 1", "") });
    expect((await run(cwd, "in.csv", "out.csv")).code).toBe(1);
  });
});

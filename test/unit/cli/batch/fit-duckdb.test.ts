import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { openDuckDB } from "../../../../compiler/src/cli/engine/open-duckdb.js";
import { callCli } from "../support/call-cli.js";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.js";

const spec = `featc: 1
name: sales
as_of: at
labels: [paid]
input:
  at: timestamp
  day: date?
  amount: { type: number?, range: [-1e6, 1e6] }
  items: { type: int, range: [0, 9007199254740991] }
  city: { type: string?, missing_values: ["NA"] }
  member: bool?
  sizes: { type: list<number>?, length: [0, 10] }
  shop: { type: record?, fields: { name: string, floor: int? } }
  paid: bool
fit:
  average: mean(amount)
  spread: stddev_samp(amount)
  middle: median(amount)
  upper: quantile(amount, 0.9)
  most_items: max(items)
  first_day: min(day)
  cities: "vocabulary(city, top: 3)"
  usual_member: mode(member)
  size_mean: mean(mean(sizes))
  shops: "vocabulary(shop.name, top: 2)"
  farthest: max(abs(amount - fit.average))
features:
  scaled:
    formula: (amount - fit.average) / (fit.farthest + 1)
    range: [-1e7, 1e7]
    impute: 0
`;

const small = `featc: 1
name: sales
unknown_fields: ignore
input:
  amount: number?
  items: int
fit:
  average: mean(amount)
  most: max(items)
features:
  more: { formula: "items > fit.most and (amount ?? fit.average) > fit.average" }
`;

/** Sums of these in another order have other last bits. */
const amount = (i: number): number | null =>
  i % 11 === 0 ? null : Math.sin(i) * 10 ** ((i * 7) % 9) * (i % 997 === 0 ? 1e3 : 1);
const cities = ["Rome", "Bari", "\ufeffLecce", "NA", "", null, 'Él, "x"'];

function record(i: number): Readonly<Record<string, unknown>> {
  return {
    at: new Date(Date.UTC(2024, 0, 1) + i * 61_001).toISOString(),
    day:
      i % 5 === 0 ? null : new Date((19_000 + (i % 400)) * 86_400_000).toISOString().slice(0, 10),
    amount: amount(i),
    items: (i * 31) % 1000,
    city: cities[i % cities.length],
    member: [true, false, true, null][i % 4],
    sizes: i % 3 === 0 ? null : [i / 7, i % 13, 0.1],
    shop:
      i % 6 === 0 ? null : { name: `\ufeffshop ${String(i % 5)}`, floor: i % 2 === 0 ? null : i },
  };
}

interface Project {
  readonly cwd: string;
  readonly sql: (text: string) => Promise<void>;
  readonly fit: (...flags: readonly string[]) => ReturnType<typeof callCli>;
  readonly fitFile: () => { readonly data: Row; readonly values: Row };
}

type Row = Readonly<Record<string, unknown>>;

async function project(text = spec): Promise<Project> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  writeFiles(cwd, { "s.feat.yaml": text });
  const connection = await openDuckDB();
  await connection.run(`SET file_search_path = '${cwd}'`);
  await connection.run("SET TimeZone = 'UTC'");
  return {
    cwd,
    sql: async (query) => void (await connection.run(query.replaceAll("$cwd", cwd))),
    fit: (...flags) => callCli(["fit", "s.feat.yaml", ...flags], { cwd }),
    fitFile: () =>
      parse(readFileSync(join(cwd, "s.fit.yaml"), "utf8")) as ReturnType<Project["fitFile"]>,
  };
}

const jsonLines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `${JSON.stringify(record(from + i))}\n`).join("");

/** Reads JSON lines into a table with the types that tools give such columns. */
const typed = (file: string): string =>
  `SELECT * REPLACE (CAST("at" AS TIMESTAMPTZ) AS "at") FROM read_json('$cwd/${file}', columns = {
     "at": 'VARCHAR', day: 'DATE', amount: 'DOUBLE', items: 'BIGINT', city: 'VARCHAR', member: 'BOOLEAN',
     sizes: 'DOUBLE[]', shop: 'STRUCT(name VARCHAR, floor BIGINT)'})`;

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvOf(records: readonly Row[], delimiter: string): string {
  const keys = Object.keys(records[0] ?? {});
  const lines = records.map((one) => keys.map((key) => cellOf(one[key])).join(delimiter));
  return `${[keys.join(delimiter), ...lines].join("\n")}\n`;
}

describe("featc fit on DuckDB", () => {
  it("gives of Parquet the constants that Node gives of the same data, to the last bit", async () => {
    const { cwd, sql, fit, fitFile } = await project();
    writeFiles(cwd, { "train.jsonl": jsonLines(0, 20_000) });
    // Many small groups of rows, which are read side by side.
    await sql(`COPY (${typed("train.jsonl")}) TO '$cwd/train.parquet' (ROW_GROUP_SIZE 2048)`);
    expect((await fit("--data", "train.jsonl")).code).toBe(0);
    const node = fitFile();
    expect(node.data).toMatchObject({ rows: 20_000 });
    const { code, stdout, stderr } = await fit("--data", "train.parquet");
    expect({ code, stderr: stderr.includes("wrote s.fit.yaml") }).toEqual({
      code: 0,
      stderr: true,
    });
    expect(stdout).toMatch(/^20,000 rows, 3,903 rejected\n/);
    const duckdb = fitFile();
    expect(duckdb.values).toEqual(node.values);
    const bytes = readFileSync(join(cwd, "train.parquet"));
    expect(duckdb.data).toEqual({
      ...node.data,
      file: "train.parquet",
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    const sum = (order: readonly number[]): number =>
      order.reduce((total, i) => total + (amount(i) ?? 0), 0);
    const forwards = Array.from({ length: 20_000 }, (_, i) => i);
    expect(sum(forwards)).not.toBe(sum(forwards.toReversed()));
  });

  it.each([
    ["train.csv", ","],
    ["train.tsv", "\t"],
  ])("writes the same file as Node of %s, rejected cells included", async (data, delimiter) => {
    const { cwd, fit } = await project();
    const odd = [
      { ...record(1), amount: "much", member: "perhaps" },
      { ...record(2), member: "1", items: "260.0" },
      { ...record(3), sizes: "[1, 2" },
      { ...record(4), amount: 1e7 },
      { ...record(5), items: "9007199254740993" },
    ];
    const records = [...Array.from({ length: 3000 }, (_, i) => record(i)), ...odd];
    writeFiles(cwd, { [data]: csvOf(records, delimiter) });
    const read = (): string => readFileSync(join(cwd, "s.fit.yaml"), "utf8");
    const node = await fit("--data", data);
    expect(node).toMatchObject({ code: 0 });
    expect(node.stdout).toContain("type  member  1");
    const before = read();
    const duckdb = await fit("--data", data, "--engine", "duckdb");
    expect(duckdb.stderr).toContain("s.fit.yaml is up to date");
    expect(duckdb.stdout).toBe(node.stdout);
    expect(read()).toBe(before);
    expect(await fit("--data", data, "--engine", "duckdb", "--check")).toMatchObject({ code: 0 });
  });

  it("reads patterns and folders in the order of their names, and says which data they were", async () => {
    const ofDays = spec.replace("input:\n", "input:\n  part: { type: int, range: [0, 99] }\n");
    const { cwd, sql, fit, fitFile } = await project(
      ofDays.replace("fit:\n", "fit:\n  parts: max(part)\n"),
    );
    const parts = ["1", "10", "2"];
    const all: Row[] = [];
    for (const [i, part] of parts.entries()) {
      mkdirSync(join(cwd, `days/part=${part}`), { recursive: true });
      const [from, to] = [i * 700, (i + 1) * 700];
      writeFileSync(join(cwd, "part.jsonl"), jsonLines(from, to));
      await sql(`COPY (${typed("part.jsonl")}) TO '$cwd/days/part=${part}/data.parquet'`);
      for (let row = from; row < to; row += 1) all.push({ part: Number(part), ...record(row) });
    }
    writeFileSync(join(cwd, "all.jsonl"), all.map((one) => `${JSON.stringify(one)}\n`).join(""));
    expect((await fit("--data", "all.jsonl")).code).toBe(0);
    const node = fitFile();
    const hashes = parts.map((part) => {
      const name = `part=${part}/data.parquet`;
      const bytes = readFileSync(join(cwd, "days", name));
      return `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`;
    });
    const sha256 = createHash("sha256").update(hashes.join("")).digest("hex");
    for (const data of ["days", "days/*/*.parquet"]) {
      expect((await fit("--data", data)).code).toBe(0);
      expect(fitFile().values).toEqual(node.values);
      expect(fitFile().data).toMatchObject({ sha256, rows: 2100 });
    }
  });

  it("reads columns with names that mean something to JavaScript or to the reader", async () => {
    const { cwd, sql, fit, fitFile } = await project(`featc: 1
name: odd
input:
  own: { type: number, name: __proto__ }
  one: { type: number, name: "1" }
fit:
  own_mean: mean(own)
  one_mean: mean(one)
features:
  sum: { formula: own + one - fit.own_mean - fit.one_mean, type: number? }
`);
    await sql(`COPY (SELECT 2.5 AS "__proto__", 7 AS "1") TO '$cwd/t.parquet'`);
    writeFiles(cwd, { "t.csv": "__proto__,1\n2.5,7\n" });
    for (const data of ["t.parquet", "t.csv"]) {
      expect((await fit("--data", data, "--engine", "duckdb")).code).toBe(0);
      expect(fitFile().values).toMatchObject({ own_mean: { value: 2.5 }, one_mean: { value: 7 } });
    }
  });

  it("takes no cell of CSV for a comment, a title or a quote of another kind", async () => {
    const { cwd, fit, fitFile } = await project(`featc: 1
name: odd
input:
  city: string?
  amount: number?
fit:
  cities: "vocabulary(city, top: 9)"
  average: mean(amount)
features:
  sum: { formula: 'index_in(city ?? "", fit.cities) + (amount ?? fit.average)' }
`);
    writeFiles(cwd, {
      "t.csv": "city,amount\r\n#1,1\r\nLyon # 2,2\r\n#,\r\n'x',4\r\n\"a\r\nb\",9\r\n",
      "quote.csv": 'city,amount\n"x"y,1\nz,2\n',
      "apostrophe.csv": "city,amount\n'x',1\n'y,z',2\n",
      "secret.csv": `city,amount\n${"z,2\n".repeat(30_000)}secret,1,2\n`,
    });
    expect((await fit("--data", "t.csv")).code).toBe(0);
    const node = fitFile();
    expect((await fit("--data", "t.csv", "--engine", "duckdb")).code).toBe(0);
    expect(fitFile()).toEqual(node);
    expect(node.values).toMatchObject({ average: { value: 4, count: 4, missing: 1 } });
    for (const data of ["quote.csv", "apostrophe.csv", "secret.csv"]) {
      const { code, stderr } = await fit("--data", data, "--engine", "duckdb", "--check");
      expect(stderr).toContain(`error: ${data} cannot be read: `);
      expect(stderr.length).toBeLessThan(500);
      expect(stderr).not.toContain("secret,");
      expect(code).toBe(2);
    }
  });

  it("counts rows with values that no contract admits, and leaves them out", async () => {
    const { sql, fit, fitFile } = await project(small);
    await sql(
      `COPY (SELECT CASE i WHEN 1 THEN 'nan'::DOUBLE WHEN 2 THEN 'inf'::DOUBLE ELSE i END AS amount,
         CASE i WHEN 3 THEN 9007199254740993 ELSE i END AS items, i AS more FROM range(8) t(i)) TO '$cwd/t.parquet'`,
    );
    const { code, stdout } = await fit("--data", "t.parquet");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^8 rows, 3 rejected\n {2}type {2}amount {2}2\n {2}type {2}items {2}1\n/,
    );
    expect(fitFile().values).toMatchObject({
      average: { value: (0 + 4 + 5 + 6 + 7) / 5, count: 5, missing: 0 },
      most: { value: 7 },
    });
  });

  it("names every column that does not fit, and writes nothing", async () => {
    const { cwd, sql, fit } = await project(small.replace("unknown_fields: ignore\n", ""));
    await sql(`COPY (SELECT 'x' AS amount, 3 AS itens FROM range(2)) TO '$cwd/t.parquet'`);
    const { code, stdout, stderr } = await fit("--data", "t.parquet");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain('the column "amount" is VARCHAR');
    expect(stderr).toContain("there is no column for the field items");
    expect(stderr).toContain('did you mean "items"?');
    expect(existsSync(join(cwd, "s.fit.yaml"))).toBe(false);
  });

  it("names a file that is torn, empty, damaged or not there, and writes nothing", async () => {
    const { cwd, sql, fit } = await project(small);
    const query = `SELECT random() * i AS amount, (hash(i) % 1000)::INT AS items FROM range(100000) t(i)`;
    await sql(`COPY (${query}) TO '$cwd/whole.parquet' (COMPRESSION snappy)`);
    const bytes = readFileSync(join(cwd, "whole.parquet"));
    // The footer, which is read first, is whole.
    bytes.fill(0xab, 2000, bytes.length >> 1);
    writeFileSync(join(cwd, "damaged.parquet"), bytes);
    await sql(`COPY (${query}) TO '$cwd/groups.parquet' (COMPRESSION snappy, ROW_GROUP_SIZE 4096)`);
    const groups = readFileSync(join(cwd, "groups.parquet"));
    // Rows before the damage have been read by then.
    groups.fill(0xab, groups.length >> 1, Math.floor(groups.length * 0.8));
    writeFileSync(join(cwd, "late.parquet"), groups);
    await sql(`COPY (${query}) TO '$cwd/torn.parquet'`);
    truncateSync(join(cwd, "torn.parquet"), statSync(join(cwd, "torn.parquet")).size - 100);
    writeFiles(cwd, {
      "empty.parquet": "",
      "short.csv": `amount,items\n${"1,2\n".repeat(5000)}3\n`,
    });
    for (const data of ["torn", "empty", "damaged", "late", "nowhere", "none-*"]) {
      const { code, stderr } = await fit("--data", `${data}.parquet`);
      expect(stderr).toContain(`error: ${data}.parquet cannot be read: `);
      expect(code).toBe(2);
    }
    const short = await fit("--data", "short.csv", "--engine", "duckdb");
    expect(short.stderr).toContain("error: short.csv cannot be read: ");
    expect(short.code).toBe(2);
    expect(existsSync(join(cwd, "s.fit.yaml"))).toBe(false);
  });

  it("is refused where the engine cannot do it", async () => {
    const { cwd, sql, fit } = await project(small);
    await sql(`COPY (SELECT 1.5 AS amount, 2 AS items) TO '$cwd/t.parquet'`);
    writeFiles(cwd, { "t.jsonl": '{"amount":1,"items":2}\n' });
    const node = await fit("--data", "t.parquet", "--engine", "node");
    expect(node.stderr).toContain("the engine node does not do t.parquet");
    const lines = await fit("--data", "t.jsonl", "--engine", "duckdb");
    expect(lines.stderr).toContain("DuckDB does not read t.jsonl for featc");
    const twice = small.replace("  items:", "  Amount: { type: number?, name: AMOUNT }\n  items:");
    writeFiles(cwd, { "s.feat.yaml": twice.replace("  Amount:", "  amount_too:") });
    const named = await fit("--data", "t.parquet");
    expect(named.stderr).toContain("letters alone: amount and AMOUNT");
    expect([node.code, lines.code, named.code]).toEqual([2, 2, 2]);
  });

  it("leaves the file that was there where it is interrupted", async () => {
    const { cwd, sql, fit } = await project(small);
    await sql(`COPY (SELECT 1.5 AS amount, 2 AS items) TO '$cwd/t.parquet'`);
    expect((await fit("--data", "t.parquet")).code).toBe(0);
    const before = readFileSync(join(cwd, "s.fit.yaml"), "utf8");
    await sql(`COPY (SELECT 2.5 AS amount, 2 AS items) TO '$cwd/t.parquet'`);
    const call = ["fit", "s.feat.yaml", "--data", "t.parquet"];
    expect(await callCli(call, { cwd, interrupted: AbortSignal.abort() })).toMatchObject({
      code: 130,
    });
    expect(readFileSync(join(cwd, "s.fit.yaml"), "utf8")).toBe(before);
  });
});

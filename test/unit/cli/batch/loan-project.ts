import { join } from "node:path";
import { openDuckDB } from "../../../../compiler/src/cli/engine/open-duckdb.js";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.js";

export const loan = `featc: 1
name: loan
keys: [applicant]
input:
  applicant: id
  income: { type: number?, range: [0, 1000000] }
  debt: { type: number, range: [0, 1000000] }
  children: { type: int, range: [0, 9007199254740991] }
  job: { type: enum?, values: [baker, smith] }
  born: date
  asked: timestamp
  employed: bool
features:
  ratio: { formula: debt / income, range: [0, 5], outside: clamp, impute: 1, indicator: true }
  log_debt: { formula: log1p(debt), range: [0, 14] }
  children_count: children
  is_baker: job == "baker" ?? false
  birth_month: month(born)
  hour_asked: hour(asked)
  asked_at: asked
  employed_now: employed
matrix:
  model_input: { dtype: float32, columns: [ratio, log_debt, is_baker, hour_asked] }
`;

/** Typed as tools write them: zones, decimals, 64 bits. */
export const columns = `
  i AS applicant,
  CASE WHEN i % 7 = 0 THEN NULL ELSE CAST(i * 1000 AS DECIMAL(12, 2)) / 3 END AS income,
  (i * 37.5)::FLOAT AS debt,
  i % 4 AS children,
  CASE i % 3 WHEN 0 THEN 'baker' WHEN 1 THEN 'smith' END AS job,
  DATE '1970-01-01' + (i * 211)::INT AS born,
  TIMESTAMPTZ '2024-03-31 00:30:00+01' + INTERVAL (i * 7) HOUR AS asked,
  i % 2 = 0 AS employed`;

export interface Project {
  readonly cwd: string;
  /** Writes the result of a query to a Parquet file. */
  readonly parquet: (file: string, query: string) => Promise<void>;
}

export async function project(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const cwd = temporaryFolder();
  writeFiles(cwd, { "loan.feat.yaml": loan, ...files });
  const connection = await openDuckDB();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    cwd,
    parquet: async (file, query) => {
      await connection.run(`COPY (${query}) TO '${join(cwd, file)}' (FORMAT parquet)`);
    },
  };
}

/** The producer's JSON for the columns above, worked out apart from the engine. */
function jsonRow(i: number): Readonly<Record<string, unknown>> {
  const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
  return {
    applicant: i,
    income: i % 7 === 0 ? null : (i * 1000) / 3,
    debt: Math.fround(i * 37.5),
    children: i % 4,
    job: ["baker", "smith", null][i % 3],
    born: day(i * 211),
    asked: new Date(Date.UTC(2024, 2, 30, 23, 30) + i * 7 * 3_600_000).toISOString(),
    employed: i % 2 === 0,
  };
}

export const jsonLines = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify(jsonRow(i))}\n`).join("");

export const visits = `featc: 1
name: visits
keys: [user]
input:
  user: id
events:
  pages:
    key: user
    time: seen
    retention: 10d
    fields: { user: id, seen: timestamp, seconds: { type: number, range: [0, 100] } }
tables:
  people:
    key: user
    fields: { user: id, age: { type: int, range: [0, 150] } }
features:
  pages_3d: count(pages within 3d)
  seconds_3d: { formula: sum(pages.seconds within 3d), range: [0, 1e9], outside: clamp }
  age: { formula: people.age, impute: 0 }
`.replace("  age: { formula", "  age_years: { formula");

/** What the spec of visits reads: a page of u0 takes too long, and u1 is in the table twice. */
export async function visitsData(parquet: Project["parquet"]): Promise<void> {
  await parquet(
    "users.parquet",
    `SELECT 'u' || (i % 5) AS user, TIMESTAMP '2024-01-10' + INTERVAL (i) HOUR AS t FROM range(40) r(i)`,
  );
  await parquet(
    "pages.parquet",
    `SELECT 'u' || (i % 4) AS user, TIMESTAMP '2024-01-07' + INTERVAL (i * 50) MINUTE AS seen,
       CASE i WHEN 8 THEN 101 ELSE i % 60 END AS seconds FROM range(150) r(i)`,
  );
  await parquet(
    "people.parquet",
    `SELECT 'u' || i AS user, 30 + i AS age FROM (VALUES (0), (1), (1), (3)) r(i)`,
  );
}

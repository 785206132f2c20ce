/** What `--help` says of a command below its options. */

export const mutateNotes = `
A mutant is the spec with one mistake: \`<\` for \`<=\`, a constant a little off, a forgotten \`impute\`, a window
one day longer. It is killed where a generated test fails on it. An equivalent mutant, of which it is proved that
no row tells it from the spec, does not count. A survivor is shown with the row that would kill it, to be
pasted under \`examples\`, where one was found.
${example(
  "featc mutate specs/loan_default.feat.yaml",
  "featc mutate --min-score 0.95    # in CI",
)}`;

export const runNotes = `
Rows that the spec does not admit go to --rejects, each with its issues; exit code 0. Without
--rejects the first of them are shown, the others are written all the same, and the exit code is 3.

A CSV column is read by the declared type of its field. An empty cell is missing, for every type (where
\`missing_values\` lists "", it counts as that sentinel). Records and lists are read as JSON. A column that
the spec does not have is an error, once, unless the spec says \`unknown_fields: ignore\`.

Events and tables come from files of their own, in any order, and meet the rows by their key. A record that its
contract refuses rejects the rows of its key; a second record of a table for one key does so as well.

Parquet files, patterns and folders are read by DuckDB, which gives the same values; \`--engine duckdb\` does so
for .csv and .tsv too. Install it with: npm install --save-dev @duckdb/node-api

\`--engine spark\` submits a job, with spark-submit of SPARK_HOME or the PySpark of PYSPARK_PYTHON (python3), and
writes folders of Parquet files.
${example(
  "featc run specs/loan_default.feat.yaml --input applicants.csv --output features.npy --rejects rejected.jsonl",
  "featc run specs/card_fraud.feat.yaml --input purchases.csv --events history=purchases.csv --table cards=cards.csv --output features.csv",
  "featc run specs/loan_default.feat.yaml --input 'applicants/*.parquet' --output features.parquet",
  "featc run specs/loan_default.feat.yaml --engine spark --spark-conf spark.master=spark://host:7077 --input applicants.parquet --output features.parquet",
)}`;

export const parityNotes = `
Numbers agree where they have the same bits. The exit code is 3 where anything differs: a value, a row that only
DuckDB rejects (missing), or one that only TypeScript rejects (extra).
${example("featc parity specs/loan_default.feat.yaml --input applicants.parquet --sample 100000")}`;

export const benchNotes = `
A row is measured from the record, as JSON.parse gives it, to its row of the first matrix, or to its features
where there is none; events and tables have been read. Rows that are refused are left out; where none is left
the exit code is 3. Memory counts as many events as \`max_count\` admits. With --check the exit code is 1 where
\`budget\` is exceeded, and the feature that costs most is named.
${example(
  "featc bench specs/loan_default.feat.yaml",
  "featc bench specs/loan_default.feat.yaml --input applicants.csv --concurrency 200",
  "featc bench specs/loan_default.feat.yaml --check    # in CI",
)}`;

export const fitNotes = `
Writes NAME.fit.yaml beside NAME.feat.yaml: commit it. Rows that the spec does not admit are left out
and counted, and so are rows in which a column is missing. Data are read row by row. \`count\`, \`mean\`,
\`min\` and \`max\` keep nothing of them; quantiles and standard deviations keep the numbers of their
column (8 bytes each), \`mode\` and \`vocabulary\` its distinct values. A column that reads another
constant needs one more pass over the file.

Parquet files, patterns and folders are read by DuckDB; \`--engine duckdb\` does so for .csv and .tsv too. The
constants are the same. Install it with: npm install --save-dev @duckdb/node-api
${example(
  "featc fit specs/loan_default.feat.yaml --data train.csv",
  "featc fit specs/loan_default.feat.yaml --data train.csv --check",
  "featc fit specs/loan_default.feat.yaml --data 'train/*.parquet'",
)}`;

export function example(...lines: readonly string[]): string {
  const title = lines.length === 1 ? "Example:" : "Examples:";
  return `\n${title}\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

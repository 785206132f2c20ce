import { define } from "./define.js";

const runTest = "test/unit/cli/run.test.ts";

/** What is wrong with a file of data, not with a spec. */
export const dataDiagnostics = {
  "data/malformed": define<{ problem: string }>({
    severity: "error",
    message: ({ problem }) => problem,
    explain:
      "The text is not what the file name promises: not JSON, a quote that is never closed, a row with more or fewer cells than the header. One such line is rejected like a row that breaks the contract; where the rest of the file cannot be trusted after it, the run ends and writes nothing.",
    shownBy: runTest,
  }),
  "data/encoding": define<{ path: string }>({
    severity: "error",
    message: ({ path }) => `${path} is not UTF-8`,
    hint: ({ path }) => `convert it first, for example: iconv -f latin1 -t utf-8 ${path}`,
    explain:
      "Bytes that are not UTF-8 would be read as replacement characters, and two different names could become the same text without anybody seeing it.",
    shownBy: runTest,
  }),
  "data/unknown-column": define<{ column: string; suggestion: string | undefined }>({
    severity: "error",
    message: ({ column }) => `the spec has no field for the column ${JSON.stringify(column)}`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "say `unknown_fields: ignore` in the spec, if the file may have more columns than it needs."
        : `did you mean ${JSON.stringify(suggestion)}? Otherwise say \`unknown_fields: ignore\` in the spec.`,
    explain:
      "A spec rejects fields that it does not know, because a misspelt optional field is otherwise always missing. For a file with a header that is one mistake, not one for each row, so it is reported once.",
    shownBy: runTest,
  }),
  "data/missing-column": define<{ field: string }>({
    severity: "error",
    message: ({ field }) => `there is no column for the field ${field}`,
    hint: ({ field }) => `declare its type with a question mark, if ${field} may be missing.`,
    explain:
      "The field is required, and a file without its column has it in no row: every row would be rejected.",
    shownBy: runTest,
  }),
  "data/column-type": define<{ column: string; type: string; wanted: string }>({
    severity: "error",
    message: ({ column, type, wanted }) =>
      `the column ${JSON.stringify(column)} is ${type}, and the spec needs ${wanted}`,
    hint: () =>
      "declare the type that the column has, or write the column with the type of the spec.",
    explain:
      "In a Parquet file a column has one type. Nothing is converted silently: a number is no text, and a text no date, and every row would be rejected for it.",
    shownBy: "test/unit/cli/batch/run-duckdb.test.ts",
  }),
  "data/duplicate-column": define<{ column: string }>({
    severity: "error",
    message: ({ column }) => `there are two columns ${JSON.stringify(column)}`,
    explain:
      "Which of two columns of one name is meant cannot be told, and their values may differ.",
    shownBy: runTest,
  }),
  "data/no-header": define<{ path: string }>({
    severity: "error",
    message: ({ path }) => `${path} has no header row`,
    hint: () => "the first row names the columns.",
    explain: "The columns of a CSV file are found by their names, never by their positions.",
    shownBy: runTest,
  }),
  "data/rejected": define<{ place: string; problems: string }>({
    severity: "error",
    message: ({ place, problems }) => `${place} was rejected: ${problems}`,
    explain:
      "The row breaks the contract of the spec, or one of its features left a range that says `outside: reject`. With `--rejects FILE` such rows are written there, each with its issues.",
    shownBy: runTest,
  }),
};

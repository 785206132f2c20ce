import { define } from "./define.js";

const input = `featc: 1
name: example
input:
  debt: { type: number?, range: [0, 100] }
`;

const filled = `features:
  debt_filled: { formula: debt ?? fit.debt_median, range: [0, 100] }
`;

const spec = (fit: string, features = filled): string =>
  `${input}fit:\n  debt_median: ${fit}\n${features}`;

const path = "example.fit.yaml";

/** Of the field `debt` as the specs declare it. */
const debtHash = "2402d8bddbd97f67";

interface Written {
  readonly formula?: string;
  readonly value?: string;
  readonly name?: string;
  readonly version?: number;
  readonly more?: string;
}

/** What `featc fit` writes for `median(debt)`; `debt` is the hash of the field. */
const fitFile = ({
  formula = "median(debt)",
  value = "42",
  name = "debt_median",
  version = 1,
  more = "",
}: Written = {}): string => `featc_fit: ${version}
spec: example
compiler: 0.1.0
formulas: "0000"
data:
  file: train.csv
  sha256: "0000"
  rows: 100
  rejected: 0
values:
  ${name}:
    formula: ${formula}
    value: ${value}
    count: 90
    missing: 10
    reads: { field debt: "${debtHash}" }
${more}`;

const fit = fitFile();
const good = spec("median(debt)");
const goodFiles = { [path]: fit };
const command = (file: string): string => `featc fit ${file} --data FILE`;

export const fitDiagnostics = {
  "fit/no-file": define<{ path: string; spec: string }>({
    severity: "error",
    message: ({ path: file }) => `the constants under \`fit\` have no values: there is no ${file}`,
    hint: ({ spec: file }) =>
      `run \`${command(file)}\` with the training data, and commit what it writes.`,
    explain:
      "The statistics under `fit` are computed once, from training data, by `featc fit`. It writes them into a file beside the spec, which is committed: a build needs no data, and everybody who builds gets the same constants.",
    bad: good,
    good,
    files: goodFiles,
    badFiles: {},
  }),
  "fit/no-value": define<{ name: string; path: string; spec: string }>({
    severity: "error",
    message: ({ name, path: file }) => `${name} has no value in ${file}`,
    hint: ({ spec: file }) => `it was added later: run \`${command(file)}\` again.`,
    explain:
      "Each constant under `fit` has its value in the fit file. One that was declared, or given another name, after `featc fit` ran has none.",
    bad: good,
    good,
    files: goodFiles,
    badFiles: { [path]: fitFile({ name: "median_of_debt" }) },
  }),
  "fit/stale": define<{
    name: string;
    path: string;
    spec: string;
    changes: readonly string[];
  }>({
    severity: "error",
    message: ({ name, path: file }) => `the value of ${name} in ${file} is out of date`,
    label: ({ changes }) => changes.join("; "),
    hint: ({ spec: file }) => `run \`${command(file)}\` again.`,
    explain:
      "The fit file keeps, for each value, the formula and a hash of everything that the formula reads: the contract of the fields, lets, functions, maps. When one of them changes, the same data give another value, and a model trained with the old one would be served with a mixture.",
    bad: spec("mean(debt)"),
    good,
    files: goodFiles,
  }),
  "fit/left-over": define<{ name: string; spec: string }>({
    severity: "warning",
    message: ({ name, spec: file }) => `${file} no longer has a constant ${name} under \`fit\``,
    hint: ({ spec: file }) => `run \`${command(file)}\` again, or remove the value.`,
    explain:
      "A value that no constant of the spec has the name of is read by nothing. It is left from an earlier version of the spec.",
    bad: good,
    good,
    files: goodFiles,
    badFiles: {
      [path]: fitFile({
        more: `  debt_mean:
    formula: mean(debt)
    value: 44
    count: 90
    missing: 10
    reads: { field debt: "${debtHash}" }
`,
      }),
    },
  }),
  "fit/bad-value": define<{ name: string; problem: string; path: string }>({
    severity: "error",
    message: ({ name }) => `this cannot be the value of ${name}`,
    label: ({ problem }) => problem,
    hint: () => "the file was edited by hand: run `featc fit` again.",
    explain:
      "A value in the fit file is of the type of its statistic, and lies where values of its column can lie: no median of debts from 0 to 100 is 1000. Values become constants in generated code, so each is checked.",
    bad: good,
    good,
    files: goodFiles,
    badFiles: { [path]: fitFile({ value: "1000" }) },
  }),
  "fit/file-version": define<{ found: string | undefined; known: number }>({
    severity: "error",
    message: ({ found }) =>
      found === undefined
        ? "this is not a file that `featc fit` wrote"
        : `this version of featc does not know fit files of version ${found}`,
    hint: ({ known }) => `it reads \`featc_fit: ${known}\`: run \`featc fit\` again.`,
    explain:
      "The first key of a fit file is the version of its form. A file without it is something else that happens to have this name.",
    bad: good,
    good,
    files: goodFiles,
    badFiles: { [path]: fitFile({ version: 2 }) },
  }),
  "fit/bad-statistic": define<{
    name: string | undefined;
    suggestion: string | undefined;
    known: readonly string[];
  }>({
    severity: "error",
    message: ({ name }) =>
      name === undefined
        ? "this is not a statistic of training data"
        : `${name} is not a statistic of training data`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: ({ known }) => `a constant under \`fit\` is one of ${known.join(", ")}, of a formula.`,
    explain:
      "Under `fit` stand statistics of a column of the training data, `median(income)`; the column may be any formula, `mean(log1p(income))`. What is computed from statistics is a formula of a feature: `fit.p75 - fit.p25`.",
    bad: spec("average(debt)"),
    good,
    files: goodFiles,
  }),
  "fit/selection": define<{ statistic: string }>({
    severity: "error",
    message: ({ statistic }) => `${statistic} under \`fit\` takes all rows of the training data`,
    hint: () => "leave rows out with a missing value: `mean(if debt > 0 then debt else missing)`.",
    explain:
      "`where`, `within` and the like select events of one entity. Statistics under `fit` are of rows, and leave out those in which their formula is missing.",
    bad: spec("median(debt where debt > 0)"),
    good,
    files: goodFiles,
  }),
  "fit/in-constraint": define<{ name: string }>({
    severity: "error",
    message: ({ name }) => `a constraint cannot read ${name}`,
    hint: () => "write the bound down, or check it in a feature.",
    explain:
      "Constraints are part of the contract, and the contract decides which rows of the training data the constants are learned from. A constant in a constraint would depend on itself.",
    bad: `${input}constraints:
  plausible: debt <= fit.debt_median * 100
fit:
  debt_median: median(debt)
${filled}`,
    good,
    files: goodFiles,
  }),
  "fit/unusable-value": define<{ name: string; function: string; problem: string }>({
    severity: "error",
    message: ({ name, function: fn }) => `${fn} cannot take ${name} as it was fitted`,
    label: ({ problem }) => problem,
    hint: () =>
      "in the training data the column hardly varies: leave the feature out, or fit from other data.",
    explain:
      "A constant that was learned has to suit the function that takes it: `standardize` divides by the standard deviation, which is 0 where all rows have the same value. Such a column tells a model nothing.",
    bad: `${input}fit:
  debt_mean: mean(debt)
  debt_sd: stddev_samp(debt)
features:
  debt_z:
    formula: standardize(debt ?? fit.debt_mean, fit.debt_mean, fit.debt_sd)
    range: [-1e300, 1e300]
`,
    good,
    files: goodFiles,
    badFiles: {
      [path]: fitFile({
        name: "debt_mean",
        formula: "mean(debt)",
        more: `  debt_sd:
    formula: stddev_samp(debt)
    value: 0
    count: 90
    missing: 10
    reads: { field debt: "${debtHash}" }
`,
      }),
    },
  }),
  "fit/too-few-values": define<{
    name: string;
    statistic: string;
    present: number;
    rows: number;
    rejected: number;
    least: number;
  }>({
    severity: "error",
    message: ({ name, present, rows }) =>
      present === 0
        ? `${name} has no value: the column is missing in all ${rows} rows of the data`
        : `${name} has no value: the column has ${present === 1 ? "one value" : `${present} values`} in ${rows} rows`,
    label: ({ statistic, least }) =>
      `${statistic} needs at least ${least === 1 ? "one value" : `${least} values`}`,
    hint: ({ rejected }) =>
      rejected === 0
        ? "check the column in the data. Nothing was written."
        : `check the column in the data, and why the contract rejected ${rejected === 1 ? "one row" : `${rejected} rows`} beside these. Nothing was written.`,
    explain:
      "A statistic of nothing is not 0. `featc fit` writes all constants of a spec or none, so that the file never holds values of two different sets of data.",
    shownBy: "test/unit/cli/fit.test.ts",
  }),
  "fit/overflow": define<{ name: string }>({
    severity: "error",
    message: ({ name }) => `${name} has no value: the result is beyond the largest number`,
    hint: () => "give the field a `range`, or fit a logarithm of it. Nothing was written.",
    explain:
      "Sums and squares of very large values can leave what a double holds. A constant of the language is always finite.",
    shownBy: "test/unit/cli/fit.test.ts",
  }),
  "fit/too-many-values": define<{ name: string; holds: string; limit: number }>({
    severity: "error",
    message: ({ name, holds, limit }) =>
      `${name} needs ${holds} in memory, and the data have more than ${limit}`,
    hint: () => "fit from a sample of the rows, or round the values in a let. Nothing was written.",
    explain:
      "Quantiles and standard deviations keep every value until the end of the data, modes and vocabularies every distinct one. Beyond the limit featc stops instead of filling the memory.",
    shownBy: "test/unit/fit/column.test.ts",
  }),
  "fit/reads-source": define<{ name: string; source: string }>({
    severity: "error",
    message: ({ name, source }) => `${name} reads ${source}, which training data do not hold`,
    hint: () => "fit a field of the input, or compute the constant elsewhere and write it down.",
    explain:
      "`featc fit` reads one file of rows. Events and tables have files of their own, and what they add to a row depends on its moment.",
    bad: `featc: 1
name: example
input:
  customer: id
tables:
  bureau:
    key: customer
    fields: { customer: id, score: { type: number, range: [0, 900] } }
fit:
  usual_score: mean(bureau.score)
features:
  score: { formula: bureau.score ?? fit.usual_score, range: [0, 900] }
`,
    good: `featc: 1
name: example
input:
  customer: id
tables:
  bureau:
    key: customer
    fields: { customer: id, score: { type: number, range: [0, 900] } }
features:
  score: { formula: bureau.score ?? 600, range: [0, 900] }
`,
  }),
};

import type { CheckFlags } from "./check.js";
import type { InitFlags } from "./init.js";
import type { ReportFlags } from "./report.js";
import { Command, InvalidArgumentError, Option } from "commander";
import { usesColour } from "./colours.js";
import {
  benchNotes,
  example,
  fitNotes,
  mutateNotes,
  parityNotes,
  runNotes,
} from "./command-notes.js";
import { exitCodeHelp } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import type { World } from "./world.js";

/** The command line of featc; each command's module is loaded when it runs. */
export function createProgram(world: World, ended: (code: ExitCode) => void): Command {
  const program = new Command("featc")
    .description("The feature compiler: a spec of inputs and features in, tested TypeScript out.")
    .version(world.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .option("--debug", "print the stack of an internal error")
    .option("--config <file>", "configuration file (default: featc.config.{json,yaml,ts})")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      getOutHelpWidth: () => world.stdout.columns,
      getErrHelpWidth: () => world.stderr.columns,
      getOutHasColors: () => usesColour(world.env, world.stdout),
      getErrHasColors: () => usesColour(world.env, world.stderr),
    })
    .addHelpText("after", `\n${exitCodeHelp}\n\nStart with: featc init && featc build`);
  const debugged = (): { readonly config?: string } => program.opts();

  addCommand(program, "init", "write a starter spec and a configuration into a project")
    .option("--dir <folder>", "the project's folder", ".")
    .option(
      "--from <file>",
      "infer the spec from data: .parquet, .csv, .tsv, .jsonl, .ndjson or .json",
    )
    .option("--name <name>", "name of the inferred spec (default: that of the file)")
    .addHelpText(
      "after",
      example("featc init", "featc init --from trips.parquet --name city_trips"),
    )
    .action(async (options: InitFlags) => {
      ended(await (await import("./init.js")).init(world, options));
    });

  addCommand(program, "build", "compile specs to TypeScript")
    .argument("[specs...]", "spec files or globs (default: `specs` of the configuration)")
    .option("--out <folder>", "where to write (default: `output` of the configuration)")
    .option("--watch", "build again whenever a spec changes")
    .option("--frozen", "write nothing; fail with a diff where generated files are not up to date")
    .option("--json", "print the result as JSON on standard output")
    .option("--no-cache", "compile every spec, also unchanged ones")
    .option("--cache-dir <folder>", "where results are kept (default: node_modules/.cache/featc)")
    .addHelpText(
      "after",
      example(
        "featc build",
        "featc build specs/loan_default.feat.yaml --watch",
        "featc build --frozen    # in CI",
      ),
    )
    .action(async (specs: string[], options: BuildFlags) => {
      ended(await (await import("./build.js")).build(world, specs, { ...options, ...debugged() }));
    });

  addCommand(program, "check", "report what is wrong with specs, and write nothing")
    .argument("[specs...]", "spec files or globs (default: `specs` of the configuration)")
    .option("--json", "print the diagnostics (or proofs or stages) as JSON on standard output")
    .option("--proofs", "print what was proved of each feature, and the row that refutes the rest")
    .option("--trace", "the same, and what was tried for each claim, in the order of the attempts")
    .option("--stages", "print which features can be computed before the request")
    .option("--watch", "check again whenever a spec changes")
    .addHelpText(
      "after",
      example("featc check", "featc check specs/*.feat.yaml --json", "featc check --proofs"),
    )
    .action(async (specs: string[], options: CheckFlags) => {
      ended(await (await import("./check.js")).check(world, specs, { ...options, ...debugged() }));
    });

  addCommand(program, "suggest", "print the tightest provable range of features without one")
    .argument("[specs...]", "spec files or globs (default: `specs` of the configuration)")
    .option("--json", "print them as JSON on standard output")
    .addHelpText("after", example("featc suggest", "featc suggest specs/loan_default.feat.yaml"))
    .action(async (specs: string[], options: { json?: true }) => {
      const { suggest } = await import("./suggest.js");
      ended(await suggest(world, specs, { ...options, ...debugged() }));
    });

  addCommand(
    program,
    "report",
    "write a page of HTML about each spec: what is proved, and its lineage",
  )
    .argument("[specs...]", "spec files or globs (default: `specs` of the configuration)")
    .option("--out <folder>", "where to write", "reports")
    .option("--json", "print what was written as JSON on standard output")
    .addHelpText(
      "after",
      example("featc report", "featc report specs/loan_default.feat.yaml --out docs/features"),
    )
    .action(async (specs: string[], options: ReportFlags) => {
      const { report } = await import("./report.js");
      ended(await report(world, specs, { ...options, ...debugged() }));
    });

  addCommand(program, "mutate", "measure how many mistakes in a spec its generated tests notice")
    .argument("[specs...]", "spec files or globs (default: `specs` of the configuration)")
    .option("--min-score <share>", "fail below this share of killed mutants, such as 0.95", share)
    .option("--full", "run the generated TypeScript of each mutant too, with vitest (slow)")
    .option("--all", "list killed and equivalent mutants too")
    .option("--json", "print every mutant as JSON on standard output")
    .addHelpText("after", mutateNotes)
    .action(async (specs: string[], options: MutateFlags) => {
      const { mutate } = await import("./mutate.js");
      ended(await mutate(world, specs, { ...options, ...debugged() }));
    });

  addCommand(program, "run", "compute the features of a file of data")
    .argument("<spec>", "the spec file")
    .requiredOption(
      "--input <file>",
      "data: .csv, .tsv, .jsonl, .ndjson, .json or .parquet; with DuckDB also a pattern or a folder",
    )
    .requiredOption("--output <file>", "features: .csv, .jsonl or .parquet; a matrix: .npy")
    .option("--events <name=file>", "events of a source; once for each", collect, [])
    .option("--table <name=file>", "records of a table; once for each", collect, [])
    .option("--rejects <file>", "rejected rows with their issues: .jsonl or .parquet")
    .option(
      "--as-of <time>",
      "moment of the prediction, for a spec without as_of: 2026-01-31T00:00:00Z",
    )
    .option("--as-of-column <name>", "the column that has it, for a spec without as_of (DuckDB)")
    .option("--matrix <name>", "the matrix to write (.npy or .parquet; .npy: the only one)")
    .addOption(
      new Option(
        "--engine <name>",
        "what computes (default: duckdb for Parquet, else node)",
      ).choices(["node", "duckdb", "spark"]),
    )
    .option("--limit <rows>", "stop after so many rows of input", wholeNumber)
    .option(
      "--sample <rows>",
      "so many rows of the input, the same each time (DuckDB)",
      wholeNumber,
    )
    .option("--explain-plan", "print how the engine would run the query, and write nothing")
    .option("--spark-conf <name=value>", "a setting of Spark; once for each", collect, [])
    .option("--json", "print the summary as JSON on standard output")
    .option(
      "--cache-dir <folder>",
      "where compiled modules are kept (default: node_modules/.cache/featc)",
    )
    .addHelpText("after", runNotes)
    .action(async (spec: string, options: RunFlags) => {
      ended(await (await import("./run.js")).run(world, spec, options));
    });

  addCommand(program, "parity", "compare the features of DuckDB and of TypeScript on your data")
    .argument("<spec>", "the spec file")
    .requiredOption("--input <file>", "data: .parquet, .csv, .tsv, a pattern or a folder")
    .option("--events <name=file>", "events of a source; once for each", collect, [])
    .option("--table <name=file>", "records of a table; once for each", collect, [])
    .option(
      "--as-of <time>",
      "moment of the prediction, for a spec without as_of: 2026-01-31T00:00:00Z",
    )
    .option("--as-of-column <name>", "the column that has it, for a spec without as_of")
    .option("--limit <rows>", "stop after so many rows of input", wholeNumber)
    .option("--sample <rows>", "so many rows of the input, the same each time", wholeNumber)
    .option("--json", "print the result as JSON on standard output")
    .option(
      "--cache-dir <folder>",
      "where compiled modules are kept (default: node_modules/.cache/featc)",
    )
    .addHelpText("after", parityNotes)
    .action(async (spec: string, options: ParityFlags) => {
      ended(await (await import("./parity.js")).parity(world, spec, options));
    });

  addCommand(program, "bench", "measure what a row of a spec costs, in time and memory")
    .argument("<spec>", "the spec file")
    .option("--input <file>", "rows to measure with (default: rows that the contract admits)")
    .option("--events <name=file>", "events of a source; once for each", collect, [])
    .option("--table <name=file>", "records of a table; once for each", collect, [])
    .option(
      "--as-of <time>",
      "moment of the prediction, for a spec without as_of: 2026-01-31T00:00:00Z",
    )
    .option("--limit <rows>", "rows of the file that are used", wholeNumber, 2000)
    .option("--concurrency <requests>", "requests that a server has at a time", wholeNumber, 64)
    .option("--check", "fail where the spec costs more than its `budget`")
    .option("--json", "print the figures as JSON on standard output: nanoseconds and bytes")
    .option(
      "--cache-dir <folder>",
      "where compiled modules are kept (default: node_modules/.cache/featc)",
    )
    .addHelpText("after", benchNotes)
    .action(async (spec: string, options: BenchFlags) => {
      ended(await (await import("./bench.js")).bench(world, spec, options));
    });

  addCommand(program, "fit", "compute the constants under `fit` from training data")
    .argument("<spec>", "the spec file")
    .requiredOption(
      "--data <file>",
      "training data: .csv, .tsv, .jsonl, .ndjson, .json or .parquet; with DuckDB also a pattern or a folder",
    )
    .option("--check", "write nothing; fail where the fit file is not what the data give")
    .addOption(
      new Option("--engine <name>", "what reads (default: duckdb for Parquet, else node)").choices([
        "node",
        "duckdb",
      ]),
    )
    .option(
      "--as-of <time>",
      "moment of the prediction, for a spec without as_of: 2026-01-31T00:00:00Z",
    )
    .option("--json", "print the constants as JSON on standard output")
    .option(
      "--cache-dir <folder>",
      "where compiled modules are kept (default: node_modules/.cache/featc)",
    )
    .addHelpText("after", fitNotes)
    .action(async (spec: string, options: FitFlags) => {
      ended(await (await import("./fit.js")).fit(world, spec, options));
    });

  addCommand(program, "fmt", "write the formulas of specs in their canonical form")
    .argument("[specs...]", "spec files or globs (default: `specs` of the configuration)")
    .option("--check", "write nothing; fail where a spec is not formatted")
    .addHelpText("after", example("featc fmt", "featc fmt --check    # in CI"))
    .action(async (specs: string[], options: { check?: true }) => {
      ended(await (await import("./fmt.js")).fmt(world, specs, { ...options, ...debugged() }));
    });

  addCommand(program, "explain", "explain a diagnostic, or a feature of a spec")
    .argument("<code-or-spec>", "a diagnostic code, or a spec file")
    .argument("[feature]", "a feature, let or decision of the spec")
    .option("--row <file>", "a JSON file with one input: shows every step with its value")
    .option("--as-of <time>", "moment of the prediction, for a spec without as_of")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      example(
        "featc explain missing/possible-missing",
        "featc explain specs/loan_default.feat.yaml debt_to_income --row applicant.json",
      ),
    )
    .action(async (subject: string, feature: string | undefined, options: ExplainFlags) => {
      ended(await (await import("./explain.js")).explain(world, subject, feature, options));
    });

  return program;
}

export interface ConfigFlag {
  readonly config?: string;
}

export interface BuildFlags extends ConfigFlag {
  readonly out?: string;
  readonly watch?: true;
  readonly frozen?: true;
  readonly json?: true;
  readonly cache: boolean;
  readonly cacheDir?: string;
}

export interface RunFlags {
  readonly input: string;
  readonly output: string;
  readonly events?: readonly string[];
  readonly table?: readonly string[];
  readonly rejects?: string;
  readonly asOf?: string;
  readonly asOfColumn?: string;
  readonly matrix?: string;
  readonly engine?: "node" | "duckdb" | "spark";
  readonly sparkConf?: readonly string[];
  readonly limit?: number;
  readonly sample?: number;
  readonly explainPlan?: true;
  readonly json?: true;
  readonly cacheDir?: string;
}

export type ParityFlags = Omit<
  RunFlags,
  "output" | "rejects" | "matrix" | "engine" | "explainPlan"
>;

export interface MutateFlags extends ConfigFlag {
  readonly minScore?: number;
  readonly full?: true;
  readonly all?: true;
  readonly json?: true;
}

export interface BenchFlags {
  readonly input?: string;
  readonly events?: readonly string[];
  readonly table?: readonly string[];
  readonly asOf?: string;
  readonly limit: number;
  readonly concurrency: number;
  readonly check?: true;
  readonly json?: true;
  readonly cacheDir?: string;
}

export interface FitFlags {
  readonly data: string;
  readonly engine?: "node" | "duckdb";
  readonly check?: true;
  readonly asOf?: string;
  readonly json?: true;
  readonly cacheDir?: string;
}

export interface ExplainFlags {
  readonly row?: string;
  readonly asOf?: string;
  readonly json?: true;
}

function addCommand(program: Command, name: string, description: string): Command {
  // Sub-commands inherit exitOverride and configureOutput.
  return program.command(name).description(description).helpOption("-h, --help", "print help");
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function share(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || value > 1) {
    throw new InvalidArgumentError("It must be a number from 0 to 1.");
  }
  return value;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,15}$/.test(text) || value === 0) {
    throw new InvalidArgumentError("It must be a whole number of at least 1.");
  }
  return value;
}

/**
 * Which folder of `compiler/src` may import which, from the bottom up; a folder may always import itself.
 * `compiler/ARCHITECTURE.md` prints this table, and a test holds the two together.
 */
export const layers = {
  base: [],
  diagnostics: ["base"],
  pattern: ["base"],
  types: ["base"],
  functions: ["base", "pattern", "types"],
  fit: ["base", "types"],
  formula: ["base", "diagnostics"],
  spec: ["base", "diagnostics", "formula"],
  bind: ["base", "diagnostics", "types", "functions", "fit", "spec", "formula"],
  ir: ["base", "spec", "types", "functions", "fit"],
  lower: [
    "base",
    "diagnostics",
    "spec",
    "formula",
    "bind",
    "pattern",
    "types",
    "functions",
    "fit",
    "ir",
  ],
  units: ["base", "diagnostics", "types", "functions", "ir"],
  analyse: ["base", "types", "functions", "ir"],
  interpret: ["base", "pattern", "types", "functions", "ir"],
  stages: ["base", "types", "ir"],
  optimise: ["types", "ir", "interpret"],
  prove: ["diagnostics", "pattern", "types", "ir", "interpret"],
  mutants: ["base", "spec", "types", "functions", "ir"],
  testgen: [
    "pattern",
    "spec",
    "formula",
    "types",
    "functions",
    "ir",
    "interpret",
    "prove",
    "mutants",
  ],
  check: [
    "base",
    "diagnostics",
    "spec",
    "types",
    "fit",
    "ir",
    "analyse",
    "interpret",
    "prove",
    "testgen",
  ],
  mutate: ["diagnostics", "types", "ir", "analyse", "interpret", "prove", "mutants", "testgen"],
  report: ["diagnostics", "types", "ir", "units", "check"],
  "emit/text": ["base", "types"],
  emit: ["base", "types", "functions", "ir", "emit/text"],
  "emit/ts": [
    "base",
    "pattern",
    "types",
    "functions",
    "ir",
    "analyse",
    "optimise",
    "emit/text",
    "emit",
  ],
  "emit/schema": ["ir", "emit/text", "emit"],
  "emit/sql": ["base", "pattern", "types", "functions", "ir", "analyse", "emit/text", "emit"],
  "emit/test": ["base", "ir", "prove", "testgen", "emit/text", "emit"],
  "emit/emit-program.ts": [
    "base",
    "ir",
    "interpret",
    "testgen",
    "emit/text",
    "emit",
    "emit/ts",
    "emit/schema",
    "emit/sql",
    "emit/test",
  ],
  "compile.ts": [
    "base",
    "diagnostics",
    "spec",
    "bind",
    "ir",
    "lower",
    "units",
    "analyse",
    "prove",
    "check",
    "mutants",
    "testgen",
    "mutate",
    "report",
    "emit/text",
    "emit/emit-program.ts",
  ],
  "compile-fit.ts": ["base", "types", "ir", "analyse", "emit/text", "emit/ts", "compile.ts"],
  "index.ts": ["base", "diagnostics", "emit/text", "compile.ts"],
  cli: [
    "base",
    "diagnostics",
    "spec",
    "formula",
    "types",
    "functions",
    "fit",
    "ir",
    "interpret",
    "stages",
    "emit/text",
    "emit",
    "emit/ts",
    "emit/sql",
    "compile.ts",
    "compile-fit.ts",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Layer = keyof typeof layers;

/** Files that belong to another row than their folder says: what brings the parts of a spec together. */
export const placed: Readonly<Record<string, Layer>> = {
  "emit/emit-caches.ts": "emit/emit-program.ts",
  "emit/contract-part.ts": "emit/emit-program.ts",
};

/** Of a row that may be imported, only these files. */
export const doors = [
  {
    from: "cli",
    to: "emit/ts",
    files: ["features-module.ts"],
    reason: "`run` counts imputed and clamped values in features that it emits for itself",
  },
  {
    from: "cli",
    to: "emit/sql",
    files: [
      "sql-module.ts",
      "dialect.ts",
      "duckdb.ts",
      "spark.ts",
      "name-problems.ts",
      "read-scalar.ts",
      "sql-text.ts",
    ],
    reason:
      "`run` gives an engine the query that counts them, and columns in the form that it expects",
  },
] as const satisfies readonly {
  readonly from: Layer;
  readonly to: Layer;
  readonly files: readonly string[];
  readonly reason: string;
}[];

/**
 * A walk over a tree that is spread over files calls itself. Every such circle passes through the one file
 * that dispatches, and only when its functions run, never while the files load.
 */
export const dispatchers: readonly string[] = ["compiler/src/lower/lower-formula.ts"];

/** Packages from outside, and the files that may import them. Importing types alone costs nothing and binds little. */
export const packages: Readonly<Record<string, RegExp>> = {
  chevrotain: /^formula\//,
  yaml: /^(spec|cli\/fmt|cli\/config)\//,
  "ts-morph": /^(emit\/text\/ts-file|cli\/run\/load-module)\.ts$/,
  prettier: /^emit\/text\/layout\.ts$/,
  commander: /^cli\//,
  picocolors: /^cli\//,
  tinyglobby: /^cli\//,
  jiti: /^cli\//,
  chokidar: /^cli\//,
  "csv-parse": /^cli\//,
  "@duckdb/node-api": /^cli\//,
  // The interpreter is the oracle of what the runtime computes, so it must not call it.
  "@featc/runtime": /^(lower|pattern|testgen|emit\/text|emit|emit\/ts|emit\/sql|cli)\//,
};

import { analyseProgram } from "./analyse/analyse-program.js";
import { internalError } from "./base/assert.js";
import type { Host } from "./base/host.js";
import { check, createCaches } from "./compile.js";
import type { CheckResult, CompilerCaches } from "./compile.js";
import type { EmittedFile } from "./emit/text/emitted-file.js";
import { dependenciesOf } from "./ir/dependencies.js";
import type { FittedConstant, Program, Step } from "./ir/program.js";
import type { Constant } from "./types/value.js";

/** Statistics whose columns can be computed now, and the code that computes them. */
export interface FitStage {
  readonly constants: readonly FittedConstant[];
  /** The feature of the generated code that holds the column of a constant. */
  readonly columnOf: ReadonlyMap<string, string>;
  /** What the code is emitted from: the contract of the spec, and the columns as its features. */
  readonly program: Program;
  readonly files: readonly EmittedFile[];
}

export interface FitCompilation {
  readonly checked: CheckResult;
  /** Null where there is an error, and where every constant has its value. */
  readonly stage: FitStage | null;
  /** Every constant of the spec has its value. */
  readonly isComplete: boolean;
}

/**
 * The next statistics of a spec that can be computed: those whose columns read no constant that is not in
 * `values`. Parts of the spec that read one are left out, without a word about it.
 */
export async function compileFit(
  path: string,
  host: Host,
  values: ReadonlyMap<string, Constant>,
): Promise<FitCompilation> {
  const caches = createCaches();
  const checked = check(path, host, caches, { kind: "computed", values });
  const { program, diagnostics } = checked;
  const text = host.readFile(path) ?? internalError(`cannot read ${path}`);
  const declared = caches.specParser.parse({ path, text }).spec?.fits ?? [];
  // Mistakes that only show with all values do not keep them from being written.
  const isComplete = declared.length > 0 && declared.every(({ name }) => values.has(name.value));
  if (isComplete) return { checked, stage: null, isComplete };
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  if (failed || program === undefined) return { checked, stage: null, isComplete };
  const constants = program.fits.filter((fit) => !values.has(fit.name));
  // A constant that is not in the program has an error, or reads one that has.
  if (constants.length === 0) return { checked, stage: null, isComplete };
  const { columns, columnOf } = columnSteps(program, constants);
  const fitting = programOfColumns(program, columns, constants);
  const files = await emitColumns(fitting, caches);
  return { checked, stage: { constants, columnOf, program: fitting, files }, isComplete };
}

/** The modules that read a row and compute its columns. */
async function emitColumns(
  program: Program,
  caches: CompilerCaches,
): Promise<readonly EmittedFile[]> {
  const { buildTsFile } = await import("./emit/text/ts-file.js");
  const { featuresModule } = await import("./emit/ts/features-module.js");
  const { inputModule } = await import("./emit/ts/input-module.js");
  const facts = analyseProgram(program);
  const { layout } = caches.emit;
  return [
    await buildTsFile(inputModule(program, facts), layout),
    await buildTsFile(featuresModule(program, facts), layout),
  ];
}

/** One feature for each column; statistics of the same formula share it. */
function columnSteps(
  program: Program,
  constants: readonly FittedConstant[],
): { readonly columns: readonly Step[]; readonly columnOf: ReadonlyMap<string, string> } {
  const taken = new Set(program.steps.map((step) => step.name));
  const byText = new Map<string, Step>();
  const columnOf = new Map<string, string>();
  for (const constant of constants) {
    const { argument } = constant;
    const { file, start, end } = argument.span;
    const text = file.text.slice(start, end);
    const column = byText.get(text) ?? columnStep(constant, text, taken);
    byText.set(text, column);
    columnOf.set(constant.name, column.name);
  }
  return { columns: [...byText.values()], columnOf };
}

function columnStep(constant: FittedConstant, text: string, taken: Set<string>): Step {
  const { argument, nameSpan, span } = constant;
  let name = `column_of_${constant.name}`;
  for (let n = 2; taken.has(name); n++) name = `column_of_${constant.name}_${n}`;
  taken.add(name);
  return {
    name,
    role: "feature",
    type: argument.type,
    optional: true,
    tags: [],
    formula: argument,
    text,
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
    nameSpan,
    span,
  };
}

/** Steps that no column reads are left out: a range that rejects rows counts only where a column passes it. */
function programOfColumns(
  program: Program,
  columns: readonly Step[],
  constants: readonly FittedConstant[],
): Program {
  const { steps, usesAsOf } = dependenciesOf(
    program,
    constants.map((fit) => fit.argument),
  );
  if (columns.length === 0) internalError("no column to fit");
  return {
    ...program,
    // No column reads them: their records are not in the training data.
    events: [],
    tables: [],
    steps: [...steps, ...columns],
    features: columns.map((column) => column.name),
    matrices: [],
    model: null,
    policy: [],
    usesAsOf,
  };
}

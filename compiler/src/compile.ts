import { analyseProgram } from "./analyse/analyse-program.js";
import { internalError } from "./base/assert.js";
import type { Host } from "./base/host.js";
import type { SourceFile } from "./base/source.js";
import { bindScope } from "./bind/scope.js";
import { loadFitFile } from "./bind/load-fit-file.js";
import type { FitSource } from "./bind/load-fit-file.js";
import { loadLibraries } from "./bind/libraries.js";
import { checkProgram } from "./check/check-program.js";
import { judgeSteps } from "./check/judge-steps.js";
import type { Judgement } from "./check/judge-steps.js";
import { suggestRanges } from "./check/suggest-ranges.js";
import type { RangeSuggestion } from "./check/suggest-ranges.js";
import { DiagnosticCollector } from "./diagnostics/collector.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { inReadingOrder } from "./diagnostics/order.js";
import type { EmittedFile } from "./emit/text/emitted-file.js";
import { createEmitCaches } from "./emit/emit-caches.js";
import type { EmitCaches } from "./emit/emit-caches.js";
import type { Facts } from "./ir/facts.js";
import type { Program } from "./ir/program.js";
import { lowerSpec } from "./lower/lower-spec.js";
import { clampRounding } from "./prove/clamp-rounding.js";
import type { MutationResult } from "./mutate/judge-mutants.js";
import type { MutationProgress } from "./mutate/mutate-program.js";
import { specPage } from "./report/spec-page.js";
import { createSpecParser } from "./spec/parse-spec.js";
import type { SpecParser } from "./spec/parse-spec.js";
import type { SampleRows } from "./testgen/sample-rows.js";
import { checkUnits } from "./units/check-units.js";
import type { StepUnit } from "./units/check-units.js";

export type { MutationProgress } from "./mutate/mutate-program.js";
export type { JudgedMutant, MutantVerdict, MutationResult } from "./mutate/judge-mutants.js";
export type { Judgement, Method, Verdict } from "./check/judge-steps.js";
export { totalsOf } from "./check/judge-totals.js";
export type { Totals } from "./check/judge-totals.js";
export { indexPage } from "./report/index-page.js";
export type { ReportedSpec } from "./report/index-page.js";
export type { SampleRows } from "./testgen/sample-rows.js";
export type { RangeSuggestion } from "./check/suggest-ranges.js";

export interface CheckResult {
  /** The spec with every name resolved; undefined where its text could not be read at all. */
  readonly program: Program | undefined;
  readonly facts: Facts | undefined;
  /** The units of the steps that have one, by name. */
  readonly units: ReadonlyMap<string, StepUnit>;
  /** All problems of all files, in reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The spec and everything that it imports. */
  readonly sources: readonly SourceFile[];
}

export interface CompileResult extends CheckResult {
  /** Empty where there is an error. */
  readonly files: readonly EmittedFile[];
}

/** What watch mode keeps between two compilations of the same spec. */
export interface CompilerCaches {
  /** @internal */
  readonly specParser: SpecParser;
  /** @internal */
  readonly emit: EmitCaches;
}

export function createCaches(): CompilerCaches {
  return { specParser: createSpecParser(), emit: createEmitCaches() };
}

/**
 * Everything up to the diagnostics: text → names → types → facts → what they show to be wrong. A step with a
 * mistake is left out and the others go on, so that one run tells of all mistakes. `path` must be readable.
 * `fitSource` replaces the fit file of the spec.
 */
export function check(
  path: string,
  host: Host,
  caches = createCaches(),
  fitSource?: FitSource,
): CheckResult {
  const text = host.readFile(path) ?? internalError(`cannot read ${path}`);
  const file: SourceFile = { path, text };
  const parsed = caches.specParser.parse(file);
  if (parsed.spec === undefined) {
    return {
      program: undefined,
      facts: undefined,
      units: new Map(),
      diagnostics: inReadingOrder(parsed.diagnostics),
      sources: [file],
    };
  }
  const collector = new DiagnosticCollector();
  collector.add(parsed.diagnostics);
  const library = loadLibraries(parsed.spec, host, collector);
  const scope = bindScope(parsed.spec, library, collector);
  const fitted = fitSource ?? loadFitFile(parsed.spec, host, collector);
  const lowered = lowerSpec(parsed.spec, scope, library, fitted, collector);
  const units = checkUnits(lowered);
  collector.add(units.diagnostics);
  const facts = analyseProgram(lowered);
  const program = clampRounding(lowered, facts, () =>
    analyseProgram(lowered, { exactFolds: true }),
  );
  collector.add(checkProgram(program, facts, !collector.hasErrors));
  return {
    program,
    facts,
    units: units.steps,
    diagnostics: inReadingOrder(collector.diagnostics),
    sources: [file, ...library.files, ...fitFiles(fitted)],
  };
}

/**
 * What was proved of every feature, what a row refutes, and what neither. `clock` gives milliseconds. Empty
 * where the spec could not be read.
 */
export function judge({ program, facts }: CheckResult, clock: () => number): readonly Judgement[] {
  return program === undefined || facts === undefined ? [] : judgeSteps(program, facts, clock);
}

/** A page of HTML about the spec and what was judged of it; undefined where it could not be read. */
export function report(checked: CheckResult, judgements: readonly Judgement[]): string | undefined {
  const { program, facts, units, diagnostics } = checked;
  if (program === undefined || facts === undefined) return undefined;
  const problems = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${message} (${code})`);
  return specPage({ program, facts, units, judgements, problems });
}

/**
 * Which mistakes in the spec its generated tests would notice. Undefined where the spec could not be read or has
 * errors.
 */
export async function mutate(
  { program, facts, diagnostics }: CheckResult,
  onProgress?: MutationProgress,
): Promise<MutationResult | undefined> {
  const failed = diagnostics.some(({ severity }) => severity === "error");
  if (failed || program === undefined || facts === undefined) return undefined;
  // Loaded when it is asked for: no build needs it.
  const { mutateProgram } = await import("./mutate/mutate-program.js");
  return mutateProgram(program, facts, onProgress);
}

/** What the tests of the spec would run on, mutant by mutant in the order of `mutate`. The spec has no errors. */
export async function* emitMutants({
  program,
}: CheckResult): AsyncGenerator<readonly EmittedFile[]> {
  if (program === undefined) return;
  const { emitModules } = await import("./emit/emit-program.js");
  const { programMutants } = await import("./mutants/program-mutants.js");
  const { layout } = createEmitCaches();
  for (const { program: mutant } of programMutants(program)) {
    // The other caches know a step by its text, which a mutant leaves as it is.
    const caches = { ...createEmitCaches(), layout };
    const facts = analyseProgram(mutant, { deep: false });
    yield await emitModules(mutant, facts, caches);
  }
}

/** Records that the contract admits: `rows` of the input, `events` of each source. The spec has no errors. */
export async function sampleRows(
  program: Program,
  rows: number,
  events: number,
): Promise<SampleRows> {
  const { sampleRows: sample } = await import("./testgen/sample-rows.js");
  return sample(program, rows, events);
}

/** The tightest range that is proved of each number without one. Empty where the spec could not be read. */
export function suggest({ program }: CheckResult): readonly RangeSuggestion[] {
  return program === undefined ? [] : suggestRanges(program);
}

function fitFiles(source: FitSource): readonly SourceFile[] {
  return source.kind === "file" && source.source !== undefined ? [source.source] : [];
}

/** Checks a spec and, where nothing is wrong, emits everything that is generated from it. */
export async function compile(
  path: string,
  host: Host,
  caches = createCaches(),
): Promise<CompileResult> {
  const checked = check(path, host, caches);
  const { program, facts, diagnostics } = checked;
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  if (failed || program === undefined || facts === undefined) return { ...checked, files: [] };
  if (program.tests.mutationScore !== null) {
    const { requireScore } = await import("./mutate/require-score.js");
    const weakness = requireScore(program, facts);
    if (weakness !== undefined) {
      return { ...checked, diagnostics: inReadingOrder([...diagnostics, weakness]), files: [] };
    }
  }
  // Loaded when there is something to emit: a check needs none of it.
  const { emitProgram } = await import("./emit/emit-program.js");
  return {
    ...checked,
    files: await emitProgram(program, facts, caches.emit, host.sha256, host.tzdata),
  };
}

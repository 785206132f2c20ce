import { encodeMatrix } from "../interpret/encode-matrix.js";
import { evaluatePolicy } from "../interpret/evaluate-policy.js";
import { evaluateProgram } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import type { ReferenceIssue } from "../interpret/read-input.js";
import { readEvents, readTableRecord } from "../interpret/read-source.js";
import type { SourceData } from "../interpret/source-data.js";
import { dependenciesOf, formulasOf, inDependencyOrder, stepNamed } from "../ir/dependencies.js";
import type { Matrix, Program, Step } from "../ir/program.js";
import type { Mutant } from "../mutants/mutant.js";
import { readRelated, unrelated } from "../prove/related.js";
import type { RelatedChanges } from "../prove/related.js";
import { violatedBy } from "../testgen/constraint-rows.js";
import { issueText, withChanges } from "../testgen/contract-cases.js";
import type { ContractCase } from "../testgen/contract-cases.js";
import type { StepRow } from "../testgen/step-rows.js";
import type { TestSuite } from "../testgen/test-suite.js";
import type { Value } from "../types/value.js";
import { sameValue } from "../types/same-value.js";

interface ParsedRow {
  readonly row: StepRow;
  readonly input: Readonly<Record<string, Value>>;
  readonly sources: SourceData;
}

/** The rows of one feature, and the steps that decide its value. */
interface FeatureRows {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly reads: ReadonlySet<string>;
  readonly rows: readonly ParsedRow[];
}

/** Runs what the generated tests of a spec assert on specs that differ from it, in the interpreter. */
export class SuiteRunner {
  readonly #suite: TestSuite;
  readonly #program: Program;
  readonly #features: readonly FeatureRows[];

  constructor(suite: TestSuite) {
    this.#suite = suite;
    this.#program = suite.source.program;
    this.#features = [...suite.features].flatMap(([name, rows]) => {
      const step = stepNamed(this.#program, name);
      return step === undefined ? [] : [this.#parsed(step, rows)];
    });
  }

  /** The title of the first test that fails on the mutant; undefined where all pass. */
  failing(mutant: Mutant): string | undefined {
    const { part, program } = mutant;
    switch (part.kind) {
      case "step":
        return (
          this.#failingFeature(program, (feature) => feature.reads.has(part.name)) ??
          this.#failingMatrix(program) ??
          this.#failingDecision(program)
        );
      case "decision":
        return this.#failingDecision(program);
      case "matrix":
        return this.#failingMatrix(program);
      case "constraint":
        return (
          this.#failingConstraint(program) ??
          this.#failingContract(program) ??
          this.#failingReading(program)
        );
      case "contract":
        return part.source === null
          ? (this.#failingContract(program) ?? this.#failingReading(program))
          : (this.#failingSource(program, part.source) ?? this.#failingReading(program));
    }
  }

  #parsed(step: Step, rows: readonly StepRow[]): FeatureRows {
    const program = this.#program;
    const { source } = this.#suite;
    const told = step.indicatorOf === null ? step : (stepNamed(program, step.indicatorOf) ?? step);
    const { steps: before } = dependenciesOf(program, formulasOf(told));
    const steps = inDependencyOrder(program, [...before, ...source.rejecting, told, step]);
    const parsed = rows.flatMap((row): readonly ParsedRow[] => {
      const read = readInput(program, withChanges(source.defaults.json, row.changes), row.asOf);
      const sources = readRelated(program, row.related, source.usual);
      return "issues" in read || sources === undefined ? [] : [{ row, input: read.input, sources }];
    });
    return { name: step.name, steps, reads: new Set(steps.map(({ name }) => name)), rows: parsed };
  }

  #failingFeature(
    mutant: Program,
    isAffected: (feature: FeatureRows) => boolean,
  ): string | undefined {
    const changed = new Map(mutant.steps.map((step) => [step.name, step]));
    for (const feature of this.#features) {
      if (!isAffected(feature)) continue;
      const steps = feature.steps.map((step) => changed.get(step.name) ?? step);
      const reduced = { ...mutant, steps };
      for (const { row, input, sources } of feature.rows) {
        const value = valueOf(reduced, feature.name, { row, input, sources });
        if (!sameValue(value, row.expected, mutant.math)) return `${feature.name} ${row.title}`;
      }
    }
    return undefined;
  }

  #failingContract(mutant: Program): string | undefined {
    const { contract, source } = this.#suite;
    return contract.find((one) => {
      const read = readInput(mutant, withChanges(source.defaults.json, one.changes));
      return !agrees(one, "issues" in read ? read : { values: read.input });
    })?.title;
  }

  #failingConstraint(mutant: Program): string | undefined {
    const { constraints, source } = this.#suite;
    return constraints.find(
      (row) => violatedBy(mutant, row, source)?.join() !== row.violated.join(),
    )?.title;
  }

  #failingSource(mutant: Program, name: string): string | undefined {
    const { sources, source } = this.#suite;
    const usual = source.usual[name] ?? {};
    const events = mutant.events.find((one) => one.name === name);
    const table = mutant.tables.find((one) => one.name === name);
    return sources
      .find((one) => one.name === name)
      ?.cases.find((one) => {
        const record = withChanges(usual, one.changes);
        if (events !== undefined) {
          const read = readEvents(mutant, events, [record]);
          return !agrees(one, "issues" in read ? read : { values: read.events[0] ?? {} });
        }
        if (table !== undefined) {
          const read = readTableRecord(mutant, table, record);
          return !agrees(one, "issues" in read ? read : { values: read.record ?? {} });
        }
        return false;
      })?.title;
  }

  /** The rows of the features as the mutant reads them. */
  #failingReading(mutant: Program): string | undefined {
    const { source } = this.#suite;
    for (const { name, steps, rows } of this.#features) {
      const reduced = { ...mutant, steps };
      for (const { row, input: before } of rows) {
        const read = readInput(mutant, withChanges(source.defaults.json, row.changes), row.asOf);
        const sources = readRelated(mutant, row.related, source.usual);
        if ("issues" in read || sources === undefined) return `${name} ${row.title}`;
        const isSame = JSON.stringify(read.input) === JSON.stringify(before);
        if (isSame && row.related === unrelated) continue;
        const value = valueOf(reduced, name, { row, input: read.input, sources });
        if (!sameValue(value, row.expected, mutant.math)) return `${name} ${row.title}`;
      }
    }
    return undefined;
  }

  #failingMatrix(mutant: Program): string | undefined {
    const { matrices } = this.#suite;
    for (const matrix of mutant.matrices) {
      for (const { title, cells, ...row } of matrices.get(matrix.name) ?? []) {
        const found = this.#cells(mutant, matrix, row);
        if (!sameValue(found, cells, mutant.math)) return `${matrix.name} ${title}`;
      }
    }
    return undefined;
  }

  #cells(
    mutant: Program,
    matrix: Matrix,
    row: { readonly changes: Readonly<Record<string, unknown>>; readonly related: RelatedChanges },
  ): readonly number[] | undefined {
    const { defaults, usual } = this.#suite.source;
    const read = readInput(mutant, withChanges(defaults.json, row.changes), defaults.asOf);
    const sources = readRelated(mutant, row.related, usual);
    if ("issues" in read || sources === undefined) return undefined;
    const result = evaluateProgram(mutant, read.input, defaults.asOf, sources);
    return result.rejected === null ? encodeMatrix(mutant, matrix, result) : undefined;
  }

  #failingDecision(mutant: Program): string | undefined {
    const { decisions, source } = this.#suite;
    for (const [name, rows] of decisions) {
      for (const { changes, outputs, expected } of rows) {
        const { defaults } = source;
        const read = readInput(mutant, withChanges(defaults.json, changes), defaults.asOf);
        if ("issues" in read) return `${name} where the row is refused`;
        const { steps, rejected } = evaluateProgram(mutant, read.input, defaults.asOf);
        if (rejected !== null) return `${name} where the row is rejected`;
        const row = { input: read.input, asOf: defaults.asOf, steps };
        const value = evaluatePolicy(mutant, row, outputs).get(name) ?? null;
        if (!sameValue(value, expected, mutant.math)) {
          return `${name} where it is ${JSON.stringify(expected)}`;
        }
      }
    }
    return undefined;
  }
}

function valueOf(program: Program, name: string, { row, input, sources }: ParsedRow): unknown {
  const { rejected, steps } = evaluateProgram(program, input, row.asOf, sources);
  return rejected === null ? (steps.get(name) ?? null) : "rejected";
}

/** Whether the contract of a mutant says of the record what the test expects, and reads the same values. */
function agrees(
  { issues, read }: ContractCase,
  found:
    | { readonly issues: readonly ReferenceIssue[] }
    | { readonly values: Readonly<Record<string, Value>> },
): boolean {
  if ("issues" in found) {
    return (
      found.issues.length === issues.length &&
      found.issues.every((issue, i) => issueText(issue) === issues[i])
    );
  }
  return (
    issues.length === 0 &&
    Object.entries(read ?? {}).every(
      ([name, value]) => JSON.stringify(found.values[name] ?? null) === JSON.stringify(value),
    )
  );
}

import { noSources } from "../interpret/source-data.js";
import { defaultRow } from "../interpret/default-row.js";
import type { DefaultRow } from "../interpret/default-row.js";
import { evaluateExpr } from "../interpret/evaluate-expr.js";
import { momentOf } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { readScalar } from "../interpret/read-scalar.js";
import { dependenciesOf, formulasOf, inDependencyOrder } from "../ir/dependencies.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import { stepKey } from "../ir/step-key.js";
import { candidateValues } from "../prove/candidates.js";
import type { Landmarks } from "../ir/landmarks.js";
import type { Value } from "../types/value.js";
import { jsonOfData } from "./example-row.js";
import { usualRecords } from "../prove/related.js";
import { sentAs } from "../prove/sent-as.js";
import type { UsualRecords } from "../prove/related.js";

/** A value of a field as a producer writes it, and as formulas read it. */
export interface FieldChange {
  readonly field: FieldContract;
  readonly json: unknown;
  readonly value: Value;
}

/** Everything that rows are made from; the same for all steps of a program. */
export interface RowSource {
  readonly program: Program;
  readonly defaults: DefaultRow;
  /** Of each event source and table. */
  readonly usual: UsualRecords;
  /** The default row as formulas read it. */
  readonly input: Readonly<Record<string, Value>>;
  /**
   * Generated code computes all features at once, so that a row that one of them rejects tests no other:
   * the steps with `outside: reject` and what they read.
   */
  readonly rejecting: readonly Step[];
  /** Rows tried for each step: the more steps, the fewer. */
  readonly triesPerStep: number;
  readonly rowsPerStep: number;
  /** Mutants that rows are chosen by. */
  readonly mutantsPerStep: number;
  /** Rows are searched for mutants that are left over. */
  readonly searches: boolean;
  /** Candidates of events and records of tables. */
  readonly recordsPerStep: number;
  /** Everything besides a step and those before it that decides its rows. */
  readonly contractKey: string;
}

/** Everything of a step that decides its value, and its examples. */
export function testedStepKey(step: Step): string {
  const examples = step.examples.map(({ given, expect }) => [
    given.map(({ name, value }) => [name.value, jsonOfData(value)]),
    expect.value.kind,
  ]);
  return `${stepKey(step)} ${JSON.stringify(examples)}`;
}

export function rowSource(program: Program): RowSource {
  const defaults = defaultRow(program);
  const read = readInput(program, defaults.json, defaults.asOf);
  const rejects = program.steps.filter((step) => step.outside?.value === "reject");
  const many = program.features.length > 200;
  const rejecting = inDependencyOrder(program, [
    ...dependenciesOf(program, rejects.flatMap(formulasOf)).steps,
    ...rejects,
  ]);
  return {
    program,
    defaults,
    usual: usualRecords(program, defaults),
    // A contract that admits no row has been reported as an error.
    input: "issues" in read ? {} : read.input,
    rejecting,
    contractKey: JSON.stringify([
      program.contractHash,
      defaults,
      many,
      rejecting.map(testedStepKey),
    ]),
    triesPerStep: many ? 14 : 600,
    rowsPerStep: many ? 5 : 12,
    mutantsPerStep: many ? 12 : 200,
    searches: program.features.length <= 200,
    recordsPerStep: many ? 8 : 60,
  };
}

/** Values of a field that its contract admits and that read back as what they were meant to be. */
export function fieldChanges(
  field: FieldContract,
  landmarks: Landmarks,
  { input }: RowSource,
): readonly FieldChange[] {
  return candidateValues(field, landmarks)
    .filter((value) => value !== input[field.name])
    .map((value) => ({ field, json: sentAs(field, value), value }))
    .filter(
      ({ json, value }) => json !== undefined && (value === null || readsAs(field, json, value)),
    );
}

/** A pattern without milliseconds writes down less than the value, and a sentinel means another. */
export function readsAs(field: FieldContract, json: unknown, value: Value): boolean {
  const isSentinel = field.missingValues.some(
    (sentinel) => sentinel === json || String(sentinel) === json,
  );
  if (isSentinel) return false;
  return field.format.kind !== "patterns" || readScalar(field, json) === value;
}

/** The rows with one field changed, then with two: each of them at the first few values or at a landmark. */
export function* combinedChanges(
  options: readonly (readonly FieldChange[])[],
  landmarks: Landmarks,
): Generator<readonly FieldChange[]> {
  for (const changes of options) for (const change of changes) yield [change];
  const known = new Set<Value>([...landmarks.numbers, ...landmarks.texts]);
  const telling = options.map((changes) => {
    const others = changes.slice(5).filter(({ value }) => known.has(value));
    return [...changes.slice(0, 5), ...others.slice(0, 5)];
  });
  for (const [i, first] of telling.entries()) {
    for (const second of telling.slice(i + 1)) {
      for (const a of first) for (const b of second) yield [a, b];
    }
  }
}

/** The input with the changes. */
export function withValues(
  input: Readonly<Record<string, Value>>,
  changes: readonly FieldChange[],
): Readonly<Record<string, Value>> {
  return {
    ...input,
    ...Object.fromEntries(changes.map(({ field, value }) => [field.name, value])),
  };
}

/** Whether no constraint rejects the row. */
export function satisfiesConstraints(
  program: Program,
  input: Readonly<Record<string, Value>>,
  asOf: number,
): boolean {
  const row = {
    input,
    sources: noSources,
    asOf: momentOf(program, input, asOf),
    steps: new Map(),
    outputs: {},
    locals: new Map(),
  };
  return program.constraints.every(
    ({ formula, onViolation }) => onViolation === "warn" || evaluateExpr(formula, row) !== false,
  );
}

export function jsonOfChanges(changes: readonly FieldChange[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(changes.map(({ field, json }) => [field.key, json]));
}

import { evaluateExpr } from "../interpret/evaluate-expr.js";
import { noSources } from "../interpret/source-data.js";
import { dependenciesOf } from "../ir/dependencies.js";
import type { Facts } from "../ir/facts.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import type { Mutant } from "../mutants/mutant.js";
import { sameValue } from "../types/same-value.js";

/** Why no row tells another `missing` of a matrix from the spec's; undefined where that is not proved. */
export function equivalentMatrix(
  { part, program: mutant }: Mutant,
  program: Program,
  facts: Facts,
): string | undefined {
  const named = ({ name }: { readonly name: string }): boolean => name === part.name;
  const [matrix, changed] = [program.matrices.find(named), mutant.matrices.find(named)];
  if (matrix === undefined || changed === undefined || matrix.columns !== changed.columns) {
    return undefined;
  }
  const isNeverMissing = matrix.columns.every(({ formula }) => !facts.of(formula).missing);
  return isNeverMissing ? "no column is ever missing" : undefined;
}

/** Why no record tells a moved range from the spec's: what lies between means missing. */
export function equivalentContract(
  { part, program: mutant }: Mutant,
  program: Program,
): string | undefined {
  const [field, changed] = [fieldOf(program, part.name), fieldOf(mutant, part.name)];
  if (part.kind !== "contract" || part.source !== null) return undefined;
  if (field !== undefined && changed !== undefined) {
    const outside = sentinelOutside(field, changed);
    if (outside !== undefined) return outside;
  }
  const [range, moved] = [field?.range ?? null, changed?.range ?? null];
  if (field?.type.kind !== "int" || range === null || moved === null) return undefined;
  const between = [
    ...changedAt(range.low, moved.low, Math.min),
    ...changedAt(range.high, moved.high, Math.max),
  ];
  if (between.length === 0) return undefined;
  return between.every((value) => field.missingValues.includes(value))
    ? `${between.join(" and ")} means missing, whatever the range is`
    : undefined;
}

/** A sentinel that lies outside of a range is missing for that reason too, where `outside` says so. */
function sentinelOutside(field: FieldContract, changed: FieldContract): string | undefined {
  const { range, outside, missingValues } = field;
  const dropped = missingValues.filter((value) => !changed.missingValues.includes(value));
  if (range === null || outside !== "missing" || dropped.length !== 1) return undefined;
  const [value] = dropped;
  if (typeof value !== "number") return undefined;
  const isOutside = value < (range.low ?? value) || value > (range.high ?? value);
  return isOutside ? `${value} lies outside of the range, which means missing too` : undefined;
}

function fieldOf({ input }: Program, name: string): FieldContract | undefined {
  return input.find((field) => field.name === name);
}

/** The whole number that only one of two ranges holds, where their ends differ by one. */
function changedAt(
  before: number | null,
  after: number | null,
  outer: (...ends: number[]) => number,
): readonly number[] {
  if (before === null || after === null || Math.abs(before - after) !== 1) return [];
  return [outer(before, after)];
}

/** Why another `impute` is no other: it stands for the same value, whatever the row is. */
export function sameStandIn(step: Step, changed: Step, program: Program): string | undefined {
  if (step.formula !== changed.formula || step.impute === null || changed.impute === null) {
    return undefined;
  }
  const imputes = [step.impute, changed.impute];
  const { fields, steps, usesAsOf, events, tables } = dependenciesOf(program, imputes);
  const reads = fields.length + steps.length + events.size + tables.size;
  if (step.impute === changed.impute || usesAsOf || reads > 0) return undefined;
  const row = {
    input: {},
    sources: noSources,
    asOf: 0,
    steps: new Map(),
    outputs: {},
    locals: new Map(),
  };
  const [before, after] = imputes.map((impute) => evaluateExpr(impute, row));
  return sameValue(before, after, "strict") ? "it stands in by the same value" : undefined;
}

import { internalError } from "../base/assert.js";
import type { Expr } from "../ir/nodes.js";
import type { Facts, StepFact } from "../ir/facts.js";
import type { Program, Step, TableSource } from "../ir/program.js";
import type { Fact } from "../types/domain.js";
import { joinFacts, opaque, unreachableFact } from "../types/facts.js";
import { exactly, join, numberDomain } from "../types/interval.js";
import { FormulaAnalysis } from "./analyse-expr.js";
import type { BaseFacts } from "./analyse-expr.js";
import { Environment } from "./environment.js";
import { deepen } from "./deepen.js";
import type { Place } from "./deepen.js";
import { contractAt, fieldFact, leavesBounds, withinBounds } from "./field-fact.js";

export interface AnalysisOptions {
  /** False: each operand by itself, as if nothing were known of which is the smaller. True unless given. */
  readonly withOrder?: boolean;
  /** As if sums were not rounded: to tell what leaves its range by rounding alone. False unless given. */
  readonly exactFolds?: boolean;
  /** False: nothing is tried of a claim that intervals and order leave open. True unless given. */
  readonly deep?: boolean;
}

/** Facts of every expression of a program, steps in dependency order. Pure; it reports nothing. */
export function analyseProgram(program: Program, options: AnalysisOptions = {}): Facts {
  const recorder = new Map<Expr, Fact>();
  const steps = new Map<string, StepFact>();
  const fields = new Map<string, Fact>();
  const definitions = new Map<string, Expr>();
  const base: BaseFacts = {
    exactFolds: options.exactFolds ?? false,
    math: program.math,
    field: (path, known) => {
      const key = `${known} ${path.join(".")}`;
      let fact = fields.get(key);
      if (fact === undefined) {
        fact = fieldFact(program.input, path, known);
        fields.set(key, fact);
      }
      return fact;
    },
    table: (name, path, known) => tableFact(program, name, path, known),
    contract: (ref) =>
      ref.kind === "FieldRef"
        ? contractAt(program.input, ref.path)
        : contractAt(tableNamed(program, ref.table).fields, ref.path),
    step: (name) => steps.get(name)?.final ?? unreachableFact,
    output: (name) => fieldFact(program.model?.outputs ?? [], [name]),
    definition: (name) => definitions.get(name),
  };
  const analysis = new FormulaAnalysis(base, options.withOrder ?? true);

  for (const { formula } of program.constraints) {
    // Recorded without the other constraints: each is checked by itself.
    analysis.analyse(formula, Environment.empty, recorder);
  }
  const constrained = (known: Environment): Environment =>
    assumeConstraints(program, analysis, known);
  const unconstrained = constrained(Environment.empty);
  // Contradicting constraints admit no row; that is reported where no default row is found.
  const environment = unconstrained.contradictory ? Environment.empty : unconstrained;
  const place = { analysis, environment, constrained, recorder };
  for (const step of [...program.steps, ...program.policy]) {
    const fact = analyseStep(step, place, steps, options.deep ?? true);
    steps.set(step.name, fact);
    if (isItsFormula(step, fact)) definitions.set(step.name, step.formula);
  }
  for (const fit of program.fits) analysis.analyse(fit.argument, environment, recorder);
  for (const matrix of program.matrices) {
    for (const column of matrix.columns) analysis.analyse(column.formula, environment, recorder);
  }
  return {
    of: (expr) => recorder.get(expr) ?? unreachableFact,
    isReachable: (expr) => recorder.has(expr),
    step: (name) => steps.get(name) ?? internalError(`no step ${name}`),
  };
}

/** The record itself has the path []; it may be missing unless it is known to be there. */
function tableFact(program: Program, name: string, path: readonly string[], known: number): Fact {
  if (path.length === 0) return { missing: known === 0, present: true, domain: opaque };
  const fact = fieldFact(tableNamed(program, name).fields, path, Math.max(0, known - 1));
  return known === 0 ? { ...fact, missing: true } : fact;
}

function tableNamed(program: Program, name: string): TableSource {
  return program.tables.find((table) => table.name === name) ?? internalError(`no table ${name}`);
}

/** Whenever the step has a value, it is the one of its formula. */
function isItsFormula(step: Step, { mayBeImputed, mayBeOutside }: StepFact): boolean {
  const imputed = mayBeImputed && step.impute !== null;
  // Without a rule a value that rounding alone takes outside is set to the bound.
  const clamped = mayBeOutside && (step.outside === null || step.outside.value === "clamp");
  return step.indicatorOf === null && !imputed && !clamped;
}

/**
 * Rows that violate a constraint are rejected, so it holds for the others; where it may be missing it need
 * not be true.
 */
function assumeConstraints(
  program: Program,
  analysis: FormulaAnalysis,
  before: Environment,
): Environment {
  let environment = before;
  for (const { formula, onViolation } of program.constraints) {
    if (onViolation === "warn" || environment.contradictory) continue;
    const fact = analysis.analyse(formula, environment, null);
    environment = fact.missing
      ? analysis.assumeNotFalse(formula, environment)
      : analysis.assume(formula, environment);
  }
  return environment;
}

function analyseStep(
  step: Step,
  place: Place,
  steps: ReadonlyMap<string, StepFact>,
  deep: boolean,
): StepFact {
  const { analysis, environment, recorder } = place;
  if (step.indicatorOf !== null) return indicatorFact(step.indicatorOf, steps);
  const plain = analysis.analyse(step.formula, environment, recorder);
  const isOpen = plain.missing || leavesBounds(plain.domain, step.range);
  const deepened = deep && isOpen && plain.present ? deepen(step, plain, place) : undefined;
  const formula = deepened?.formula ?? plain;
  const imputeFact =
    step.impute === null ? undefined : analysis.analyse(step.impute, environment, recorder);
  const mayBeOutside = formula.present && leavesBounds(formula.domain, step.range);
  const dropped = mayBeOutside && step.outside?.value === "missing";
  const kept = keepWithin(formula, step);
  const ranged: Fact = { ...kept, missing: kept.missing || dropped };
  const mayBeImputed = ranged.missing;
  const final =
    imputeFact === undefined || !ranged.missing
      ? ranged
      : joinFacts({ ...ranged, missing: false }, imputeFact);
  return {
    formula,
    mayBeOutside,
    mayBeImputed,
    final,
    ...(deepened === undefined ? {} : { deepProof: deepened.proof }),
  };
}

function indicatorFact(feature: string, steps: ReadonlyMap<string, StepFact>): StepFact {
  const told = steps.get(feature);
  const final: Fact = {
    missing: false,
    present: true,
    domain: {
      kind: "bool",
      mayBeTrue: told?.mayBeImputed ?? true,
      mayBeFalse: told?.formula.present ?? true,
    },
  };
  return { formula: final, mayBeOutside: false, mayBeImputed: false, final };
}

/**
 * After step 2 a present value lies in the range: clamped into it, or made missing, or the row is rejected.
 * Clamping yields a bound itself, also one that the formula never gives.
 */
function keepWithin(fact: Fact, step: Step): Fact {
  const { range, outside } = step;
  if (range === null || !fact.present || fact.domain.kind !== "number") return fact;
  const { low, high } = fact.domain;
  const clamps = outside === null || outside.value === "clamp";
  const parts = [
    withinBounds(fact.domain, range),
    clamps && range.low !== null && low < range.low ? exactly(range.low) : undefined,
    clamps && range.high !== null && high > range.high ? exactly(range.high) : undefined,
  ].filter((part) => part !== undefined);
  const [first, ...others] = parts;
  // Every row is out of range: whatever reads the value is told no more than what was declared.
  const domain =
    first === undefined
      ? numberDomain(range.low ?? -Number.MAX_VALUE, range.high ?? Number.MAX_VALUE, {})
      : others.reduce(join, first);
  return { ...fact, domain };
}

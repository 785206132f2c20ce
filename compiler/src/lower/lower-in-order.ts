import { fitName, orderSteps } from "../bind/dependencies.js";
import type { StepFormulas } from "../bind/dependencies.js";
import type { FittedConstant, Step } from "../ir/program.js";
import { invalidType } from "../types/type.js";
import type { Type } from "../types/type.js";
import type { FittedValue, LowerContext } from "./context.js";
import type { ParsedFit } from "./lower-fit.js";
import { indicatorStep, lowerStep } from "./lower-step.js";
import type { ParsedStep } from "./lower-step.js";

/** What is recorded of each step and constant for those behind it; the context reads the same maps. */
export interface LoweredSoFar {
  readonly stepTypes: Map<string, Type>;
  readonly fittedValues: Map<string, FittedValue>;
  readonly lowerOneFit: (fit: ParsedFit) => FittedConstant | undefined;
}

export interface LoweredSteps {
  /** In dependency order. */
  readonly steps: readonly Step[];
  /** In order of declaration. */
  readonly fits: readonly FittedConstant[];
}

/** Lowers steps and fitted constants, each behind what it reads: a statistic may be of a let that reads another. */
export function lowerInOrder(
  parsed: readonly ParsedStep[],
  parsedFits: readonly ParsedFit[],
  context: LowerContext,
  soFar: LoweredSoFar,
): LoweredSteps {
  const steps = new Map(parsed.map((step) => [step.ast.name.value, step]));
  const fits = new Map(parsedFits.map((fit) => [fitName(fit.ast.name.value), fit]));
  const { ordered, cyclic } = orderSteps(
    [...parsedFits.map(formulasOfFit), ...parsed.map(formulasOfStep)],
    context.functions,
    context.scope,
    context.collector,
  );
  const lowered: Step[] = [];
  const constants = new Map<string, FittedConstant>();
  for (const { symbol } of ordered) {
    const fit = fits.get(symbol.name);
    const step = steps.get(symbol.name);
    const isCyclic = cyclic.has(symbol.name);
    if (fit !== undefined) {
      const constant = isCyclic ? undefined : soFar.lowerOneFit(fit);
      if (constant !== undefined) constants.set(constant.name, constant);
      soFar.fittedValues.set(fit.ast.name.value, {
        value: constant?.value ?? null,
        type: constant?.type ?? invalidType,
      });
    } else if (step !== undefined) {
      lowered.push(...lowerOneStep(step, isCyclic, context, soFar.stepTypes));
    }
  }
  return {
    steps: lowered,
    fits: parsedFits.flatMap((fit) => constants.get(fit.ast.name.value) ?? []),
  };
}

/** The step and its indicator; nothing where something was reported. */
function lowerOneStep(
  step: ParsedStep,
  isCyclic: boolean,
  context: LowerContext,
  stepTypes: Map<string, Type>,
): readonly Step[] {
  const name = step.ast.name.value;
  const lowered = isCyclic ? undefined : lowerStep(step, context);
  stepTypes.set(name, lowered?.type ?? invalidType);
  if (!step.ast.indicator) return lowered === undefined ? [] : [lowered];
  const indicator = lowered === undefined ? undefined : indicatorStep(lowered);
  stepTypes.set(`${name}_missing`, indicator?.type ?? invalidType);
  return lowered === undefined || indicator === undefined ? [] : [lowered, indicator];
}

function formulasOfStep({ ast, formula, impute }: ParsedStep): StepFormulas {
  const { value: name, span } = ast.name;
  return { symbol: { name, span }, formulas: impute === null ? [formula] : [formula, impute] };
}

function formulasOfFit({ ast, formula }: ParsedFit): StepFormulas {
  const { value, span } = ast.name;
  return { symbol: { name: fitName(value), span }, formulas: [formula] };
}

import { build } from "../../ir/build.js";
import type { Facts } from "../../ir/facts.js";
import type { Expr } from "../../ir/nodes.js";
import type { Bounds, Program, Step } from "../../ir/program.js";
import type { Value } from "../../types/value.js";

/** What `outside` and `impute` did to a feature of one row. */
export interface Treatment {
  readonly imputed: boolean;
  readonly clamped: boolean;
}

export interface CountedProgram {
  /** Computes the same features, and beside them the value of each treated formula as it was before. */
  readonly program: Program;
  readonly facts: Facts;
  /** By feature; features that are never treated are not in it. */
  readonly treatments: ReadonlyMap<string, (features: Row) => Treatment>;
  /** The feature of the value before, by the feature that is treated. */
  readonly before: ReadonlyMap<string, string>;
}

type Row = Readonly<Record<string, Value>>;

/** Generated code does not tell what it imputed and clamped; this variant of the spec does. */
export function countTreatments(program: Program, facts: Facts): CountedProgram {
  const treatments = new Map<string, (features: Row) => Treatment>();
  const formulaOf = new Map<string, string>();
  const references = new Map<Expr, string>();
  const taken = new Set(program.steps.map((step) => step.name));
  const steps = program.steps.flatMap((step): readonly Step[] => {
    if (step.role !== "feature" || !isTreated(step, facts)) return [step];
    const name = freeName(`${step.name}_before`, taken);
    const reference = build.featureRef(name, step.formula.type, step.formula.span);
    formulaOf.set(name, step.name);
    references.set(reference, step.name);
    treatments.set(step.name, (features) => treatmentOf(step, features[name], features[step.name]));
    return [formulaStep(step, name), { ...step, formula: reference }];
  });
  return {
    program: { ...program, steps, features: [...program.features, ...formulaOf.keys()] },
    facts: {
      of: (expr) => {
        const step = references.get(expr);
        return step === undefined ? facts.of(expr) : facts.step(step).formula;
      },
      isReachable: (expr) => references.has(expr) || facts.isReachable(expr),
      step: (name) => {
        const step = formulaOf.get(name);
        if (step === undefined) return facts.step(name);
        const { formula } = facts.step(step);
        return { formula, mayBeOutside: false, mayBeImputed: false, final: formula };
      },
    },
    treatments,
    before: new Map([...formulaOf].map(([before, feature]) => [feature, before])),
  };
}

function isTreated(step: Step, facts: Facts): boolean {
  const { mayBeImputed, mayBeOutside } = facts.step(step.name);
  const treatedOutside = step.outside !== null && step.outside.value !== "reject" && mayBeOutside;
  return (step.impute !== null && mayBeImputed) || treatedOutside;
}

function formulaStep(step: Step, name: string): Step {
  return {
    ...step,
    name,
    optional: true,
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    examples: [],
  };
}

function treatmentOf(step: Step, before: Value | undefined, after: Value | undefined): Treatment {
  const present = before !== null && before !== undefined;
  const outside = present && step.range !== null && isOutside(before, step.range);
  const missed = !present || (outside && step.outside?.value === "missing");
  return {
    imputed: missed && step.impute !== null && after !== null && after !== undefined,
    clamped: outside && step.outside?.value === "clamp",
  };
}

function isOutside(value: Value, range: Bounds): boolean {
  if (typeof value !== "number") return false;
  return (range.low !== null && value < range.low) || (range.high !== null && value > range.high);
}

function freeName(preferred: string, taken: Set<string>): string {
  let name = preferred;
  for (let n = 2; taken.has(name); n++) name = `${preferred}_${n}`;
  taken.add(name);
  return name;
}

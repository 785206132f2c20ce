import { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FieldContract, Program, Step } from "../ir/program.js";
import { printType } from "../types/type.js";
import type { Type } from "../types/type.js";
import { printUnit, unitsAgree } from "../types/unit.js";
import { inferUnit } from "./infer-unit.js";
import { declaredUnit, literalUnit, originsOf, unknownUnit } from "./inferred.js";
import type { Inferred, KnownUnit } from "./inferred.js";
import { alike } from "./unit-context.js";
import type { UnitContext } from "./unit-context.js";
import { conversion, namedFactor } from "./words.js";

/** The unit of a step as text, and whether the spec says it or its formula shows it. */
export interface StepUnit {
  readonly text: string;
  readonly origin: "declared" | "inferred";
}

export interface UnitResult {
  /** By step; one without a known unit is absent. */
  readonly steps: ReadonlyMap<string, StepUnit>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether the units of a spec fit together. */
export function checkUnits(program: Program): UnitResult {
  const collector = new DiagnosticCollector();
  const fields = new Map<string, Inferred>();
  const outputs = new Map<string, Inferred>();
  const steps = new Map<string, Inferred>();
  const sources = new Map<string, Inferred>();
  for (const { name, fields: columns } of [...program.events, ...program.tables]) {
    for (const field of columns) declareField(field, [name], sources, collector);
  }
  for (const field of program.input) declareField(field, [], fields, collector);
  for (const output of program.model?.outputs ?? []) declareField(output, [], outputs, collector);
  const fits = new Map<string, Inferred>();
  const context: UnitContext = {
    collector,
    field: (path) => fields.get(path.join(".")) ?? unknownUnit,
    source: (name, path) => sources.get([name, ...path].join(".")) ?? unknownUnit,
    output: (name) => outputs.get(name) ?? unknownUnit,
    step: (name) => steps.get(name) ?? unknownUnit,
    fit: (name) => {
      // A step stands behind the constants that it reads, and they behind the steps of their columns.
      const unit = fits.get(name) ?? inferFit(program, name, context);
      fits.set(name, unit);
      return unit;
    },
    locals: new Map(),
  };
  for (const constraint of program.constraints) inferUnit(constraint.formula, context);
  for (const step of [...program.steps, ...program.policy]) {
    steps.set(step.name, checkStep(step, context));
  }
  for (const { name } of program.fits) context.fit(name);
  for (const matrix of program.matrices) {
    for (const column of matrix.columns) inferUnit(column.formula, context);
  }
  return { steps: stepUnits(program, steps), diagnostics: collector.diagnostics };
}

/** The unit of the column; a number of rows has none. */
function inferFit(program: Program, name: string, context: UnitContext): Inferred {
  const constant = program.fits.find((fit) => fit.name === name);
  if (constant === undefined) return unknownUnit;
  const unit = inferUnit(constant.argument, context);
  return constant.statistic === "count" ? literalUnit(null) : unit;
}

function declareField(
  field: FieldContract,
  path: readonly string[],
  fields: Map<string, Inferred>,
  collector: DiagnosticCollector,
): void {
  const own = [...path, field.name];
  for (const inner of field.fields) declareField(inner, own, fields, collector);
  if (field.items !== null) declareField(field.items, own, fields, collector);
  if (field.unit === undefined) return;
  reportUnfit(field.name, field.type, field.unit.span, collector);
  fields.set(own.join("."), declaredUnit(own.join("."), field.unit));
}

/** A unit where there is no number is a slip, such as a unit on the wrong line. */
function reportUnfit(
  name: string,
  type: Type,
  span: FieldContract["span"],
  collector: DiagnosticCollector,
): void {
  const value = type.kind === "list" ? type.element.type : type;
  if (["number", "int", "duration", "vector", "invalid"].includes(value.kind)) return;
  collector.report("unit/not-a-number", span, { name, type: printType(type) });
}

function checkStep(step: Step, context: UnitContext): Inferred {
  const formula = inferUnit(step.formula, context);
  const impute = step.impute === null ? undefined : inferUnit(step.impute, context);
  const { unit, name } = step;
  if (unit !== undefined) reportUnfit(name, step.type, unit.span, context.collector);
  const declared = unit === undefined ? undefined : declaredUnit(name, unit);
  if (declared !== undefined && formula.kind === "known") {
    checkDeclared(step, declared, formula, context);
  }
  const wanted = declared ?? formula;
  if (impute === undefined || step.impute === null) return wanted;
  const common = alike(
    `\`impute\` of ${name}`,
    step.impute.span,
    [
      { unit: wanted, span: step.span },
      { unit: impute, span: step.impute.span },
    ],
    context,
  );
  return declared ?? common;
}

function checkDeclared(
  step: Step,
  declared: KnownUnit,
  formula: KnownUnit,
  { collector }: UnitContext,
): void {
  if (unitsAgree(formula.unit, declared.unit)) return;
  collector.report(
    "unit/declared",
    step.span,
    {
      name: step.name,
      declared: printUnit(declared.unit),
      actual: printUnit(formula.unit),
      fix:
        step.type.kind === "duration"
          ? "divide by a duration, as in `/ 1h`, for a number of hours"
          : (conversion(formula.unit, declared.unit) ?? namedFactor(formula.unit, declared.unit)),
    },
    { related: originsOf(declared, formula) },
  );
}

function stepUnits(
  program: Program,
  inferred: ReadonlyMap<string, Inferred>,
): ReadonlyMap<string, StepUnit> {
  const units = new Map<string, StepUnit>();
  for (const step of [...program.steps, ...program.policy]) {
    const unit = inferred.get(step.name);
    if (unit?.kind !== "known") continue;
    const origin = step.unit === undefined ? "inferred" : "declared";
    units.set(step.name, { text: printUnit(unit.unit), origin });
  }
  return units;
}

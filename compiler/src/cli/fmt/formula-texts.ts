import type { FormulaText, SpecAst, StepAst } from "../../spec/ast.js";

/** Every formula of a spec. */
export function formulaTexts(spec: SpecAst): readonly FormulaText[] {
  return [
    ...spec.constraints.map((constraint) => constraint.formula),
    ...spec.functions.map((fn) => fn.body),
    ...spec.fits.map((fit) => fit.formula),
    ...[...spec.lets, ...spec.features, ...spec.policy].flatMap(textsOfStep),
    ...spec.matrices.flatMap((matrix) => matrix.columns),
  ];
}

function textsOfStep(step: StepAst): readonly FormulaText[] {
  return step.impute === undefined ? [step.formula] : [step.formula, step.impute];
}

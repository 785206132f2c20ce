import type { FormulaAst } from "../formula/ast.js";
import { printFormula } from "../formula/print.js";
import { build } from "../ir/build.js";
import { walk } from "../ir/children.js";
import type { Aggregate, Expr } from "../ir/nodes.js";
import type { Bounds, Step } from "../ir/program.js";
import type { StepAst } from "../spec/ast.js";
import { boolType, intType, numberType, printDeclaredType, printType } from "../types/type.js";
import type { DeclaredType, Type } from "../types/type.js";
import { isAssignable, joinTypes } from "../types/join.js";
import { coerce } from "./coerce.js";
import type { LowerContext } from "./context.js";
import { lowerBounds } from "./lower-bounds.js";
import { documentationOf } from "./lower-field.js";
import { withFittedValues } from "./fitted-values.js";
import { lowerFormula } from "./lower-formula.js";
import { lowerType } from "./lower-type.js";

/** A step as written, with its formulas parsed. */
export interface ParsedStep {
  readonly ast: StepAst;
  readonly role: "let" | "feature" | "policy";
  readonly formula: FormulaAst;
  readonly impute: FormulaAst | null;
}

/** The typed step, or undefined where something in it has been reported. */
export function lowerStep(parsed: ParsedStep, context: LowerContext): Step | undefined {
  const { ast, role } = parsed;
  const lower = (formula: FormulaAst): Expr =>
    lowerFormula(withFittedValues(formula, context), context);
  const formula = lower(parsed.formula);
  const impute = parsed.impute === null ? null : lower(parsed.impute);
  const declared = declaredType(ast, context);
  if (formula.kind === "Invalid" || impute?.kind === "Invalid" || declared === "invalid") {
    return undefined;
  }
  const type = stepType(formula, impute, declared, ast, context);
  if (type === undefined) return undefined;
  const range = ast.range === undefined ? null : stepRange(ast, type, context);
  const pii = [formula, impute].some((expr) => expr !== null && readsPersonalData(expr, context));
  if (pii) context.piiNames.add(ast.name.value);
  // Spread first, the documentation would make each step an object of a shape of its own.
  return {
    name: ast.name.value,
    role,
    type,
    optional: declared?.optional ?? false,
    formula: coerce(formula, type),
    text: printFormula(parsed.formula),
    range,
    outside: ast.outside ?? null,
    impute: impute === null ? null : coerce(impute, type),
    imputeText: parsed.impute === null ? null : printFormula(parsed.impute),
    indicatorOf: null,
    examples: ast.examples,
    pii,
    nameSpan: ast.name.span,
    span: ast.formula.span,
    ...documentationOf(ast, context.collector),
  };
}

function readsPersonalData(expr: Expr, { piiNames }: LowerContext): boolean {
  let found = false;
  walk(expr, (node) => {
    if (node.kind === "FieldRef") found ||= piiNames.has(node.path[0] ?? "");
    if (node.kind === "FeatureRef") found ||= piiNames.has(node.name);
    if (node.kind === "TableRef") found ||= piiNames.has(`${node.table}.${node.path[0] ?? ""}`);
    if (node.kind === "Aggregate") found ||= readsPersonalEvents(node, piiNames);
  });
  return found;
}

function readsPersonalEvents(
  { collection, where, element }: Aggregate,
  piiNames: ReadonlySet<string>,
): boolean {
  if (collection.kind === "list") return false;
  let found = false;
  for (const part of [where, element]) {
    if (part === null) continue;
    walk(part, (node) => {
      if (node.kind !== "ElementRef") return;
      found ||= piiNames.has(`${collection.source.name}.${node.path[0] ?? ""}`);
    });
  }
  return found;
}

/** `NAME_missing`: true where the feature was missing before `impute`. */
export function indicatorStep(feature: Step): Step {
  const name = `${feature.name}_missing`;
  return {
    name,
    role: "indicator",
    type: boolType,
    optional: false,
    tags: [],
    formula: build.isMissing(
      build.featureRef(feature.name, feature.type, feature.nameSpan),
      feature.nameSpan,
    ),
    text: `${feature.name} is missing`,
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: feature.name,
    examples: [],
    nameSpan: feature.nameSpan,
    span: feature.span,
  };
}

function declaredType(ast: StepAst, context: LowerContext): DeclaredType | "invalid" | undefined {
  if (ast.type === undefined) return undefined;
  const type = lowerType(
    ast.type,
    ast.values === undefined ? {} : { values: ast.values },
    context.scope.enums,
    context.collector,
  );
  return type.kind === "invalid" ? "invalid" : { type, optional: ast.type.optional };
}

function stepType(
  formula: Expr,
  impute: Expr | null,
  declared: DeclaredType | undefined,
  ast: StepAst,
  context: LowerContext,
): Type | undefined {
  const { collector } = context;
  const type = declared?.type ?? formula.type;
  if (declared !== undefined && !isAssignable(formula.type, declared.type)) {
    collector.report("type/declared", ast.formula.span, {
      name: ast.name.value,
      declared: printDeclaredType(declared),
      actual: printType(formula.type),
    });
    return undefined;
  }
  if (type.kind === "missing") {
    collector.report("type/always-missing", ast.formula.span, {});
    return undefined;
  }
  if (type.kind === "list" || type.kind === "record") {
    collector.report("type/not-a-feature-value", ast.formula.span, { type: printType(type) });
    return undefined;
  }
  if (impute === null) return type;
  const joined =
    declared === undefined
      ? joinTypes(type, impute.type)
      : isAssignable(impute.type, type)
        ? type
        : undefined;
  if (joined === undefined || impute.type.kind === "missing") {
    collector.report("type/impute", impute.span, {
      name: ast.name.value,
      wanted: printType(type),
      actual: impute.type.kind === "missing" ? "missing" : printType(impute.type),
    });
    return undefined;
  }
  return joined;
}

function stepRange(ast: StepAst, type: Type, context: LowerContext): Bounds | null {
  const range = ast.range;
  if (range === undefined) return null;
  switch (type.kind) {
    case "int": {
      const whole = [range.low, range.high].every(
        (bound) => bound === null || Number.isInteger(bound.value),
      );
      return lowerBounds(range, whole ? intType : numberType, context.collector);
    }
    case "number":
    case "date":
    case "timestamp":
      return lowerBounds(range, type, context.collector);
    default:
      context.collector.report("type/range-needs-number", range.span, {
        name: ast.name.value,
        type: printType(type),
      });
      return null;
  }
}

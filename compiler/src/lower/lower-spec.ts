import { internalError } from "../base/assert.js";
import type { Library } from "../bind/libraries.js";
import { fitName, stepsReadBy } from "../bind/dependencies.js";
import type { FitSource } from "../bind/load-fit-file.js";
import type { Scope } from "../bind/scope.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { nearest } from "../diagnostics/suggest.js";
import { parseFormula } from "../formula/parse.js";
import { printFormula } from "../formula/print.js";
import type { FormulaAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import { zonesOf } from "../ir/zones.js";
import { walk } from "../ir/children.js";
import type { Expr, MapDefinition } from "../ir/nodes.js";
import { formulasOf } from "../ir/dependencies.js";
import type {
  Constraint,
  FieldContract,
  FittedConstant,
  Matrix,
  Model,
  Program,
  Step,
} from "../ir/program.js";
import type { FormulaText, Name, SpecAst, StepAst } from "../spec/ast.js";
import { invalidType, printType } from "../types/type.js";
import type { Type } from "../types/type.js";
import type { BoundFunction, FittedValue, LowerContext } from "./context.js";
import { reportExportClashes } from "./export-names.js";
import type { ReadableParts } from "./fit-reads.js";
import { lowerField } from "./lower-field.js";
import { lowerFit } from "./lower-fit.js";
import type { ParsedFit } from "./lower-fit.js";
import { lowerFormula } from "./lower-formula.js";
import { lowerInOrder } from "./lower-in-order.js";
import { lowerSources } from "./lower-source.js";
import { lowerZone } from "./lower-zone.js";
import { lowerMap } from "./lower-map.js";
import { lowerMatrix } from "./lower-matrix.js";
import type { ParsedStep } from "./lower-step.js";
import { contractHash, specHash } from "./spec-hash.js";

/**
 * Resolves and types a whole spec. Steps in which something was reported are left out, so that later phases
 * can speak about the others.
 */
export function lowerSpec(
  spec: SpecAst,
  scope: Scope,
  library: Library,
  fitSource: FitSource,
  collector: DiagnosticCollector,
): Program {
  const parse = (text: FormulaText): FormulaAst => {
    const { ast, diagnostics } = parseFormula(text);
    collector.add(diagnostics);
    return ast;
  };
  const functions = bindFunctions([...library.functions, ...spec.functions], parse);
  const input = spec.input.map((field) => lowerField(field, scope.enums, collector));
  const outputs = (spec.model?.outputs ?? []).map((field) =>
    lowerField(field, scope.enums, collector),
  );
  const { events, tables } = lowerSources(spec, input, scope.enums, collector);
  const timezone =
    spec.timezone === undefined ? null : (lowerZone(spec.timezone, collector) ?? null);
  const asOf = checkAsOf(spec, input, collector);
  checkFieldNames(spec, input, collector);

  let locals = 0;
  const maps = new Map<string, MapDefinition>();
  const stepTypes = new Map<string, Type>();
  const fittedValues = new Map<string, FittedValue>();
  const base: LowerContext = {
    scope,
    functions,
    collector,
    place: "step",
    fieldTypes: new Map([...input, ...outputs].map((field) => [field.name, field.type])),
    stepTypes,
    piiNames: new Set([
      ...input.filter(isPersonal).map((field) => field.name),
      ...[...events, ...tables].flatMap((source) =>
        source.fields.filter(isPersonal).map((field) => `${source.name}.${field.name}`),
      ),
    ]),
    fits: fittedValues,
    params: new Map(),
    callStack: [],
    timezone,
    events: new Map(events.map((source) => [source.name, source])),
    tables: new Map(tables.map((source) => [source.name, source])),
    element: null,
    nextLocal: () => ++locals,
    mapNamed: (name, keyType) => {
      const id = `${name} ${keyType.kind}`;
      let map = maps.get(id);
      if (map === undefined) {
        const ast = scope.maps.get(name);
        if (ast === undefined) internalError(`no map ${name}`);
        map = lowerMap(ast, keyType, collector);
        maps.set(id, map);
      }
      return map;
    },
  };

  const parsed: ParsedStep[] = [
    ...spec.lets.map((ast) => parseStep(ast, "let", parse)),
    ...spec.features.map((ast) => parseStep(ast, "feature", parse)),
  ];
  const parsedPolicy = spec.policy.map((ast) => parseStep(ast, "policy", parse));
  const parsedFits = spec.fits.map((ast): ParsedFit => ({ ast, formula: parse(ast.formula) }));
  const nameOf = (step: ParsedStep): string => step.ast.name.value;
  const readsFit = ({ formula, impute }: ParsedStep, fit: string): boolean =>
    [formula, ...(impute === null ? [] : [impute])].some((ast) =>
      stepsReadBy(ast, functions, scope).has(fitName(fit)),
    );
  const readable: ReadableParts = {
    fields: new Map(input.map((field) => [field.name, field])),
    steps: new Map(parsed.map((step) => [nameOf(step), step])),
    asOf,
    math: spec.math,
    readersOf: (fit) =>
      [...parsed, ...parsedPolicy].filter((step) => readsFit(step, fit)).map(nameOf),
  };
  const lowerOneFit = (fit: ParsedFit): FittedConstant | undefined =>
    lowerFit(fit, fitSource, readable, base);
  const { steps, fits } = lowerInOrder(parsed, parsedFits, base, {
    stepTypes,
    fittedValues,
    lowerOneFit,
  });
  if (fitSource.kind === "file") reportLeftOver(fitSource, spec, collector);
  const inPolicy: LowerContext = { ...base, place: "policy" };
  const { steps: policy } = lowerInOrder(parsedPolicy, [], inPolicy, {
    stepTypes,
    fittedValues,
    lowerOneFit,
  });
  const constraintContext: LowerContext = {
    ...base,
    place: "constraint",
    params: asOfParam(asOf, base),
  };
  const constraints = spec.constraints.flatMap((ast): readonly Constraint[] => {
    const formulaAst = parse(ast.formula);
    const formula = lowerFormula(formulaAst, constraintContext);
    if (formula.kind === "Invalid") return [];
    if (formula.type.kind !== "bool") {
      collector.report("type/condition", ast.formula.span, {
        where: "a constraint",
        actual: printType(formula.type),
      });
      return [];
    }
    return [
      {
        name: ast.name.value,
        formula,
        text: printFormula(formulaAst),
        onViolation: ast.onViolation,
        ...(ast.description === undefined ? {} : { description: ast.description.value }),
        span: ast.formula.span,
      },
    ];
  });
  const stepsByName = new Map(steps.map((step) => [step.name, step]));
  reportExportClashes(spec, collector);
  const matrices = spec.matrices.map((ast) =>
    lowerMatrix(ast, stepsByName, { ...base, place: "column" }),
  );
  reportUnusedLets(spec, steps, fits, collector);
  const common = {
    math: spec.math,
    timezone,
    asOf,
    input,
    events,
    tables,
    constraints,
    functions,
    maps: scope.maps,
    fits,
  };

  return {
    path: spec.file.path,
    name: spec.name.value,
    version: spec.version?.value ?? null,
    description: spec.description?.value ?? null,
    owner: spec.owner?.value ?? null,
    math: spec.math,
    timezone,
    zones: zonesOf(
      [...input, ...[...events, ...tables].flatMap((source) => source.fields)],
      [
        ...constraints.map(({ formula }) => formula),
        ...[...steps, ...policy].flatMap((step) =>
          step.impute === null ? [step.formula] : [step.formula, step.impute],
        ),
        ...matrices.flatMap(({ columns }) => columns.map(({ formula }) => formula)),
      ],
    ),
    asOf,
    usesAsOf: [...steps, ...policy].some(
      (step) => reads(step.formula, "AsOf") || (step.impute !== null && reads(step.impute, "AsOf")),
    ),
    keys: spec.keys.map((key) => key.value),
    labels: spec.labels.map((label) => label.value),
    unknownFields: spec.unknownFields,
    input,
    events,
    tables,
    constraints,
    fits,
    fitProvenance: provenanceOf(fitSource),
    steps,
    features: spec.features.flatMap((ast) =>
      declaredNames(ast).filter((name) => stepsByName.has(name)),
    ),
    matrices,
    model: lowerModel(spec, matrices, outputs, collector),
    policy,
    tests: {
      mutationScore: spec.tests.mutationScore ?? null,
      properties: spec.tests.properties,
    },
    budget: { row: spec.budget.row ?? null, memory: spec.budget.memory ?? null },
    specHash: specHash({ ...common, steps, matrices }),
    contractHash: contractHash(common),
  };
}

function isPersonal({ pii, fields, items }: FieldContract): boolean {
  return pii || fields.some(isPersonal) || (items !== null && isPersonal(items));
}

function declaredNames(ast: StepAst): readonly string[] {
  const name = ast.name.value;
  return ast.indicator ? [name, `${name}_missing`] : [name];
}

function parseStep(
  ast: StepAst,
  role: ParsedStep["role"],
  parse: (text: FormulaText) => FormulaAst,
): ParsedStep {
  return {
    ast,
    role,
    formula: parse(ast.formula),
    impute: ast.impute === undefined ? null : parse(ast.impute),
  };
}

function bindFunctions(
  asts: SpecAst["functions"],
  parse: (text: FormulaText) => FormulaAst,
): ReadonlyMap<string, BoundFunction> {
  return new Map(
    asts.map((ast) => [
      ast.name.value,
      { ast, params: ast.params.map((param) => param.value), body: parse(ast.body) },
    ]),
  );
}

/** In constraints `as_of` is the field that holds it: they are checked before a moment is passed. */
function asOfParam(asOf: string | null, context: LowerContext): ReadonlyMap<string, () => Expr> {
  if (asOf === null) return new Map();
  const type = context.fieldTypes.get(asOf) ?? invalidType;
  const span = context.scope.values.get(asOf)?.span;
  if (span === undefined) return new Map();
  return new Map([["as_of", () => build.fieldRef([asOf], type, span)]]);
}

function checkAsOf(
  spec: SpecAst,
  input: readonly FieldContract[],
  collector: DiagnosticCollector,
): string | null {
  if (spec.asOf === undefined) return null;
  const field = findField(spec.asOf, "`as_of`", input, collector);
  if (field === undefined) return null;
  if (field.type.kind !== "timestamp" || field.mayBeMissing) {
    collector.report(
      "type/as-of",
      spec.asOf.span,
      { name: field.name, type: `${printType(field.type)}${field.mayBeMissing ? "?" : ""}` },
      { related: [{ span: field.span, text: "declared here" }] },
    );
    return null;
  }
  return field.name;
}

function checkFieldNames(
  spec: SpecAst,
  input: readonly FieldContract[],
  collector: DiagnosticCollector,
): void {
  for (const key of spec.keys) findField(key, "`keys`", input, collector);
  for (const label of spec.labels) findField(label, "`labels`", input, collector);
}

function findField(
  name: Name,
  where: string,
  input: readonly FieldContract[],
  collector: DiagnosticCollector,
): FieldContract | undefined {
  const field = input.find((candidate) => candidate.name === name.value);
  if (field === undefined) {
    collector.report("name/not-a-field", name.span, {
      name: name.value,
      where,
      suggestion: nearest(
        name.value,
        input.map((candidate) => candidate.name),
      ),
    });
  }
  return field;
}

function lowerModel(
  spec: SpecAst,
  matrices: readonly Matrix[],
  outputs: readonly FieldContract[],
  collector: DiagnosticCollector,
): Model | null {
  const { model } = spec;
  if (model === undefined) return null;
  const names = matrices.map((matrix) => matrix.name);
  if (model.input !== undefined && !names.includes(model.input.value)) {
    collector.report("name/unknown", model.input.span, {
      name: model.input.value,
      suggestion: nearest(model.input.value, names),
      known: names.join(", "),
    });
  }
  return { file: model.file?.value ?? null, input: model.input?.value ?? null, outputs };
}

function reportUnusedLets(
  spec: SpecAst,
  steps: readonly Step[],
  fits: readonly FittedConstant[],
  collector: DiagnosticCollector,
): void {
  // Where a step could not be lowered, what it reads is not known.
  const declared = spec.lets.length + spec.features.flatMap(declaredNames).length;
  if (steps.length < declared || fits.length < spec.fits.length) return;
  const used = new Set<string>();
  for (const expr of [...steps.flatMap(formulasOf), ...fits.map((fit) => fit.argument)]) {
    walk(expr, (node) => {
      if (node.kind === "FeatureRef") used.add(node.name);
    });
  }
  for (const ast of spec.lets) {
    const name = ast.name.value;
    if (!used.has(name)) collector.report("name/unused-let", ast.name.span, { name });
  }
}

/** A value in the fit file that the spec no longer has a name for. */
function reportLeftOver(
  { ast }: Extract<FitSource, { kind: "file" }>,
  spec: SpecAst,
  collector: DiagnosticCollector,
): void {
  const declared = new Set(spec.fits.map((fit) => fit.name.value));
  for (const { name } of ast?.values ?? []) {
    if (declared.has(name.value)) continue;
    collector.report("fit/left-over", name.span, { name: name.value, spec: spec.file.path });
  }
}

function provenanceOf(source: FitSource): Program["fitProvenance"] {
  if (source.kind !== "file" || source.ast === undefined) return null;
  const { compiler, formulas, data } = source.ast;
  return { path: source.path, compiler, formulas, data };
}

function reads(expr: Expr, kind: Expr["kind"]): boolean {
  let found = false;
  walk(expr, (node) => {
    if (node.kind === kind) found = true;
  });
  return found;
}

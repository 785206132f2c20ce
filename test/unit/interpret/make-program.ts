import { noSources } from "../../../compiler/src/interpret/source-data.js";
import type { Span } from "../../../compiler/src/base/source.js";
import type { EvaluationRow } from "../../../compiler/src/interpret/evaluate-expr.js";
import { build } from "../../../compiler/src/ir/build.js";
import type { Expr } from "../../../compiler/src/ir/nodes.js";
import type {
  Bounds,
  Constraint,
  FieldContract,
  Matrix,
  Program,
  Step,
} from "../../../compiler/src/ir/program.js";
import { intType, numberType } from "../../../compiler/src/types/type.js";
import type { Type } from "../../../compiler/src/types/type.js";
import type { Constant, Value } from "../../../compiler/src/types/value.js";

export const span: Span = { file: { path: "spec.feat.yaml", text: "" }, start: 0, end: 0 };

export function number(value: number): Expr {
  return build.literal(value, numberType, span);
}

export function int(value: number): Expr {
  return build.literal(value, intType, span);
}

export function constant(value: Constant, type: Type): Expr {
  return build.literal(value, type, span);
}

export const missing: Expr = build.missing(span, numberType);

export function field(name: string, type: Type = numberType): Expr {
  return build.fieldRef(name.split("."), type, span);
}

export function row(
  input: Readonly<Record<string, Value>> = {},
  more: Partial<EvaluationRow> = {},
): EvaluationRow {
  return {
    input,
    sources: noSources,
    asOf: 0,
    steps: new Map(),
    outputs: {},
    locals: new Map(),
    ...more,
  };
}

export function bounds(low: number | null, high: number | null): Bounds {
  return { low, high, text: `[${low}, ${high}]`, span };
}

export function contract(
  name: string,
  type: Type,
  more: Partial<FieldContract> = {},
): FieldContract {
  return {
    name,
    key: name,
    type,
    optional: false,
    mayBeMissing: more.optional ?? false,
    range: null,
    pattern: null,
    length: null,
    fields: [],
    items: null,
    format: { kind: "json" },
    missingValues: [],
    invalid: "reject",
    outside: "reject",
    pii: false,
    tags: [],
    span,
    ...more,
  };
}

export function step(name: string, formula: Expr, more: Partial<Step> = {}): Step {
  return {
    name,
    role: "feature",
    type: formula.type,
    optional: false,
    formula,
    text: name,
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
    tags: [],
    nameSpan: span,
    span,
    ...more,
  };
}

export function constraint(
  name: string,
  formula: Expr,
  onViolation: Constraint["onViolation"] = "reject",
): Constraint {
  return { name, formula, text: name, onViolation, span };
}

export function matrix(columns: readonly Expr[], more: Partial<Matrix> = {}): Matrix {
  return {
    name: "model_input",
    dtype: "float64",
    missing: "reject",
    columns: columns.map((formula, i) => ({
      formula,
      text: `c${i}`,
      feature: `c${i}`,
      cells: Array.from(
        { length: formula.type.kind === "vector" ? formula.type.length : 1 },
        (_, cell) => `c${i}_${cell}`,
      ),
      span,
    })),
    span,
    ...more,
  };
}

export function program(input: readonly FieldContract[], more: Partial<Program> = {}): Program {
  return {
    path: "spec.feat.yaml",
    name: "example",
    version: null,
    description: null,
    owner: null,
    math: "strict",
    timezone: null,
    zones: [],
    asOf: null,
    usesAsOf: false,
    keys: [],
    labels: [],
    unknownFields: "reject",
    input,
    events: [],
    tables: [],
    constraints: [],
    fits: [],
    fitProvenance: null,
    steps: [],
    features: [],
    matrices: [],
    model: null,
    policy: [],
    tests: { mutationScore: null, properties: false },
    budget: { row: null, memory: null },
    specHash: "",
    contractHash: "contract",
    ...more,
  };
}

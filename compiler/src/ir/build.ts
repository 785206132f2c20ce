import type { Span } from "../base/source.js";
import type { FunctionName } from "../functions/registry.js";
import { boolType, invalidType, missingType, timestampType } from "../types/type.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";
import type * as ir from "./nodes.js";

/** The only place where IR nodes are made. */
export const build = {
  literal: (value: Constant, type: Type, span: Span, fit?: string): ir.Literal =>
    fit === undefined
      ? { kind: "Literal", type, span, value }
      : { kind: "Literal", type, span, value, fit },
  missing: (span: Span, type: Type = missingType): ir.Missing => ({ kind: "Missing", type, span }),
  fieldRef: (path: readonly string[], type: Type, span: Span): ir.FieldRef => ({
    kind: "FieldRef",
    type,
    span,
    path,
  }),
  asOf: (span: Span): ir.AsOf => ({ kind: "AsOf", type: timestampType, span }),
  featureRef: (name: string, type: Type, span: Span): ir.FeatureRef => ({
    kind: "FeatureRef",
    type,
    span,
    name,
  }),
  outputRef: (name: string, type: Type, span: Span): ir.OutputRef => ({
    kind: "OutputRef",
    type,
    span,
    name,
  }),
  localRef: (id: number, name: string, type: Type, span: Span): ir.LocalRef => ({
    kind: "LocalRef",
    type,
    span,
    id,
    name,
  }),
  let: (id: number, name: string, value: ir.Expr, body: ir.Expr, span: Span): ir.Let => ({
    kind: "Let",
    type: body.type,
    span,
    id,
    name,
    value,
    body,
  }),
  negate: (operand: ir.Expr, span: Span): ir.Negate => ({
    kind: "Negate",
    type: operand.type,
    span,
    operand,
  }),
  arith: (
    operator: ir.ArithOperator,
    left: ir.Expr,
    right: ir.Expr,
    type: Type,
    span: Span,
  ): ir.Arith => ({ kind: "Arith", type, span, operator, left, right }),
  power: (base: ir.Expr, exponent: number, type: Type, span: Span): ir.Power => ({
    kind: "Power",
    type,
    span,
    base,
    exponent,
  }),
  compare: (
    operator: ir.CompareOperator,
    left: ir.Expr,
    right: ir.Expr,
    span: Span,
  ): ir.Compare => ({ kind: "Compare", type: boolType, span, operator, left, right }),
  logic: (operator: "and" | "or", left: ir.Expr, right: ir.Expr, span: Span): ir.Logic => ({
    kind: "Logic",
    type: boolType,
    span,
    operator,
    left,
    right,
  }),
  not: (operand: ir.Expr, span: Span): ir.Not => ({ kind: "Not", type: boolType, span, operand }),
  isMissing: (operand: ir.Expr, span: Span): ir.IsMissing => ({
    kind: "IsMissing",
    type: boolType,
    span,
    operand,
  }),
  coalesce: (left: ir.Expr, right: ir.Expr, type: Type, span: Span): ir.Coalesce => ({
    kind: "Coalesce",
    type,
    span,
    left,
    right,
  }),
  case: (
    origin: "if" | "match",
    arms: readonly ir.CaseArm[],
    otherwise: ir.Expr,
    hasOtherwise: boolean,
    type: Type,
    span: Span,
  ): ir.Case => ({ kind: "Case", type, span, origin, arms, otherwise, hasOtherwise }),
  in: (operand: ir.Expr, values: readonly (number | string | boolean)[], span: Span): ir.In => ({
    kind: "In",
    type: boolType,
    span,
    operand,
    values,
  }),
  cast: (operand: ir.Expr, type: Type, span: Span): ir.Cast => ({
    kind: "Cast",
    type,
    span,
    operand,
  }),
  call: (fn: FunctionName, args: readonly ir.Expr[], type: Type, span: Span): ir.Call => ({
    kind: "Call",
    type,
    span,
    fn,
    args,
  }),
  lookup: (map: ir.MapDefinition, key: ir.Expr, span: Span): ir.Lookup => ({
    kind: "Lookup",
    type: map.valueType,
    span,
    map,
    key,
  }),
  oneHot: (
    operand: ir.Expr,
    values: readonly (number | string | boolean)[],
    span: Span,
  ): ir.Encode => ({
    kind: "Encode",
    type: { kind: "vector", length: values.length },
    span,
    encoder: "one_hot",
    operand,
    values,
  }),
  multiHot: (
    operand: ir.Expr,
    values: readonly (number | string | boolean)[],
    span: Span,
  ): ir.Encode => ({
    kind: "Encode",
    type: { kind: "vector", length: values.length },
    span,
    encoder: "multi_hot",
    operand,
    values,
  }),
  tableRef: (table: string, path: readonly string[], type: Type, span: Span): ir.TableRef => ({
    kind: "TableRef",
    type,
    span,
    table,
    path,
  }),
  elementRef: (path: readonly string[], type: Type, span: Span): ir.ElementRef => ({
    kind: "ElementRef",
    type,
    span,
    path,
  }),
  listValue: (items: readonly ir.Expr[], type: Type, span: Span): ir.ListValue => ({
    kind: "ListValue",
    type,
    span,
    items,
  }),
  aggregate: (
    parts: Omit<ir.Aggregate, "kind" | "type" | "span">,
    type: Type,
    span: Span,
  ): ir.Aggregate => ({ kind: "Aggregate", type, span, ...parts }),
  invalid: (span: Span): ir.Invalid => ({ kind: "Invalid", type: invalidType, span }),
} as const;

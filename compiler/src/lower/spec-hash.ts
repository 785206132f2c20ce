import { sha256Hex } from "../base/sha256.js";
import { printFormula } from "../formula/print.js";
import type {
  Constraint,
  EventSource,
  FieldContract,
  FittedConstant,
  Matrix,
  Step,
  TableSource,
} from "../ir/program.js";
import { printType } from "../types/type.js";
import type { BoundFunction } from "./context.js";
import type { MapAst } from "../spec/ast.js";

export interface HashedParts {
  readonly math: string;
  readonly timezone: string | null;
  readonly asOf: string | null;
  readonly input: readonly FieldContract[];
  readonly events: readonly EventSource[];
  readonly tables: readonly TableSource[];
  readonly constraints: readonly Constraint[];
  readonly functions: ReadonlyMap<string, BoundFunction>;
  readonly maps: ReadonlyMap<string, MapAst>;
  readonly fits: readonly FittedConstant[];
  readonly steps: readonly Step[];
  readonly matrices: readonly Matrix[];
}

/** Changes when anything changes that the steps of a spec have in common. */
export function contractHash(
  parts: Pick<
    HashedParts,
    | "math"
    | "timezone"
    | "asOf"
    | "input"
    | "events"
    | "tables"
    | "constraints"
    | "functions"
    | "maps"
    | "fits"
  >,
): string {
  return specHash({ ...parts, steps: [], matrices: [] });
}

/** Changes when a value that the spec computes can change, and not when comments or descriptions do. */
export function specHash(parts: HashedParts): string {
  const text = JSON.stringify([
    "featc 1",
    parts.math,
    parts.asOf,
    // A spec without a zone keeps the hash that it had before there were zones.
    ...(parts.timezone === null ? [] : [{ timezone: parts.timezone }]),
    parts.input.map(fieldParts),
    parts.constraints.map((constraint) => [
      constraint.name,
      constraint.text,
      constraint.onViolation,
    ]),
    [...parts.functions.values()].map((fn) => [
      fn.ast.name.value,
      fn.params,
      printFormula(fn.body),
    ]),
    [...parts.maps.values()].map((map) => [map.name.value, mapParts(map)]),
    parts.steps.map((step) => [
      step.name,
      step.role,
      printType(step.type),
      step.optional,
      step.text,
      step.range === null ? null : [step.range.low, step.range.high],
      step.outside?.value ?? null,
      step.imputeText,
    ]),
    parts.matrices.map((matrix) => [
      matrix.name,
      matrix.dtype,
      matrix.missing,
      matrix.columns.map((column) => column.text),
    ]),
    // Left out where there are none, so that specs without `fit` keep the hash that they always had.
    ...(parts.fits.length === 0
      ? []
      : [parts.fits.map(({ name, text, value }) => [name, text, value])]),
    ...(parts.events.length + parts.tables.length === 0
      ? []
      : [{ events: parts.events.map(eventParts), tables: parts.tables.map(tableParts) }]),
  ]);
  return sha256Hex(text);
}

function tableParts(source: TableSource): readonly unknown[] {
  return [source.name, source.key, source.on, source.fields.map(fieldParts)];
}

function eventParts(source: EventSource): readonly unknown[] {
  const { time, known, retention, maxCount, includesCurrent } = source;
  return [...tableParts(source), time, known, retention, maxCount, includesCurrent];
}

/** The entries of a map. */
export function mapParts(map: MapAst): readonly unknown[] {
  return map.entries.map(({ key, value }) => [
    key.value,
    value.kind === "scalar" ? value.value : null,
  ]);
}

function fieldParts(field: FieldContract): readonly unknown[] {
  return [
    field.name,
    field.key,
    printType(field.type),
    field.optional,
    field.range === null ? null : [field.range.low, field.range.high],
    field.pattern?.text ?? null,
    field.length === null ? null : [field.length.low, field.length.high],
    field.fields.map(fieldParts),
    field.items === null ? null : fieldParts(field.items),
    field.format.kind === "patterns"
      ? [
          field.format.pivot,
          ...field.format.patterns.map((pattern) => pattern.text),
          ...(field.format.zone === null ? [] : [{ zone: field.format.zone }]),
        ]
      : field.format.kind,
    field.missingValues,
    field.invalid,
    field.outside,
  ];
}

import type { Span } from "../base/source.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Expr } from "../ir/nodes.js";
import { commonUnit, printUnit, unitsAgree } from "../types/unit.js";
import { known, literalUnit, originsOf, unknownUnit } from "./inferred.js";
import type { Inferred, KnownUnit } from "./inferred.js";
import { conversion, namedFactor } from "./words.js";

/** What the unit of an expression depends on besides the expression. */
export interface UnitContext {
  readonly collector: DiagnosticCollector;
  readonly field: (path: readonly string[]) => Inferred;
  /** A field of an event or of a table's record, by the name of the source. */
  readonly source: (name: string, path: readonly string[]) => Inferred;
  /** Inside an aggregate, a field of the element. */
  readonly element?: (path: readonly string[]) => Inferred;
  readonly output: (name: string) => Inferred;
  readonly step: (name: string) => Inferred;
  readonly fit: (name: string) => Inferred;
  /** Values bound by the `Let`s around, by id. */
  readonly locals: Map<number, Inferred>;
}

export interface UnitOperand {
  readonly unit: Inferred;
  readonly span: Span;
}

/**
 * The one unit of several values, or a report of the first that has another. `what` is what needs equal
 * units; `span` the place of the report, unless it is null: then that of the value.
 */
export function alike(
  what: string,
  span: Span | null,
  operands: readonly UnitOperand[],
  context: UnitContext,
): Inferred {
  let common: KnownUnit | undefined;
  let hasUnknown = false;
  for (const { unit, span: place } of operands) {
    if (unit.kind === "unknown") hasUnknown = true;
    if (unit.kind !== "known") continue;
    if (common === undefined) common = unit;
    else if (unitsAgree(common.unit, unit.unit)) {
      common = known(commonUnit(common.unit, unit.unit), originsOf(common, unit));
    } else {
      reportMismatch(what, span ?? place, common, unit, context);
      return unknownUnit;
    }
  }
  if (hasUnknown) return unknownUnit;
  return common ?? literalUnit(null);
}

function reportMismatch(
  what: string,
  span: Span,
  left: KnownUnit,
  right: KnownUnit,
  { collector }: UnitContext,
): void {
  collector.report(
    "unit/mismatch",
    span,
    {
      what,
      left: printUnit(left.unit),
      right: printUnit(right.unit),
      fix: conversion(left.unit, right.unit) ?? namedFactor(left.unit, right.unit),
    },
    { related: originsOf(left, right) },
  );
}

/** A function gives a unit of its own; the call is where it comes from. */
export function fromCall(unit: KnownUnit["unit"], expr: Expr, name: string): KnownUnit {
  return known(unit, [{ span: expr.span, text: `${name} gives ${printUnit(unit)}` }]);
}

import type { Located } from "../base/source.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { readDate, readTimestamp } from "../formula/read-date.js";
import type { Bounds } from "../ir/program.js";
import type { RangeAst } from "../spec/ast.js";
import { nextDown, nextUp } from "../types/interval.js";
import type { Type } from "../types/type.js";

/** A declared range as closed bounds of the type; a bound of the wrong kind is reported. */
export function lowerBounds(
  ast: RangeAst,
  type: Type,
  collector: DiagnosticCollector,
): Bounds | null {
  const low = ast.low === null ? null : readBound(ast.low, type, collector);
  // What is wrong with the one is mostly wrong with the other: it is said once.
  if (low === undefined) return null;
  const high = ast.high === null ? null : readBound(ast.high, type, collector);
  if (high === undefined) return null;
  const bounds: Bounds = {
    low: low !== null && ast.lowOpen ? nextAbove(low, type) : low,
    high: high !== null && ast.highOpen ? nextBelow(high, type) : high,
    text: printRange(ast),
    span: ast.span,
  };
  if (bounds.low !== null && bounds.high !== null && bounds.low > bounds.high) {
    collector.report("range/empty", ast.span, { range: bounds.text });
    return null;
  }
  return bounds;
}

function readBound(
  bound: Located<number | string>,
  type: Type,
  collector: DiagnosticCollector,
): number | undefined {
  const { value, span } = bound;
  if (type.kind === "date" || type.kind === "timestamp") {
    if (typeof value === "string") {
      const reading = type.kind === "date" ? readDate(value) : readTimestamp(value);
      if ("days" in reading) return reading.days;
      if ("millis" in reading) return reading.millis;
    }
    const form = type.kind === "date" ? "2020-01-31" : "2020-01-31T10:00:00Z";
    collector.report("range/bad-bound", span, { bound: String(value), type: type.kind, form });
    return undefined;
  }
  if (typeof value === "number") {
    if (type.kind !== "int" || Number.isInteger(value)) return value + 0;
    collector.report("range/bad-bound", span, { bound: String(value), type: "int", form: "10" });
    return undefined;
  }
  const isNumber = /^-?[0-9.]+$/.test(value);
  collector.report("range/bad-bound", span, {
    bound: isNumber ? `the text "${value}"` : value,
    type: type.kind,
    form: isNumber ? value : "10",
  });
  return undefined;
}

function nextAbove(value: number, type: Type): number {
  return type.kind === "number" ? nextUp(value) : value + 1;
}

function nextBelow(value: number, type: Type): number {
  return type.kind === "number" ? nextDown(value) : value - 1;
}

function printRange(ast: RangeAst): string {
  const low = ast.low === null ? "null" : String(ast.low.value);
  const high = ast.high === null ? "null" : String(ast.high.value);
  return `${ast.lowOpen ? "(" : "["}${low}, ${high}${ast.highOpen ? ")" : "]"}`;
}

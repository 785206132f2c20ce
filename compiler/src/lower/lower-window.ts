import type { CallAst, FormulaAst, IntervalAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr, Window, WindowEnd } from "../ir/nodes.js";
import type { EventSource } from "../ir/program.js";
import { printType } from "../types/type.js";
import type { LowerContext } from "./context.js";
import { lowerFormula } from "./lower-formula.js";

/**
 * The ends between which an event counts. Whatever is written, none at or after `as_of` does (after it, where
 * the window is closed there), and none from before the retention.
 */
export function lowerWindow(
  source: EventSource,
  ast: CallAst,
  context: LowerContext,
): Window | undefined {
  const { selection, span } = ast;
  if (context.place !== "step") {
    context.collector.report("aggregate/place", span, { name: source.name });
    return undefined;
  }
  if (selection?.within !== undefined) {
    return within(selection.within, source, span, context);
  }
  if (selection?.during !== undefined) {
    return during(selection.during, source, span, context);
  }
  if (source.retention === null) {
    context.collector.report("aggregate/window-needed", span, { source: source.name });
    return undefined;
  }
  return { lows: [before(source.retention, span)], highs: [now(span)], includesCurrent: false };
}

/** The length of a window that is the same for every row; null for others. */
export function windowLength({ lows, highs }: Window): number | null {
  const ends = [...lows, ...highs];
  if (ends.some(({ base }) => base.kind !== "AsOf") || lows.length === 0) return null;
  const low = Math.max(...lows.map(({ offset }) => offset));
  return Math.min(...highs.map(({ offset }) => offset)) - low;
}

function now(span: Expr["span"]): WindowEnd {
  return { base: build.asOf(span), offset: 0, open: true };
}

function before(millis: number, span: Expr["span"]): WindowEnd {
  return { base: build.asOf(span), offset: -millis, open: false };
}

function within(
  ast: FormulaAst,
  source: EventSource,
  span: Expr["span"],
  context: LowerContext,
): Window | undefined {
  const duration = lowerFormula(ast, context);
  if (duration.kind === "Invalid") return undefined;
  const isDuration = duration.kind === "Literal" && duration.type.kind === "duration";
  if (!isDuration || typeof duration.value !== "number" || duration.value <= 0) {
    context.collector.report("aggregate/within", ast.span, { actual: printType(duration.type) });
    return undefined;
  }
  if (isBeyond(source, duration.value)) {
    return reportRetention(source, ast.span, context);
  }
  return { lows: [before(duration.value, span)], highs: [now(span)], includesCurrent: false };
}

function isBeyond({ retention }: EventSource, millis: number): boolean {
  return retention !== null && millis > retention;
}

function reportRetention(
  source: EventSource,
  span: Expr["span"],
  { collector }: LowerContext,
): undefined {
  collector.report(
    "aggregate/window-beyond-retention",
    span,
    { source: source.name },
    { related: [{ span: source.span, text: "its retention is declared here" }] },
  );
  return undefined;
}

function during(
  { low, high, lowOpen, highOpen }: IntervalAst,
  source: EventSource,
  span: Expr["span"],
  context: LowerContext,
): Window | undefined {
  const from = endOf(low, lowOpen, context);
  const to = endOf(high, highOpen, context);
  if (from === undefined || to === undefined) return undefined;
  if (to.base.kind === "AsOf" && to.offset > 0) {
    context.collector.report("aggregate/window-after-as-of", high.span, {});
    return undefined;
  }
  const isFixed = from.base.kind === "AsOf" && to.base.kind === "AsOf";
  if (
    isFixed &&
    (from.offset > to.offset || (from.offset === to.offset && (lowOpen || highOpen)))
  ) {
    context.collector.report("aggregate/empty-window", { ...low.span, end: high.span.end }, {});
    return undefined;
  }
  const atMoment = to.base.kind === "AsOf" && to.offset === 0 && !to.open;
  if (atMoment && !source.includesCurrent) {
    context.collector.report("aggregate/window-at-as-of", high.span, { source: source.name });
  }
  if (from.base.kind === "AsOf" && isBeyond(source, -from.offset)) {
    return reportRetention(source, low.span, context);
  }
  const isBounded = source.retention === null || from.base.kind === "AsOf";
  const isPast = to.base.kind === "AsOf";
  return {
    lows: isBounded ? [from] : [from, before(source.retention ?? 0, span)],
    highs: isPast ? [to] : [to, now(span)],
    includesCurrent: atMoment,
  };
}

/** A moment of the row, with a constant duration that is added or taken away kept apart. */
function endOf(ast: FormulaAst, open: boolean, context: LowerContext): WindowEnd | undefined {
  const end = lowerFormula(ast, context);
  if (end.kind === "Invalid") return undefined;
  if (end.type.kind === "timestamp") return { ...movedFrom(end), open };
  context.collector.report("aggregate/window-end", ast.span, { actual: printType(end.type) });
  return undefined;
}

function movedFrom(expr: Expr): Omit<WindowEnd, "open"> {
  if (expr.kind !== "Arith" || expr.right.kind !== "Literal") return { base: expr, offset: 0 };
  const { left, right, operator } = expr;
  if (typeof right.value !== "number" || right.type.kind !== "duration") {
    return { base: expr, offset: 0 };
  }
  const inner = movedFrom(left);
  return {
    base: inner.base,
    offset: inner.offset + (operator === "-" ? -right.value : right.value),
  };
}

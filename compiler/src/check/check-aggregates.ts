import { missingCause } from "../analyse/missing-cause.js";
import { rowParts, walk } from "../ir/children.js";
import type { Aggregate, Expr } from "../ir/nodes.js";
import type { CheckContext } from "./context.js";

/** Elements, conditions and ends of windows that may be missing. */
export function checkAggregates(context: CheckContext): void {
  const { program, facts } = context;
  const formulas = [
    ...[...program.steps, ...program.policy].flatMap(({ formula, impute }) => [formula, impute]),
    ...program.constraints.map(({ formula }) => formula),
  ];
  for (const formula of formulas) {
    if (formula === null) continue;
    walk(formula, (expr) => {
      if (expr.kind === "Aggregate" && facts.isReachable(expr)) checkAggregate(expr, context);
    });
  }
}

function checkAggregate(expr: Aggregate, context: CheckContext): void {
  const { facts, collector } = context;
  if (expr.collection.kind === "events") {
    for (const end of rowParts(expr.collection)) {
      const cause = causeOf(end, context);
      if (cause === undefined) continue;
      collector.report("aggregate/window-end-missing", cause.span, { cause: cause.words });
    }
  }
  if (expr.where !== null && facts.of(expr.where).missing) {
    const cause = causeOf(expr.where, context);
    collector.report("missing/condition", cause?.span ?? expr.where.span, {
      where: "this `where`",
      cause: cause?.words ?? "it may be missing",
    });
  }
  if (expr.element !== null && facts.isReachable(expr.element)) checkElement(expr, context);
}

function checkElement(expr: Aggregate, context: CheckContext): void {
  const { facts, collector } = context;
  const { element, skipMissing, fn } = expr;
  if (element === null) return;
  const { missing } = facts.of(element);
  if (skipMissing && !missing) collector.report("aggregate/needless-skip", expr.span, {});
  if (skipMissing || !missing) return;
  const cause = causeOf(element, context);
  const span = cause?.span ?? element.span;
  collector.report(
    "aggregate/missing-element",
    span,
    {
      aggregate: fn,
      cause: cause?.words ?? "it may be missing",
      field: element.span.file.text.slice(element.span.start, element.span.end),
    },
    { related: cause?.declared === undefined ? [] : [cause.declared] },
  );
}

function causeOf(expr: Expr, { facts, program }: CheckContext): ReturnType<typeof missingCause> {
  return facts.of(expr).missing ? missingCause(expr, facts, program) : undefined;
}

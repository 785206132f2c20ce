import { build } from "../ir/build.js";
import { readsElement, walk } from "../ir/children.js";
import { formulasOf } from "../ir/dependencies.js";
import type { Expr } from "../ir/nodes.js";
import type { Step } from "../ir/program.js";
import { unbound } from "../ir/unbound.js";

/** Two numbers of a row: behaviour changes where the first passes the second. */
export interface Pivot {
  readonly left: Expr;
  readonly right: Expr;
}

/** What the formulas compare, and the ends of the ranges that steps are clamped to. */
export function pivotsOf(steps: readonly Step[]): readonly Pivot[] {
  return steps.flatMap((step) => [...formulasOf(step).flatMap(comparedIn), ...endsOf(step)]);
}

export function comparedIn(formula: Expr): readonly Pivot[] {
  const pivots: Pivot[] = [];
  walk(formula, (expr) => {
    if (expr.kind !== "Compare" || readsElement(expr) || !isNumeric(expr.left)) return;
    pivots.push({ left: unbound(expr.left, formula), right: unbound(expr.right, formula) });
  });
  return pivots;
}

function endsOf({ formula, range, outside }: Step): readonly Pivot[] {
  if (range === null || outside === null || !isNumeric(formula)) return [];
  return [range.low, range.high].flatMap((end) =>
    end === null ? [] : [{ left: formula, right: build.literal(end, formula.type, formula.span) }],
  );
}

function isNumeric({ type }: Expr): boolean {
  return ["number", "int", "date", "timestamp", "duration"].includes(type.kind);
}

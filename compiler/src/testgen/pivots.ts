import { build } from "../ir/build.js";
import { readsElement, walk } from "../ir/children.js";
import { formulasOf } from "../ir/dependencies.js";
import type { Call, Expr } from "../ir/nodes.js";
import type { Step } from "../ir/program.js";
import { unbound } from "../ir/unbound.js";
import { numberType } from "../types/type.js";

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
    if (readsElement(expr)) return;
    if (expr.kind === "Call") pivots.push(...edgesOf(expr, formula));
    if (expr.kind !== "Compare" || !isNumeric(expr.left)) return;
    pivots.push({ left: unbound(expr.left, formula), right: unbound(expr.right, formula) });
  });
  return pivots;
}

/** The edges of buckets. */
function edgesOf({ fn, args }: Call, formula: Expr): readonly Pivot[] {
  const [operand, edges] = args;
  if (fn !== "bucketize" || operand === undefined || edges?.kind !== "Literal") return [];
  const left = unbound(operand, formula);
  const items: readonly unknown[] = Array.isArray(edges.value) ? edges.value : [];
  return items.flatMap((edge) =>
    typeof edge === "number" ? [{ left, right: build.literal(edge, numberType, edges.span) }] : [],
  );
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

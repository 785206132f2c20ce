import { walk } from "../ir/children.js";
import type { Expr } from "../ir/nodes.js";
import { keyOf } from "./environment.js";
import type { Environment, ValueKey } from "./environment.js";
import type { DefinitionOf } from "./order.js";

/** Of an expression alone; what its steps and locals stand for is added by each environment. */
const leavesOf = new WeakMap<Expr, ReadonlySet<ValueKey>>();

/**
 * A cheap test that comes before the search: two values can only be ordered where both read something in
 * common, or where conditions on the way compare what they read.
 */
export function mayRelate(
  left: Expr,
  right: Expr,
  environment: Environment,
  definitionOf: DefinitionOf,
): boolean {
  const reach = (expr: Expr): ReadonlySet<ValueKey> => reached(expr, environment, definitionOf);
  const a = reach(left);
  const b = reach(right);
  if (a.size === 0 || b.size === 0) return false;
  if (intersect(a, b)) return true;
  const compared = environment.orderFacts.map(({ lower, upper }) => [reach(lower), reach(upper)]);
  const isCompared = (keys: ReadonlySet<ValueKey>): boolean =>
    compared.some((sides) => sides.some((side) => intersect(keys, side)));
  return isCompared(a) && isCompared(b);
}

function reached(
  expr: Expr,
  environment: Environment,
  definitionOf: DefinitionOf,
): ReadonlySet<ValueKey> {
  const found = new Set<ValueKey>();
  const add = (key: ValueKey): void => {
    if (found.has(key)) return;
    found.add(key);
    const step = key.startsWith("step ") ? definitionOf(key.slice("step ".length)) : undefined;
    const stands = step ?? environment.boundTo(key);
    if (stands !== undefined) leaves(stands).forEach(add);
  };
  leaves(expr).forEach(add);
  return found;
}

function leaves(expr: Expr): ReadonlySet<ValueKey> {
  let known = leavesOf.get(expr);
  if (known === undefined) {
    const found = new Set<ValueKey>();
    walk(expr, (node) => {
      const key = keyOf(node);
      if (key !== undefined) found.add(key);
    });
    known = found;
    leavesOf.set(expr, known);
  }
  return known;
}

function intersect(a: ReadonlySet<ValueKey>, b: ReadonlySet<ValueKey>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

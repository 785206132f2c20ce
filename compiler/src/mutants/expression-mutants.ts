import { functionNamed } from "../functions/registry.js";
import { childrenOf } from "../ir/children.js";
import type { Expr } from "../ir/nodes.js";
import type { Change } from "./mutant.js";
import { nodeMutants } from "./node-mutants.js";
import { withChildren } from "../ir/with-children.js";

/** Every formula that differs from this one by one mistake, outermost first. */
export function expressionMutants(expr: Expr): readonly Change<Expr>[] {
  const own = nodeMutants(expr);
  const children = childrenOf(expr);
  const inner = children.flatMap((child, i) => {
    if (isFixed(expr, i)) return [];
    return expressionMutants(child).map((one) => ({
      ...one,
      changed: withChildren(
        expr,
        children.map((other, j) => (i === j ? one.changed : other)),
      ),
    }));
  });
  return [...own, ...inner];
}

/** Constants that are changed together with what they stand in, where more is known of them. */
function isFixed(expr: Expr, position: number): boolean {
  const child = childrenOf(expr)[position];
  if (child?.kind === "Literal" && (expr.kind === "Compare" || expr.kind === "Coalesce")) {
    return true;
  }
  if (expr.kind !== "Call") return false;
  const { params } = functionNamed(expr.fn);
  return params[Math.min(position, params.length - 1)]?.constant === true;
}

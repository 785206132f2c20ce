import { childrenOf, walk } from "./children.js";
import type { Expr, Let } from "./nodes.js";
import { withChildren } from "./with-children.js";

/** A part of a formula with what its locals stand for, so that it means the same outside their bindings. */
export function unbound(part: Expr, formula: Expr): Expr {
  return replaceLocals(part, bindingsOf(formula));
}

function bindingsOf(formula: Expr): ReadonlyMap<number, Let> {
  const bindings = new Map<number, Let>();
  walk(formula, (node) => {
    if (node.kind === "Let") bindings.set(node.id, node);
  });
  return bindings;
}

function replaceLocals(expr: Expr, bindings: ReadonlyMap<number, Let>): Expr {
  if (expr.kind === "LocalRef") {
    const binding = bindings.get(expr.id);
    return binding === undefined ? expr : replaceLocals(binding.value, bindings);
  }
  return withChildren(
    expr,
    childrenOf(expr).map((child) => replaceLocals(child, bindings)),
  );
}

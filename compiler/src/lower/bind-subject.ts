import type { Span } from "../base/source.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { copyOfSimple } from "./coerce.js";
import { bindInElement } from "./element-scope.js";
import type { LowerContext } from "./context.js";

/** Evaluates `value` once for all uses in `body`: by a `Let`, or by repeating what costs nothing. */
export function bindSubject(
  name: string,
  value: Expr,
  span: Span,
  context: LowerContext,
  body: (subject: () => Expr) => Expr,
): Expr {
  if (copyOfSimple(value) !== undefined) return body(() => copyOfSimple(value) ?? value);
  const id = context.nextLocal();
  const isOutside = bindInElement({ id, name, value }, context);
  const inner = body(() => build.localRef(id, name, value.type, value.span));
  return inner.kind === "Invalid" || isOutside ? inner : build.let(id, name, value, inner, span);
}

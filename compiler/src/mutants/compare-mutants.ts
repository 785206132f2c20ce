import { build } from "../ir/build.js";
import type { Coalesce, Compare, CompareOperator, Expr, Literal } from "../ir/nodes.js";
import { change } from "./change.js";
import { literalMutants } from "./constants.js";
import type { Change } from "./mutant.js";

const boundary: Partial<Readonly<Record<CompareOperator, CompareOperator>>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
};

const turned: Readonly<Record<CompareOperator, CompareOperator>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "!=",
  "!=": "==",
};

/** Another operator, or another constant on one side. */
export function compareMutants(expr: Compare): readonly Change<Expr>[] {
  const { operator, left, right, span } = expr;
  const to = (other: CompareOperator, differsWhere: Expr | null): Change<Expr> => {
    const words = `\`${operator}\` becomes \`${other}\``;
    return change("comparison", words, expr, { ...expr, operator: other }, differsWhere);
  };
  const closed = boundary[operator];
  return [
    ...(closed === undefined ? [] : [to(closed, build.compare("==", left, right, span))]),
    to(turned[operator], null),
    ...(right.kind === "Literal" ? shifted(expr, "right", right) : []),
    ...(left.kind === "Literal" ? shifted(expr, "left", left) : []),
  ];
}

/** A constant that a comparison stands on makes a difference between its two values alone. */
function shifted(
  expr: Compare,
  side: "left" | "right",
  constant: Literal,
): readonly Change<Expr>[] {
  const other = side === "left" ? expr.right : expr.left;
  const ordered = expr.operator !== "==" && expr.operator !== "!=";
  return literalMutants(constant).map((one) => ({
    ...one,
    changed: { ...expr, [side]: one.changed },
    differsWhere: ordered ? between(other, constant, one.changed) : null,
  }));
}

function between(expr: Expr, a: Literal, b: Expr): Expr | null {
  if (b.kind !== "Literal" || typeof a.value !== "number" || typeof b.value !== "number") {
    return null;
  }
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  const { span } = expr;
  return build.logic(
    "and",
    build.compare(">=", expr, low, span),
    build.compare("<=", expr, high, span),
    span,
  );
}

/** What stands in for a missing value makes a difference where it is missing. */
export function coalesceMutants(expr: Coalesce): readonly Change<Expr>[] {
  const { left, right, span } = expr;
  const isMissing = build.isMissing(left, span);
  return [
    change("missing", "`??` is forgotten", expr, left, isMissing),
    ...(right.kind === "Literal"
      ? literalMutants(right).map((one) => ({
          ...one,
          changed: { ...expr, right: one.changed },
          differsWhere: isMissing,
        }))
      : []),
  ];
}

import { internalError } from "../../base/assert.js";
import type { Call } from "../../ir/nodes.js";
import { comparable, constantLiteral } from "./literal.js";
import { constantOf, listOf } from "./constant-argument.js";
import { once } from "./once.js";
import type { Scope } from "./scope.js";
import { cases, infix, numberLiteral, suffix } from "./sql-text.js";
import type { Arm, Sql } from "./sql-text.js";

const absent = (): never => internalError("an argument is absent");

/** How many edges are at or below x; with `closed: "right"` how many are below. */
export function buckets([x = absent()]: readonly Sql[], expr: Call, scope: Scope): Sql {
  const edges = listOf(expr.args[1]).map(Number);
  const isRight = expr.args.length > 2 && constantOf(expr.args[2]) === "right";
  const last = numberLiteral(edges.at(-1) ?? absent());
  return once(x, scope, (of) =>
    cases([
      ...edges.map((edge, i) => ({
        when: infix(of, isRight ? "<=" : "<", numberLiteral(edge)),
        value: numberLiteral(i),
      })),
      { when: infix(of, isRight ? ">" : ">=", last), value: numberLiteral(edges.length) },
    ]),
  );
}

/** The position of x among the values, else `oov`. */
export function position([x = absent()]: readonly Sql[], expr: Call, scope: Scope): Sql {
  const values = listOf(expr.args[1]);
  const single = values.filter((value) => typeof value !== "object");
  const type = expr.args[0]?.type ?? absent();
  const met = new Set(comparable(single, type));
  const otherwise = expr.args.length > 2 ? Number(constantOf(expr.args[2])) : values.length;
  return once(x, scope, (of) =>
    cases([
      ...single.flatMap((value, i): Arm[] =>
        met.has(value)
          ? [{ when: infix(of, "=", constantLiteral(value, scope)), value: numberLiteral(i) }]
          : [],
      ),
      { when: suffix(of, "IS NOT NULL"), value: numberLiteral(otherwise) },
    ]),
  );
}

/** Piecewise linear, level outside; each piece is kept between its ends. */
export function interpolation([x = absent()]: readonly Sql[], expr: Call, scope: Scope): Sql {
  const points = listOf(expr.args[1]).map((point) => {
    if (typeof point !== "object") internalError("a point is no list");
    return { x: Number(point[0]), y: Number(point[1]) };
  });
  const [first = absent()] = points;
  const last = points.at(-1) ?? absent();
  return once(x, scope, (of) => {
    const pieces = points.slice(1).map((right, i): Arm => {
      const left = points[i] ?? absent();
      const slope = numberLiteral((right.y - left.y) / (right.x - left.x));
      const from = infix(of, "-", numberLiteral(left.x));
      const line = infix(numberLiteral(left.y), "+", infix(from, "*", slope));
      const low = numberLiteral(Math.min(left.y, right.y));
      const high = numberLiteral(Math.max(left.y, right.y));
      const kept = once(line, scope, (y) =>
        cases(
          [
            { when: infix(y, "<", low), value: low },
            { when: infix(y, ">", high), value: high },
          ],
          y,
        ),
      );
      return { when: infix(of, "<", numberLiteral(right.x)), value: kept };
    });
    return cases([
      { when: infix(of, "<", numberLiteral(first.x)), value: numberLiteral(first.y) },
      ...pieces,
      { when: infix(of, ">=", numberLiteral(last.x)), value: numberLiteral(last.y) },
    ]);
  });
}

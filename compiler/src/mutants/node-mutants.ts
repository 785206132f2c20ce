import { assertNever } from "../base/assert.js";
import type { Span } from "../base/source.js";
import { build } from "../ir/build.js";
import type { Arith, ArithOperator, Case, Expr, Logic, Power } from "../ir/nodes.js";
import { boolType } from "../types/type.js";
import { callMutants, encodeMutants, lookupMutants } from "./call-mutants.js";
import { aggregateMutants } from "./aggregate-mutants.js";
import { change } from "./change.js";
import { coalesceMutants, compareMutants } from "./compare-mutants.js";
import { literalMutants } from "./constants.js";
import type { Change } from "./mutant.js";

type ExprChange = Change<Expr>;

/** What can be wrong with one node, its parts left as they are. A new kind of node must say it here. */
export function nodeMutants(expr: Expr): readonly ExprChange[] {
  switch (expr.kind) {
    case "Literal":
      return literalMutants(expr);
    case "Negate":
      return [change("arithmetic", "`-` is forgotten", expr, expr.operand)];
    case "Arith":
      return arithMutants(expr);
    case "Power":
      return powerMutants(expr);
    case "Compare":
      return compareMutants(expr);
    case "Logic":
      return logicMutants(expr);
    case "Not":
      return [change("logic", "`not` is forgotten", expr, expr.operand)];
    case "IsMissing":
      return [true, false].map((value) =>
        change(
          "missing",
          `the test for missing is always ${value}`,
          expr,
          build.literal(value, boolType, expr.span),
          value ? build.not(expr, expr.span) : expr,
        ),
      );
    case "Coalesce":
      return coalesceMutants(expr);
    case "Case":
      return caseMutants(expr);
    case "In":
      return expr.values.map((value) =>
        change("constant", `${JSON.stringify(value)} is left out of \`in\``, expr, {
          ...expr,
          values: expr.values.filter((other) => other !== value),
        }),
      );
    case "Call":
      return callMutants(expr);
    case "Lookup":
      return lookupMutants(expr);
    case "Encode":
      return encodeMutants(expr);
    case "Aggregate":
      return aggregateMutants(expr);
    case "Missing":
    case "FieldRef":
    case "AsOf":
    case "FeatureRef":
    case "OutputRef":
    case "LocalRef":
    case "Let":
    case "Cast":
    case "TableRef":
    case "ElementRef":
    case "ListValue":
    case "Invalid":
      return [];
    default:
      return assertNever(expr);
  }
}

function powerMutants(expr: Power): readonly ExprChange[] {
  const { exponent, type } = expr;
  return [1, -1]
    .map((step) => exponent + step)
    .filter((other) => other >= 0 || type.kind !== "int")
    .map((other) =>
      change("arithmetic", `\`^ ${exponent}\` becomes \`^ ${other}\``, expr, {
        ...expr,
        exponent: other,
      }),
    );
}

const mistakenArithmetic: Readonly<Record<ArithOperator, readonly ArithOperator[]>> = {
  "+": ["-", "*"],
  "-": ["+"],
  "*": ["/", "+"],
  "/": ["*"],
  "//": [],
};

function arithMutants(expr: Arith): readonly ExprChange[] {
  const { left, right, operator } = expr;
  const isNumbers = [left, right, expr].every(
    ({ type }) => type.kind === "number" || type.kind === "int",
  );
  const movesMoment = right.type.kind === "duration" && left.type.kind !== "duration";
  // A quotient of ints is no int: the mistake would have been refused.
  const fits = (other: ArithOperator): boolean =>
    isNumbers ? !(other === "/" && expr.type.kind === "int") : movesMoment && other !== "*";
  const others = mistakenArithmetic[operator]
    .filter(fits)
    .map((other) =>
      change(
        "arithmetic",
        `\`${operator}\` becomes \`${other}\``,
        expr,
        { ...expr, operator: other },
        neutralFor(operator) === neutralFor(other) ? isUnequal(right, neutralFor(operator)) : null,
      ),
    );
  const turned =
    isNumbers && (operator === "-" || operator === "/" || operator === "//")
      ? [
          change("arithmetic", `the sides of \`${operator}\` are swapped`, expr, {
            ...expr,
            left: right,
            right: left,
          }),
        ]
      : [];
  const dropped = isNumbers
    ? [
        change(
          "arithmetic",
          `the right side of \`${operator}\` is forgotten`,
          expr,
          left,
          operator === "//" ? null : isUnequal(right, neutralFor(operator)),
        ),
        ...(operator === "+" || operator === "*"
          ? [
              change(
                "arithmetic",
                `the left side of \`${operator}\` is forgotten`,
                expr,
                right,
                isUnequal(left, neutralFor(operator)),
              ),
            ]
          : []),
      ]
    : [];
  return [...others, ...turned, ...dropped];
}

/** The number that leaves the other side as it is. */
function neutralFor(operator: ArithOperator): number {
  return operator === "+" || operator === "-" ? 0 : 1;
}

function isUnequal(expr: Expr, value: number): Expr | null {
  if (expr.type.kind !== "number" && expr.type.kind !== "int") return null;
  const { span } = expr;
  return build.not(
    is(build.compare("==", expr, build.literal(value, expr.type, span), span), true, span),
    span,
  );
}

function logicMutants(expr: Logic): readonly ExprChange[] {
  const { operator, left, right, span } = expr;
  const other = operator === "and" ? "or" : "and";
  const decides = operator === "or";
  // A side that decides alone, or a side that leaves it to the other, is not missed.
  const withoutLeft = both(isNot(right, decides, span), isNot(left, !decides, span), span);
  const withoutRight = both(isNot(left, decides, span), isNot(right, !decides, span), span);
  const differ = both(
    build.not(both(is(left, true, span), is(right, true, span), span), span),
    build.not(both(is(left, false, span), is(right, false, span), span), span),
    span,
  );
  return [
    change(
      "logic",
      `\`${operator}\` becomes \`${other}\``,
      expr,
      { ...expr, operator: other },
      differ,
    ),
    change("logic", `the left side of \`${operator}\` is forgotten`, expr, right, withoutLeft),
    change("logic", `the right side of \`${operator}\` is forgotten`, expr, left, withoutRight),
  ];
}

function both(left: Expr, right: Expr, span: Span): Expr {
  return build.logic("and", left, right, span);
}

/** Whether a bool is there and has the value: never missing itself. */
function is(expr: Expr, value: boolean, span: Span): Expr {
  const wanted = value ? expr : build.not(expr, span);
  return build.coalesce(wanted, build.literal(false, boolType, span), boolType, span);
}

function isNot(expr: Expr, value: boolean, span: Span): Expr {
  return build.not(is(expr, value, span), span);
}

function caseMutants(expr: Case): readonly ExprChange[] {
  const changes: ExprChange[] = [];
  const [first] = expr.arms;
  if (first !== undefined && expr.arms.length === 1 && expr.hasOtherwise) {
    const arms = [{ ...first, value: expr.otherwise }];
    changes.push(
      change("branch", "the branches are swapped", expr, {
        ...expr,
        arms,
        otherwise: first.value,
      }),
    );
  }
  for (const [i, arm] of expr.arms.entries()) {
    const rest = expr.arms.filter((_, j) => j !== i);
    const place = expr.arms.length === 1 ? "the branch" : `arm ${i + 1}`;
    changes.push(
      change(
        "branch",
        `${place} is left out`,
        arm.condition,
        rest.length === 0 ? expr.otherwise : { ...expr, arms: rest },
        arm.condition,
      ),
    );
    const always = build.literal(true, boolType, arm.condition.span);
    const taken = expr.arms.map((other, j) => (j === i ? { ...other, condition: always } : other));
    changes.push(
      change(
        "branch",
        `${place} is always taken`,
        arm.condition,
        { ...expr, arms: taken },
        isNot(arm.condition, true, arm.condition.span),
      ),
    );
  }
  return changes;
}

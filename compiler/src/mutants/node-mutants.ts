import { assertNever } from "../base/assert.js";
import { build } from "../ir/build.js";
import type { Arith, ArithOperator, Case, Expr, Logic } from "../ir/nodes.js";
import { boolType } from "../types/type.js";
import { callMutants, lookupMutants } from "./call-mutants.js";
import { aggregateMutants } from "./aggregate-mutants.js";
import { change, swapped } from "./change.js";
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
      return [1, -1].map((step) =>
        change("arithmetic", `\`^ ${expr.exponent}\` becomes \`^ ${expr.exponent + step}\``, expr, {
          ...expr,
          exponent: expr.exponent + step,
        }),
      );
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
      return expr.values.length < 2
        ? []
        : [
            change("matrix", "the first two values of the encoding are swapped", expr, {
              ...expr,
              values: swapped(expr.values),
            }),
          ];
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
  const others = mistakenArithmetic[operator].filter(fits).map((other) =>
    change("arithmetic", `\`${operator}\` becomes \`${other}\``, expr, {
      ...expr,
      operator: other,
    }),
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
        change("arithmetic", `the right side of \`${operator}\` is forgotten`, expr, left),
        ...(operator === "+" || operator === "*"
          ? [change("arithmetic", `the left side of \`${operator}\` is forgotten`, expr, right)]
          : []),
      ]
    : [];
  return [...others, ...turned, ...dropped];
}

function logicMutants(expr: Logic): readonly ExprChange[] {
  const other = expr.operator === "and" ? "or" : "and";
  return [
    change("logic", `\`${expr.operator}\` becomes \`${other}\``, expr, {
      ...expr,
      operator: other,
    }),
    change("logic", `the left side of \`${expr.operator}\` is forgotten`, expr, expr.right),
    change("logic", `the right side of \`${expr.operator}\` is forgotten`, expr, expr.left),
  ];
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
        notTrue(arm.condition),
      ),
    );
  }
  return changes;
}

function notTrue(condition: Expr): Expr {
  const { span } = condition;
  const never = build.literal(false, boolType, span);
  return build.not(build.coalesce(condition, never, boolType, span), span);
}

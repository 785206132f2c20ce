import { build } from "../ir/build.js";
import type { Expr, Literal } from "../ir/nodes.js";
import { printValue } from "../ir/print-value.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";
import { change } from "./change.js";
import type { Change } from "./mutant.js";

/** Other constants in the place of this one. */
export function literalMutants(expr: Literal): readonly Change<Expr>[] {
  return otherConstants(expr.value, expr.type).map((value) =>
    change(
      "constant",
      `${shownConstant(expr.value, expr.type)} becomes ${shownConstant(value, expr.type)}`,
      expr,
      build.literal(value, expr.type, expr.span),
    ),
  );
}

const millisPerHour = 3_600_000;

/** Constants that are easily written instead. */
export function otherConstants(value: Constant, type: Type): readonly Constant[] {
  switch (type.kind) {
    case "int":
    case "date":
      return typeof value === "number" ? [value + 1, value - 1] : [];
    case "number":
      return typeof value === "number" ? numbersNear(value) : [];
    case "timestamp":
      return typeof value === "number" ? [value + 1, value - 1, value + millisPerHour] : [];
    case "duration":
      return typeof value === "number" ? [value + millisPerHour, value * 24] : [];
    case "bool":
      return [value !== true];
    case "string":
      return typeof value === "string" ? [`${value}~`] : [];
    case "enum":
      return type.values.filter((other) => other !== value).slice(0, 1);
    default:
      return [];
  }
}

function numbersNear(value: number): readonly number[] {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) {
    return value === 0 ? [1, -1] : [value + 1, value - 1, -value];
  }
  return [value * 1.01, value * 0.99, -value].filter((other) => other !== value);
}

export function shownConstant(value: Constant, type: Type): string {
  return Array.isArray(value) ? JSON.stringify(value) : printValue(value as number, type);
}

import { assertNever } from "../base/assert.js";
import type { Span } from "../base/source.js";
import { fitIn } from "../bind/dependencies.js";
import type { FormulaAst } from "../formula/ast.js";
import { replaceParts } from "../formula/replace.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";
import type { LowerContext } from "./context.js";

/**
 * The formula with `fit.NAME` replaced by its value, so that it can stand wherever a literal can: among the
 * edges of `bucketize`, as the list of `one_hot`. One without a value has been reported and becomes poison.
 */
export function withFittedValues(ast: FormulaAst, context: LowerContext): FormulaAst {
  if (context.scope.fits.size === 0 || context.place === "constraint") return ast;
  return replaceParts(ast, (part) => {
    const name = fitIn(part);
    if (name === undefined || !context.scope.fits.has(name)) return undefined;
    const fitted = context.fits.get(name);
    if (fitted === undefined || fitted.value === null) {
      return { kind: "InvalidAst", span: part.span };
    }
    return literalAst(fitted.value, fitted.type, name, part.span);
  });
}

/** The fitted constant that a replaced formula is; undefined for everything else. */
export function fitOf(ast: FormulaAst): string | undefined {
  return "fit" in ast ? ast.fit : undefined;
}

function literalAst(value: Constant, type: Type, fit: string, span: Span): FormulaAst {
  if (Array.isArray(value)) {
    const element: Type = type.kind === "list" ? type.element.type : type;
    const items = value.map((item: Constant) => literalAst(item, element, fit, span));
    return { kind: "ListAst", items, span, fit };
  }
  switch (typeof value) {
    case "string":
      return { kind: "StringAst", value, span, fit };
    case "boolean":
      return { kind: "BoolAst", value, span, fit };
    case "number":
      return numberAst(value, type, fit, span);
    case "object":
      return { kind: "InvalidAst", span };
    default:
      return assertNever(value);
  }
}

function numberAst(value: number, type: Type, fit: string, span: Span): FormulaAst {
  const text = span.file.text.slice(span.start, span.end);
  switch (type.kind) {
    case "date":
      return { kind: "DateAst", text, days: value, span, fit };
    case "timestamp":
      return { kind: "TimestampAst", text, millis: value, span, fit };
    case "duration":
      return { kind: "DurationAst", amount: value, unit: "ms", millis: value, span, fit };
    default:
      return { kind: "NumberAst", value, text, integral: type.kind === "int", span, fit };
  }
}

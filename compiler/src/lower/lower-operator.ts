import { assertNever } from "../base/assert.js";
import type { Span } from "../base/source.js";
import { nearest } from "../diagnostics/suggest.js";
import type {
  ArithOperator,
  BinaryAst,
  CompareOperator,
  FormulaAst,
  InListAst,
  NegateAst,
} from "../formula/ast.js";
import { build } from "../ir/build.js";
import { nameOf } from "../ir/name-of.js";
import type { Expr } from "../ir/nodes.js";
import { durationType, idType, intType, numberType, printType } from "../types/type.js";
import type { Type, TypeKind } from "../types/type.js";
import { joinTypes } from "../types/join.js";
import { coerce } from "./coerce.js";
import type { LowerContext } from "./context.js";
import { lowerCondition, lowerFormula } from "./lower-formula.js";

export function lowerBinary(ast: BinaryAst, context: LowerContext): Expr {
  switch (ast.operator) {
    case "and":
    case "or": {
      const where = `\`${ast.operator}\``;
      const left = lowerCondition(ast.left, where, context);
      // `income or 0` is one mistake: the other side is not held to be a condition then.
      const right =
        left.kind === "Invalid"
          ? lowerFormula(ast.right, context)
          : lowerCondition(ast.right, where, context);
      if (left.kind === "Invalid" || right.kind === "Invalid") return build.invalid(ast.span);
      return build.logic(ast.operator, left, right, ast.span);
    }
    case "??":
      return lowerCoalesce(ast, context);
    case "+":
    case "-":
    case "*":
    case "/":
    case "//":
      return lowerArith(ast.operator, ast, context);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const left = lowerFormula(ast.left, context);
      const right = lowerFormula(ast.right, context);
      return compareExprs(ast.operator, left, right, ast.span, context);
    }
    default:
      return assertNever(ast.operator);
  }
}

function lowerCoalesce(ast: BinaryAst, context: LowerContext): Expr {
  const left = lowerFormula(ast.left, context);
  const right = lowerFormula(ast.right, context);
  if (left.kind === "Invalid" || right.kind === "Invalid") return build.invalid(ast.span);
  const type = joinTypes(left.type, right.type);
  if (type === undefined) {
    context.collector.report("type/operands", ast.span, {
      operator: "??",
      left: printType(left.type),
      right: printType(right.type),
    });
    return build.invalid(ast.span);
  }
  return build.coalesce(coerce(left, type), coerce(right, type), type, ast.span);
}

type ArithRule = readonly [left: TypeKind, right: TypeKind, result: Type];

const timestampType: Type = { kind: "timestamp" };
const dateType: Type = { kind: "date" };

/** Arithmetic beyond plain numbers: what time allows. */
const timeRules: Readonly<Record<ArithOperator, readonly ArithRule[]>> = {
  "+": [
    ["timestamp", "duration", timestampType],
    ["duration", "timestamp", timestampType],
    ["duration", "duration", durationType],
    ["date", "int", dateType],
  ],
  "-": [
    ["timestamp", "timestamp", durationType],
    ["timestamp", "duration", timestampType],
    ["duration", "duration", durationType],
    ["date", "date", intType],
    ["date", "int", dateType],
  ],
  "*": [
    ["duration", "int", durationType],
    ["int", "duration", durationType],
  ],
  "/": [["duration", "duration", numberType]],
  "//": [],
};

function lowerArith(operator: ArithOperator, ast: BinaryAst, context: LowerContext): Expr {
  const left = lowerFormula(ast.left, context);
  const right = lowerFormula(ast.right, context);
  if (left.kind === "Invalid" || right.kind === "Invalid") return build.invalid(ast.span);
  if (left.kind === "Missing" || right.kind === "Missing") {
    context.collector.report("type/always-missing", ast.span, {});
    return build.invalid(ast.span);
  }
  const type = arithType(operator, left.type, right.type);
  if (type === undefined) {
    context.collector.report("type/operands", ast.span, {
      operator,
      left: printType(left.type),
      right: printType(right.type),
    });
    return build.invalid(ast.span);
  }
  const plain = type.kind === "number" && left.type.kind !== "duration";
  return build.arith(
    operator,
    plain ? coerce(left, numberType) : left,
    plain ? coerce(right, numberType) : right,
    type,
    ast.span,
  );
}

function arithType(operator: ArithOperator, left: Type, right: Type): Type | undefined {
  const bothInt = left.kind === "int" && right.kind === "int";
  if (operator === "//") return bothInt ? intType : undefined;
  if (bothInt) return operator === "/" ? numberType : intType;
  if (isPlainNumber(left) && isPlainNumber(right)) return numberType;
  return timeRules[operator].find(
    ([wantedLeft, wantedRight]) => left.kind === wantedLeft && right.kind === wantedRight,
  )?.[2];
}

function isPlainNumber(type: Type): boolean {
  return type.kind === "number" || type.kind === "int";
}

export function lowerNegate(ast: NegateAst, context: LowerContext): Expr {
  const operand = lowerFormula(ast.operand, context);
  if (operand.kind === "Invalid") return operand;
  const { kind } = operand.type;
  if (kind !== "number" && kind !== "int" && kind !== "duration") {
    context.collector.report("type/operand", operand.span, {
      operator: "-",
      wanted: "a number or a duration",
      actual: printType(operand.type),
    });
    return build.invalid(ast.span);
  }
  if (operand.kind === "Literal" && typeof operand.value === "number") {
    return build.literal(0 - operand.value, operand.type, ast.span, operand.fit);
  }
  return build.negate(operand, ast.span);
}

/** Compares two lowered values, or reports why they cannot be compared. */
export function compareExprs(
  operator: CompareOperator,
  left: Expr,
  right: Expr,
  span: Span,
  context: LowerContext,
): Expr {
  if (left.kind === "Invalid" || right.kind === "Invalid") return build.invalid(span);
  if (left.kind === "Missing" || right.kind === "Missing") {
    context.collector.report("type/always-missing", span, {});
    return build.invalid(span);
  }
  const type = comparedType(left, right, context);
  if (type === "reported") return build.invalid(span);
  if (type === undefined) {
    context.collector.report("type/operands", span, {
      operator,
      left: printType(left.type),
      right: printType(right.type),
    });
    return build.invalid(span);
  }
  const equality = operator === "==" || operator === "!=";
  const unordered = ["bool", "id", "list", "record", "vector"].includes(type.kind);
  const incomparable = ["list", "record", "vector"].includes(type.kind);
  if (incomparable || (unordered && !equality)) {
    context.collector.report("type/not-ordered", span, { operator, type: printType(type) });
    return build.invalid(span);
  }
  return build.compare(operator, coerce(left, type), coerce(right, type), span);
}

function comparedType(
  left: Expr,
  right: Expr,
  context: LowerContext,
): Type | "reported" | undefined {
  const misspelt = enumMismatch(left, right, context) || enumMismatch(right, left, context);
  if (misspelt) return "reported";
  if (left.type.kind === "id" && right.type.kind === "enum" && right.kind === "Literal")
    return idType;
  if (right.type.kind === "id" && left.type.kind === "enum" && left.kind === "Literal")
    return idType;
  return joinTypes(left.type, right.type);
}

/** An enum beside a text that it cannot be: always false, and always a mistake. */
function enumMismatch(enumSide: Expr, literal: Expr, context: LowerContext): boolean {
  if (enumSide.type.kind !== "enum" || enumSide.kind === "Literal") return false;
  if (literal.kind !== "Literal" || typeof literal.value !== "string") return false;
  return reportUnknownEnumValue(literal.value, enumSide, literal.span, context);
}

/** True where the text is none that a value of the enum can have. */
export function reportUnknownEnumValue(
  value: string,
  subject: Expr,
  span: Span,
  context: LowerContext,
): boolean {
  const values = subject.type.kind === "enum" ? subject.type.values : [value];
  if (values.includes(value)) return false;
  context.collector.report("type/unknown-enum-value", span, {
    value,
    subject: nameOf(subject),
    values,
    suggestion: nearest(value, values),
  });
  return true;
}

export function lowerInList(ast: InListAst, context: LowerContext): Expr {
  const operand = lowerFormula(ast.operand, context);
  const values: (number | string | boolean)[] = [];
  let valid = operand.kind !== "Invalid";
  for (const item of ast.items) {
    const value = lowerListItem(item, operand, context);
    if (value === undefined) valid = false;
    else if (!values.includes(value)) values.push(value);
  }
  if (!valid) return build.invalid(ast.span);
  const test = build.in(operand, values, ast.span);
  return ast.negated ? build.not(test, ast.span) : test;
}

function lowerListItem(
  item: FormulaAst,
  operand: Expr,
  context: LowerContext,
): number | string | boolean | undefined {
  const literal = lowerFormula(item, context);
  if (literal.kind === "Invalid" || operand.kind === "Invalid") return undefined;
  if (literal.kind !== "Literal" || typeof literal.value === "object") {
    context.collector.report("type/constant-needed", item.span, { what: "the values of `in`" });
    return undefined;
  }
  // The comparison checks the types; only its literal is kept.
  const comparison = compareExprs("==", operand, literal, item.span, context);
  return comparison.kind === "Invalid" ? undefined : literal.value;
}

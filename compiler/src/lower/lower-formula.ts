import { assertNever } from "../base/assert.js";
import type { FormulaAst, IfAst, InRangeAst, ListAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { CaseArm, Expr } from "../ir/nodes.js";
import {
  boolType,
  dateType,
  durationType,
  intType,
  missingType,
  numberType,
  printType,
  timestampType,
} from "../types/type.js";
import type { Type } from "../types/type.js";
import { joinTypes } from "../types/join.js";
import { coerce } from "./coerce.js";
import type { LowerContext } from "./context.js";
import { bindSubject } from "./bind-subject.js";
import { lowerCall } from "./lower-call.js";
import { lowerMatch } from "./lower-match.js";
import { lowerIndex, lowerMember, lowerName } from "./lower-name.js";
import { compareExprs, lowerBinary, lowerInList, lowerNegate } from "./lower-operator.js";

/**
 * Resolves every name and types every operator of a formula. What is wrong is reported and becomes `Invalid`.
 * Inside an aggregate a list stands for its element.
 */
export function lowerFormula(ast: FormulaAst, context: LowerContext): Expr {
  const expr = lowerNode(ast, context);
  return expr.type.kind === "list" && context.element !== null
    ? context.element.enterList(expr, context)
    : expr;
}

function lowerNode(ast: FormulaAst, context: LowerContext): Expr {
  switch (ast.kind) {
    case "NumberAst":
      return build.literal(ast.value, ast.integral ? intType : numberType, ast.span, ast.fit);
    case "StringAst":
      return build.literal(ast.value, { kind: "enum", values: [ast.value] }, ast.span, ast.fit);
    case "BoolAst":
      return build.literal(ast.value, boolType, ast.span, ast.fit);
    case "DateAst":
      return build.literal(ast.days, dateType, ast.span, ast.fit);
    case "TimestampAst":
      return build.literal(ast.millis, timestampType, ast.span, ast.fit);
    case "DurationAst":
      return build.literal(ast.millis, durationType, ast.span, ast.fit);
    case "MissingAst":
      return build.missing(ast.span);
    case "ListAst":
      return lowerList(ast, context);
    case "NameAst":
      return lowerName(ast, context);
    case "MemberAst":
      return lowerMember(ast, context);
    case "IndexAst":
      return lowerIndex(ast, context);
    case "CallAst":
      return lowerCall(ast, context);
    case "NegateAst":
      return lowerNegate(ast, context);
    case "NotAst":
      return lowerNot(ast.operand, ast, context);
    case "BinaryAst":
      return lowerBinary(ast, context);
    case "PowerAst": {
      const base = lowerFormula(ast.base, context);
      if (base.kind === "Invalid") return base;
      if (base.type.kind !== "number" && base.type.kind !== "int") {
        context.collector.report("type/operand", base.span, {
          operator: "^",
          wanted: "a number",
          actual: printType(base.type),
        });
        return build.invalid(ast.span);
      }
      const stays = base.type.kind === "int" && ast.exponent >= 0;
      return stays
        ? build.power(base, ast.exponent, intType, ast.span)
        : build.power(coerce(base, numberType), ast.exponent, numberType, ast.span);
    }
    case "InListAst":
      return lowerInList(ast, context);
    case "InRangeAst":
      return lowerInRange(ast, context);
    case "IsMissingAst": {
      const operand = lowerFormula(ast.operand, context);
      if (operand.kind === "Invalid") return operand;
      const test = build.isMissing(operand, ast.span);
      return ast.negated ? build.not(test, ast.span) : test;
    }
    case "IfAst":
      return lowerIf(ast, context);
    case "MatchAst":
      return lowerMatch(ast, context);
    case "InvalidAst":
      return build.invalid(ast.span);
    default:
      return assertNever(ast);
  }
}

/** `[a, b, c]`: values of the row, of one type. Only an aggregate takes such a list. */
function lowerList(ast: ListAst, context: LowerContext): Expr {
  if (context.element === null || ast.items.length === 0) {
    context.collector.report("type/list-value", ast.span, { isEmpty: ast.items.length === 0 });
    return build.invalid(ast.span);
  }
  const items = ast.items.map((item) => lowerFormula(item, { ...context, element: null }));
  let type: Type = missingType;
  for (const item of items) {
    const joined = joinTypes(type, item.type);
    if (joined === undefined) {
      context.collector.report("type/branches", item.span, {
        first: printType(type),
        second: printType(item.type),
      });
      return build.invalid(ast.span);
    }
    type = joined;
  }
  if (items.some((item) => item.kind === "Invalid")) return build.invalid(ast.span);
  const values = items.map((item) => coerce(item, type));
  return build.listValue(values, { kind: "list", element: { type, optional: true } }, ast.span);
}

/** A condition: of type bool, or reported. */
export function lowerCondition(ast: FormulaAst, where: string, context: LowerContext): Expr {
  const condition = lowerFormula(ast, context);
  if (condition.kind === "Invalid" || condition.type.kind === "bool") return condition;
  context.collector.report("type/condition", ast.span, {
    where,
    actual: printType(condition.type),
  });
  return build.invalid(ast.span);
}

function lowerNot(operandAst: FormulaAst, ast: FormulaAst, context: LowerContext): Expr {
  const operand = lowerCondition(operandAst, "`not`", context);
  return operand.kind === "Invalid" ? operand : build.not(operand, ast.span);
}

/** `else if` becomes further arms, so that a chain is one `Case`. */
function lowerIf(ast: IfAst, context: LowerContext): Expr {
  const arms: CaseArm[] = [];
  let rest: FormulaAst | undefined = ast;
  while (rest?.kind === "IfAst") {
    const condition = lowerCondition(rest.condition, "`if`", context);
    const value = lowerFormula(rest.then, context);
    arms.push({ condition, value, span: rest.then.span });
    rest = rest.otherwise;
  }
  const otherwise = rest === undefined ? build.invalid(ast.span) : lowerFormula(rest, context);
  return joinBranches("if", arms, otherwise, true, ast, context);
}

/** Gives all branches one type, or reports the first that does not fit. */
export function joinBranches(
  origin: "if" | "match",
  arms: readonly CaseArm[],
  otherwise: Expr,
  hasOtherwise: boolean,
  ast: FormulaAst,
  context: LowerContext,
): Expr {
  const branches = [...arms.map((arm) => arm.value), ...(hasOtherwise ? [otherwise] : [])];
  const first = branches[0];
  if (first === undefined) return build.invalid(ast.span);
  let type = first.type;
  for (const branch of branches.slice(1)) {
    const joined = joinTypes(type, branch.type);
    if (joined === undefined) {
      context.collector.report(
        "type/branches",
        branch.span,
        { first: printType(type), second: printType(branch.type) },
        { related: [{ span: first.span, text: `this branch is ${printType(type)}` }] },
      );
      return build.invalid(ast.span);
    }
    type = joined;
  }
  const spoiled =
    type.kind === "invalid" ||
    arms.some((arm) => arm.condition.kind === "Invalid" || arm.value.kind === "Invalid") ||
    otherwise.kind === "Invalid";
  if (spoiled) return build.invalid(ast.span);
  return build.case(
    origin,
    arms.map((arm) => ({ ...arm, value: coerce(arm.value, type) })),
    coerce(otherwise, type),
    hasOtherwise,
    type,
    ast.span,
  );
}

/** `x in 18..65` is `x >= 18 and x <= 65`, with x evaluated once. */
function lowerInRange(ast: InRangeAst, context: LowerContext): Expr {
  const operand = lowerFormula(ast.operand, context);
  const low = lowerFormula(ast.low, context);
  const high = lowerFormula(ast.high, context);
  if (operand.kind === "Invalid" || low.kind === "Invalid" || high.kind === "Invalid") {
    return build.invalid(ast.span);
  }
  return bindSubject("value", operand, ast.span, context, (subject) => {
    const above = compareExprs(">=", subject(), low, ast.span, context);
    const below = compareExprs("<=", subject(), high, ast.span, context);
    if (above.kind === "Invalid" || below.kind === "Invalid") return build.invalid(ast.span);
    const within = build.logic("and", above, below, ast.span);
    return ast.negated ? build.not(within, ast.span) : within;
  });
}

import { assertNever } from "../base/assert.js";
import type { CallAst, FormulaAst, PatternAst, SelectionAst } from "./ast.js";

/** The formula with parts put in place of others; parts that `replace` gives are not looked into again. */
export function replaceParts(
  ast: FormulaAst,
  replace: (part: FormulaAst) => FormulaAst | undefined,
): FormulaAst {
  const replaced = replace(ast);
  if (replaced !== undefined) return replaced;
  const inner = (part: FormulaAst): FormulaAst => replaceParts(part, replace);
  switch (ast.kind) {
    case "NumberAst":
    case "StringAst":
    case "BoolAst":
    case "MissingAst":
    case "DateAst":
    case "TimestampAst":
    case "DurationAst":
    case "NameAst":
    case "InvalidAst":
      return ast;
    case "ListAst":
      return { ...ast, items: ast.items.map(inner) };
    case "MemberAst":
      return { ...ast, object: inner(ast.object) };
    case "IndexAst":
      return { ...ast, object: inner(ast.object), index: inner(ast.index) };
    case "CallAst":
      return replaceInCall(ast, inner);
    case "NegateAst":
    case "NotAst":
    case "IsMissingAst":
      return { ...ast, operand: inner(ast.operand) };
    case "BinaryAst":
      return { ...ast, left: inner(ast.left), right: inner(ast.right) };
    case "PowerAst":
      return { ...ast, base: inner(ast.base) };
    case "InListAst":
      return { ...ast, operand: inner(ast.operand), items: ast.items.map(inner) };
    case "InRangeAst":
      return { ...ast, operand: inner(ast.operand), low: inner(ast.low), high: inner(ast.high) };
    case "IfAst": {
      const { otherwise } = ast;
      // oxlint-disable-next-line unicorn/no-thenable -- a node of the tree, which nothing awaits
      const parts = { ...ast, condition: inner(ast.condition), then: inner(ast.then) };
      return otherwise === undefined ? parts : { ...parts, otherwise: inner(otherwise) };
    }
    case "MatchAst":
      return {
        ...ast,
        subject: inner(ast.subject),
        arms: ast.arms.map((arm) => ({
          ...arm,
          patterns: arm.patterns.map((pattern) => replaceInPattern(pattern, inner)),
          value: inner(arm.value),
        })),
      };
    default:
      return assertNever(ast);
  }
}

type Inner = (part: FormulaAst) => FormulaAst;

function replaceInCall(ast: CallAst, inner: Inner): CallAst {
  const args = ast.args.map((argument) => ({ ...argument, value: inner(argument.value) }));
  if (ast.selection === undefined) return { ...ast, args };
  return { ...ast, args, selection: replaceInSelection(ast.selection, inner) };
}

function replaceInSelection(selection: SelectionAst, inner: Inner): SelectionAst {
  const { where, within, during, latest } = selection;
  return {
    ...selection,
    ...(where === undefined ? {} : { where: inner(where) }),
    ...(within === undefined ? {} : { within: inner(within) }),
    ...(during === undefined
      ? {}
      : { during: { ...during, low: inner(during.low), high: inner(during.high) } }),
    ...(latest === undefined ? {} : { latest: inner(latest) }),
  };
}

function replaceInPattern(pattern: PatternAst, inner: Inner): PatternAst {
  switch (pattern.kind) {
    case "LiteralPatternAst":
    case "ComparePatternAst":
      return { ...pattern, value: inner(pattern.value) };
    case "RangePatternAst":
      return { ...pattern, low: inner(pattern.low), high: inner(pattern.high) };
    case "MissingPatternAst":
    case "WildcardPatternAst":
      return pattern;
    default:
      return assertNever(pattern);
  }
}

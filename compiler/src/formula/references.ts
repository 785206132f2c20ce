import { assertNever } from "../base/assert.js";
import type { FormulaAst, PatternAst } from "./ast.js";

/** Calls `visit` for the formula and everything below it, parents first. */
export function walkFormula(ast: FormulaAst, visit: (ast: FormulaAst) => void): void {
  visit(ast);
  for (const child of formulaChildren(ast)) walkFormula(child, visit);
}

function formulaChildren(ast: FormulaAst): readonly FormulaAst[] {
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
      return [];
    case "ListAst":
      return ast.items;
    case "MemberAst":
      return [ast.object];
    case "IndexAst":
      return [ast.object, ast.index];
    case "CallAst": {
      const args = ast.args.map((argument) => argument.value);
      const selection = ast.selection;
      if (selection === undefined) return args;
      const { where, within, during, latest } = selection;
      const parts = [where, within, during?.low, during?.high, latest];
      return [...args, ...parts.filter((part) => part !== undefined)];
    }
    case "NegateAst":
    case "NotAst":
    case "IsMissingAst":
      return [ast.operand];
    case "BinaryAst":
      return [ast.left, ast.right];
    case "PowerAst":
      return [ast.base];
    case "InListAst":
      return [ast.operand, ...ast.items];
    case "InRangeAst":
      return [ast.operand, ast.low, ast.high];
    case "IfAst":
      return ast.otherwise === undefined
        ? [ast.condition, ast.then]
        : [ast.condition, ast.then, ast.otherwise];
    case "MatchAst":
      return [
        ast.subject,
        ...ast.arms.flatMap((arm) => [...arm.patterns.flatMap(patternChildren), arm.value]),
      ];
    default:
      return assertNever(ast);
  }
}

function patternChildren(pattern: PatternAst): readonly FormulaAst[] {
  switch (pattern.kind) {
    case "LiteralPatternAst":
    case "ComparePatternAst":
      return [pattern.value];
    case "RangePatternAst":
      return [pattern.low, pattern.high];
    case "MissingPatternAst":
    case "WildcardPatternAst":
      return [];
    default:
      return assertNever(pattern);
  }
}

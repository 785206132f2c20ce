import type { FormulaAst } from "../formula/ast.js";
import { walkFormula } from "../formula/references.js";
import type { Constant } from "../types/value.js";

/** The value of a literal, a negated number or a list of such; undefined for everything else. */
export function constantOf(ast: FormulaAst): Constant | undefined {
  switch (ast.kind) {
    case "NumberAst":
    case "StringAst":
    case "BoolAst":
      return ast.value;
    case "DateAst":
      return ast.days;
    case "TimestampAst":
    case "DurationAst":
      return ast.millis;
    case "NegateAst": {
      const value = constantOf(ast.operand);
      return typeof value === "number" ? 0 - value : undefined;
    }
    case "ListAst": {
      const items: Constant[] = [];
      for (const item of ast.items) {
        const value = constantOf(item);
        if (value === undefined) return undefined;
        items.push(value);
      }
      return items;
    }
    default:
      return undefined;
  }
}

/** Some part of it has been reported, so that nothing more is said where it is no constant. */
export function isReported(ast: FormulaAst): boolean {
  let found = false;
  walkFormula(ast, (part) => {
    if (part.kind === "InvalidAst") found = true;
  });
  return found;
}

import type { FormulaAst } from "./ast.js";

const spanKeys: ReadonlySet<string> = new Set([
  "span",
  "memberSpan",
  "calleeSpan",
  "operatorSpan",
  "exponentSpan",
]);

/** Whether two formulas are the same but for where they stand. */
export function equalFormulas(a: FormulaAst, b: FormulaAst): boolean {
  return equalParts(a, b);
}

function equalParts(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = partsOf(a);
  const right = new Map(partsOf(b));
  return (
    left.length === right.size &&
    left.every(([key, part]) => right.has(key) && equalParts(part, right.get(key)))
  );
}

function partsOf(node: object): readonly (readonly [string, unknown])[] {
  return Object.entries(node).filter(([key, part]) => !spanKeys.has(key) && part !== undefined);
}

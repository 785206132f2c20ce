import type { FormulaText } from "./ast.js";
import { readFormula } from "./read-formula.js";
import type { Reading } from "./reading.js";
import type { EntryNode, MapNode } from "./yaml-tree.js";

export interface MendedMap {
  readonly kept: MapNode;
  /** The formulas that were read on the way. */
  readonly formulas: ReadonlyMap<EntryNode, FormulaText>;
}

const formulaKeys: ReadonlySet<string> = new Set(["formula", "impute"]);

/**
 * A flow map without the entries that are pieces of a formula which a comma cut, `{ formula: max(a, b) }`.
 * `isFormula` says under which keys a formula stands.
 */
export function withoutCutParts(
  node: MapNode,
  reading: Reading,
  isFormula: (key: string) => boolean = (key) => formulaKeys.has(key),
): MendedMap {
  const formulas = new Map<EntryNode, FormulaText>();
  if (!node.flow) return { kept: node, formulas };
  const entries: EntryNode[] = [];
  let cutEnd = -1;
  for (const entry of node.entries) {
    if (entry.key.start < cutEnd) continue;
    entries.push(entry);
    const { key, value } = entry;
    if (value.kind !== "text" || !isFormula(key.value)) continue;
    const formula = readFormula(key.value, value, true, reading);
    formulas.set(entry, formula);
    if (formula.span.end > value.end) cutEnd = formula.span.end;
  }
  return { kept: { ...node, entries }, formulas };
}

import type { FitAst } from "./ast.js";
import { withoutCutParts } from "./cut-entries.js";
import { reportedText } from "./formula-text.js";
import { fitKeys } from "./keys.table.js";
import { asMap, openKeyed, openNamed } from "./open-map.js";
import { readFormula } from "./read-formula.js";
import { declareName, readTextOf } from "./read-text.js";
import type { Reading } from "./reading.js";
import type { EntryNode } from "./yaml-tree.js";

/** The section `fit`: names and statistics, `income_median: median(income)`. */
export function readFits(entry: EntryNode | undefined, reading: Reading): readonly FitAst[] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "a map of names and statistics");
  if (map === undefined) return [];
  // In `{ a: vocabulary(x, top: 5) }` the comma cuts the formula: its pieces are no statistics.
  const { kept, formulas } = withoutCutParts(map, reading, () => true);
  return openNamed(kept, reading).map((declared) => {
    const { key, value } = declared;
    const read = formulas.get(declared);
    if (value.kind === "map") return readLongFit(declared, reading);
    const name = declareName(key, "fitted constant", reading);
    return { name, formula: read ?? readFormula(key.value, value, map.flow, reading) };
  });
}

function readLongFit({ key, value }: EntryNode, reading: Reading): FitAst {
  const name = declareName(key, "fitted constant", reading);
  if (value.kind !== "map") return { name, formula: reportedText(name.span) };
  const { kept, formulas } = withoutCutParts(value, reading);
  const entries = openKeyed(kept, fitKeys, "a fitted constant", reading);
  const formulaEntry = entries.get("formula");
  if (formulaEntry === undefined) {
    reading.report("spec/missing-key", name.span, { key: "formula", what: name.value });
  }
  const description = readTextOf(entries.get("description"), reading);
  return {
    name,
    formula:
      formulaEntry === undefined
        ? reportedText(name.span)
        : (formulas.get(formulaEntry) ??
          readFormula("formula", formulaEntry.value, value.flow, reading)),
    ...(description === undefined ? {} : { description }),
  };
}

import type { ConstraintAst } from "./ast.js";
import { reportedText } from "./formula-text.js";
import { constraintKeys, violationRules } from "./keys.table.js";
import { asMap, openKeyed, openNamed } from "./open-map.js";
import { readFormula } from "./read-formula.js";
import { declareName, readTextOf, readWord } from "./read-text.js";
import type { Reading } from "./reading.js";
import { withoutCutParts } from "./cut-entries.js";
import type { EntryNode } from "./yaml-tree.js";

export function readConstraints(
  entry: EntryNode | undefined,
  reading: Reading,
): readonly ConstraintAst[] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "a map of names and conditions");
  if (map === undefined) return [];
  return openNamed(map, reading).map((declared) => readConstraint(declared, reading));
}

function readConstraint({ key, value }: EntryNode, reading: Reading): ConstraintAst {
  const name = declareName(key, "constraint", reading);
  if (value.kind !== "map") {
    return { name, formula: readFormula(key.value, value, false, reading), onViolation: "reject" };
  }
  const { kept, formulas } = withoutCutParts(value, reading);
  const entries = openKeyed(kept, constraintKeys, "a constraint", reading);
  const formulaEntry = entries.get("formula");
  if (formulaEntry === undefined) {
    reading.report("spec/missing-key", name.span, { key: "formula", what: name.value });
  }
  const formula =
    formulaEntry === undefined
      ? reportedText(name.span)
      : (formulas.get(formulaEntry) ??
        readFormula("formula", formulaEntry.value, value.flow, reading));
  const onViolation = readWord(entries.get("on_violation"), violationRules, reading);
  const description = readTextOf(entries.get("description"), reading);
  return {
    name,
    formula,
    onViolation: onViolation?.value ?? "reject",
    ...(description === undefined ? {} : { description }),
  };
}

import type { OutsideRule } from "../spec/ast.js";
import type { FieldContract } from "../ir/program.js";
import type { Change, MutantGroup } from "./mutant.js";
import { movedBounds } from "./step-mutants.js";

/** Contracts of a field that differ from this one by one mistake, also inside records and lists. */
export function fieldMutants(
  field: FieldContract,
  isLabel = false,
): readonly Change<FieldContract>[] {
  const { type, range, length, invalid, span } = field;
  const changes: Change<FieldContract>[] = [];
  const add = (words: string, changed: FieldContract, group: MutantGroup = "contract"): void => {
    changes.push({ group, words: `${field.name}: ${words}`, span, differsWhere: null, changed });
  };
  // A label is there in training data alone, whatever it says.
  if (!isLabel) {
    add(field.optional ? "it must be there" : "it may be absent", {
      ...field,
      optional: !field.optional,
      mayBeMissing: field.mayBeMissing || !field.optional,
    });
  }
  if (range !== null) {
    for (const { words, moved } of movedBounds(range, type.kind === "number")) {
      add(words, { ...field, range: moved }, "range");
    }
    for (const outside of otherRules(field.outside)) {
      add(`\`outside: ${field.outside}\` becomes \`outside: ${outside}\``, { ...field, outside });
    }
  }
  if (length !== null) {
    for (const { words, moved } of movedBounds(length, false)) {
      if ((moved.low ?? 0) < 0) continue;
      add(words.replace("range", "length"), { ...field, length: moved }, "range");
    }
  }
  if (field.pattern !== null) add("the pattern is forgotten", { ...field, pattern: null });
  if (invalid === "reject")
    add("what is invalid becomes missing", { ...field, invalid: "missing" });
  else add("what is invalid is rejected", { ...field, invalid: "reject" });
  for (const sentinel of field.missingValues) {
    const missingValues = field.missingValues.filter((other) => other !== sentinel);
    add(`${JSON.stringify(sentinel)} does not mean missing`, { ...field, missingValues });
  }
  if (type.kind === "enum" && type.values.length > 1) {
    // What is invalid is read as this one: the contract is the same without it.
    const spare = typeof invalid === "object" ? invalid.value : null;
    for (const value of type.values.filter((one) => one !== spare)) {
      const values = type.values.filter((other) => other !== value);
      add(`${JSON.stringify(value)} is left out of its values`, {
        ...field,
        type: { ...type, values },
      });
    }
  }
  for (const [i, inner] of field.fields.entries()) {
    for (const one of fieldMutants(inner)) {
      const fields = field.fields.map((other, j) => (i === j ? one.changed : other));
      changes.push({ ...one, words: `${field.name}.${one.words}`, changed: { ...field, fields } });
    }
  }
  if (field.items !== null) {
    for (const one of fieldMutants(field.items)) {
      changes.push({
        ...one,
        words: `${field.name}: ${one.words}`,
        changed: { ...field, items: one.changed },
      });
    }
  }
  return changes;
}

function otherRules(rule: OutsideRule): readonly OutsideRule[] {
  return (["reject", "missing", "clamp"] as const).filter((other) => other !== rule);
}

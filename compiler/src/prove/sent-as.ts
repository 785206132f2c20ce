import { wireForm } from "../interpret/wire-form.js";
import type { FieldContract } from "../ir/program.js";
import type { Value } from "../types/value.js";

/** What a producer may send so that the field is read as the value. */
export function sentAs(field: FieldContract, value: Value): unknown {
  if (value !== null || field.optional) return wireForm(field, value) ?? value;
  // A field that must be there is missing by what its contract takes for that.
  const [sentinel] = field.missingValues;
  if (sentinel !== undefined) return sentinel;
  if (field.invalid === "missing") return ofAnotherType(field);
  return field.outside === "missing" ? beyondRange(field) : null;
}

function ofAnotherType({ type }: FieldContract): unknown {
  switch (type.kind) {
    case "string":
    case "enum":
    case "id":
      return false;
    default:
      return "none";
  }
}

function beyondRange(field: FieldContract): unknown {
  const { low, high } = field.range ?? { low: null, high: null };
  if (high !== null) return wireForm(field, high + 1);
  return low === null ? null : wireForm(field, low - 1);
}

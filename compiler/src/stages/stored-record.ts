import { internalError } from "../base/assert.js";
import type { FieldContract, Step } from "../ir/program.js";
import { recordTypeOf } from "../types/type.js";
import type { Type } from "../types/type.js";

export interface StoredValue {
  readonly step: Step;
  readonly mayBeMissing: boolean;
}

/** The contract of what is stored for an entity: a record with a field for each value. */
export function storedRecord(name: string, values: readonly StoredValue[]): FieldContract {
  const fields = values.map(({ step, mayBeMissing }) => {
    const contract = contractOf(step.name, step.type, mayBeMissing, step);
    return { ...contract, range: step.range, pii: step.pii ?? false };
  });
  const type = recordTypeOf(
    fields.map((field) => [field.name, { type: field.type, optional: field.mayBeMissing }]),
  );
  const [first] = values;
  if (first === undefined) return internalError("nothing is stored");
  return { ...contractOf(name, type, false, first.step), fields };
}

function contractOf(name: string, type: Type, optional: boolean, { span }: Step): FieldContract {
  return {
    name,
    key: name,
    type,
    optional,
    mayBeMissing: optional,
    range: null,
    pattern: null,
    length: null,
    fields: [],
    items: null,
    format: { kind: "json" },
    missingValues: [],
    invalid: "reject",
    outside: "reject",
    pii: false,
    tags: [],
    span,
  };
}

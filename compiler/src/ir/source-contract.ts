import { recordTypeOf } from "../types/type.js";
import type { EventSource, FieldContract, TableSource } from "./program.js";

/** The events of one entity as a list of records, no longer than `max_count`. */
export function eventsContract(source: EventSource): FieldContract {
  const items = recordContract(source, "items");
  const { maxCount } = source;
  return {
    ...items,
    name: source.name,
    key: source.name,
    type: { kind: "list", element: { type: items.type, optional: false } },
    length:
      maxCount === null
        ? null
        : { low: null, high: maxCount, text: `at most ${maxCount}`, span: source.span },
    fields: [],
    items,
  };
}

/** One record of a source. */
export function recordContract(source: TableSource, name = source.name): FieldContract {
  const { fields, span } = source;
  return {
    name,
    key: name,
    type: recordTypeOf(
      fields.map((field) => [field.name, { type: field.type, optional: field.mayBeMissing }]),
    ),
    optional: false,
    mayBeMissing: false,
    range: null,
    pattern: null,
    length: null,
    fields,
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

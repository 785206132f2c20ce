import { internalError } from "../base/assert.js";
import type { EventSource, FieldContract } from "../ir/program.js";
import { compareInOrder } from "../types/compare-in-order.js";
import type { Value } from "../types/value.js";
import type { ParsedRecord } from "./source-data.js";

/** Events in order of time, ties by the other fields in order of declaration: of the set of events alone. */
export function orderEvents(
  events: readonly ParsedRecord[],
  source: EventSource,
): readonly ParsedRecord[] {
  const time = source.fields.find((field) => field.name === source.time);
  if (time === undefined) internalError(`${source.name} has no ${source.time}`);
  const fields = [time, ...source.fields.filter((field) => field !== time)];
  return [...events].sort((a, b) => compareFields(a, b, fields));
}

function compareFields(a: ParsedRecord, b: ParsedRecord, fields: readonly FieldContract[]): number {
  for (const field of fields) {
    const order = compareOne(a[field.name] ?? null, b[field.name] ?? null, field);
    if (order !== 0) return order;
  }
  return 0;
}

/** Missing values first; shorter lists before longer ones that begin with them. */
function compareOne(a: Value, b: Value, field: FieldContract): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  if (isList(a) && isList(b)) return compareLists(a, b, field);
  if (isRecord(a) && isRecord(b)) return compareFields(a, b, field.fields);
  return compareInOrder(a, b);
}

function compareLists(a: readonly Value[], b: readonly Value[], field: FieldContract): number {
  const items = field.items ?? internalError(`the list ${field.name} has no items`);
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined) return 1;
    const order = compareOne(left, right, items);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isRecord(value: Value): value is ParsedRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

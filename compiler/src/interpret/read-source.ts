import { eventsContract, recordContract } from "../ir/source-contract.js";
import type { EventSource, Program, TableSource } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { InputReader } from "./input-reader.js";
import type { ReferenceIssue } from "./input-reader.js";
import { isPlainObject, ownData } from "./own-data.js";
import type { ParsedRecord } from "./source-data.js";

export interface RefusedSource {
  /** At least one. */
  readonly issues: readonly ReferenceIssue[];
}

/** The reference reader of the events of one entity. */
export function readEvents(
  program: Program,
  source: EventSource,
  json: unknown,
): { readonly events: readonly ParsedRecord[] } | RefusedSource {
  const reader = new InputReader(program.unknownFields === "ignore");
  const value = reader.readValue(eventsContract(source), json);
  if (reader.issues.length > 0) return { issues: reader.issues };
  return { events: Array.isArray(value) ? value.filter(isRecord) : [] };
}

/** The reference reader of a table's record; null where there is none. */
export function readTableRecord(
  program: Program,
  source: TableSource,
  json: unknown,
): { readonly record: ParsedRecord | null } | RefusedSource {
  if (json === undefined || json === null) return { record: null };
  const reader = new InputReader(program.unknownFields === "ignore");
  const value = reader.readValue(recordContract(source), json);
  if (reader.issues.length > 0) return { issues: reader.issues };
  return { record: isRecord(value) ? value : null };
}

/** The value that joins a record, whatever its other fields are; null where it cannot be read. */
export function readKey({ fields, key }: TableSource, record: unknown): Value {
  const field = fields.find(({ name }) => name === key);
  if (field === undefined || !isPlainObject(record)) return null;
  const reader = new InputReader(true);
  const value = reader.readValue(field, ownData(record, field.key));
  return reader.issues.length > 0 ? null : value;
}

function isRecord(value: Value): value is ParsedRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

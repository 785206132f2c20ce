import type { Program } from "../ir/program.js";
import type { Value } from "../types/value.js";

/** A parsed record: every declared field, `null` where it is missing. */
export type ParsedRecord = Readonly<Record<string, Value>>;

/** What is known of an entity besides its input, by the names of the sources. */
export interface SourceData {
  /** In any order. */
  readonly events: Readonly<Record<string, readonly ParsedRecord[]>>;
  /** Null where the table has no record of the entity. */
  readonly tables: Readonly<Record<string, ParsedRecord | null>>;
}

/** Of a spec without events and tables. */
export const noSources: SourceData = { events: {}, tables: {} };

/** Of an entity of which nothing is known: no events, and no record in any table. */
export function unknownEntity({ events, tables }: Program): SourceData {
  return {
    events: Object.fromEntries(events.map(({ name }) => [name, []])),
    tables: Object.fromEntries(tables.map(({ name }) => [name, null])),
  };
}

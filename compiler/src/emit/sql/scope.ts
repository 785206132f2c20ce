import type { Facts } from "../../ir/facts.js";
import type { Dialect } from "./dialect.js";
import { sqlNull } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** How expressions name what they read, at one stage of the query. */
export interface Names {
  readonly field: (path: readonly string[]) => Sql;
  readonly asOf: Sql;
  readonly step: (name: string) => Sql;
  /** A field of the table's record; without path a value that is NULL where there is no record. */
  readonly table: (table: string, path: readonly string[]) => Sql;
  /** The events of the row, in order, as a list of records. */
  readonly events: (source: string) => Sql;
}

/** What all expressions of a file share. */
export interface SqlFile {
  readonly dialect: Dialect;
  readonly facts: Facts;
  /** Columns beside those of the fields, with timestamps in place of their texts. */
  readonly moments: MomentColumns;
  /** Why there is no SQL for the spec; the first are shown. */
  readonly refusals: Set<string>;
  /** A name that no column has. */
  readonly fresh: () => string;
  /** The macro with the offsets of a zone. */
  readonly zone: (zone: string) => ZoneMacros;
}

/** Keys of fields by the name of their table. */
export type MomentColumns = ReadonlyMap<string, ReadonlySet<string>>;

export interface ZoneMacros {
  /** Milliseconds east of UTC at an instant. */
  readonly offset: string;
  /** The latest change at or before an instant. */
  readonly change: string;
  readonly offsets: readonly number[];
}

export interface Scope {
  readonly file: SqlFile;
  readonly names: Names;
  readonly locals: ReadonlyMap<number, Sql>;
  /** The element of the aggregate around it. */
  readonly element: Sql | null;
}

/** Stands in a query that is not emitted. */
export function refuse({ file }: Pick<Scope, "file">, reason: string): Sql {
  file.refusals.add(reason);
  return sqlNull;
}

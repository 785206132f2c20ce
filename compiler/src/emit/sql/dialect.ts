import type { Sql } from "./sql-text.js";

/** What engines write differently. Everything else of the emitted SQL is common to them. */
export interface Dialect {
  readonly engine: string;
  /** Name of the emitted file. */
  readonly file: string;
  /** Statements that set what the results depend on. */
  readonly settings: readonly string[];
  readonly types: {
    readonly number: string;
    readonly int: string;
    readonly bool: string;
    readonly text: string;
    readonly date: string;
    readonly timestamp: string;
    readonly float32: string;
    readonly list: (element: string) => string;
    readonly record: (fields: readonly (readonly [name: string, type: string])[]) => string;
  };
  /** Defines a macro of the session. */
  readonly macro: (name: string, parameters: readonly string[], body: string) => string;
  /** Defines a view of the session. */
  readonly view: (name: string, query: string) => string;
  /** `body` with `name` for the value, which is computed once. */
  readonly bind: (name: string, value: string, body: string) => string;
  readonly record: (fields: readonly (readonly [name: string, value: string])[]) => string;
  readonly list: (items: readonly string[]) => string;
  /** From 1; NULL beyond the end. */
  readonly at: (list: string, position: string) => string;
  readonly map: (list: string, name: string, body: string) => string;
  /** `position` counts from 1. */
  readonly mapWithPosition: (list: string, name: string, position: string, body: string) => string;
  readonly filter: (list: string, name: string, condition: string) => string;
  /** The 64 bits of a double as an integer with sign, and back. */
  readonly bits: (number: string) => string;
  readonly fromBits: (bits: string) => string;
  /** The integer that a whole double is; NULL where it has none. */
  readonly toInteger: (number: Sql) => Sql;
}

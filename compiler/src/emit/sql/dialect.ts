import type { Sql } from "./sql-text.js";

/**
 * A function of featc. The body names each parameter once, where it binds it: what a parameter stands for would be
 * computed again at every other place.
 */
export interface Macro {
  readonly parameters: readonly string[];
  readonly body: (dialect: Dialect) => string;
}

/** What engines write differently. Everything else of the emitted SQL is common to them. */
export interface Dialect {
  readonly engine: string;
  /** Name of the emitted file. */
  readonly file: string;
  /** Statements that set what the results depend on. */
  readonly settings: readonly string[];
  /** What stands between them. */
  readonly between: string;
  /** How to run the file, where that is not plain. */
  readonly note: string | null;
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
  /** Defines a function of the session; null where `rewrite` writes functions out. */
  readonly macro: ((name: string, parameters: readonly string[], body: string) => string) | null;
  /** Functions that are other ones than those of all engines. */
  readonly macros: Readonly<Record<string, Macro>>;
  /** Lists of the session; null where they stand in a function. */
  readonly lists: {
    readonly declare: (name: string, values: readonly (number | null)[]) => string;
    /** The value of the stretch that `moment` is in; `starts` are where all but the first begin. */
    readonly stretch: (moment: string, starts: string, values: string, count: number) => string;
  } | null;
  /** Defines a view of the session. */
  readonly view: (name: string, query: string) => string;
  /** The number of a row or a record: an expression, or a column that its table has. */
  readonly rowNumber:
    | { readonly kind: "expression"; readonly text: string }
    | { readonly kind: "column"; readonly name: string };
  /** Stands before a part of a query that is read more than once. */
  readonly shared: string;
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
  /** The values of a group where the condition holds, in order. */
  readonly collect: (value: string, order: string, condition: string) => string;
  /** Of a list of integers; NULL or 0 of an empty one. */
  readonly exactSum: (list: string) => string;
  /** The 64 bits of a double as an integer with sign, and back. */
  readonly bits: (number: string) => string;
  readonly fromBits: (bits: string) => string;
  /** The integer that a whole double is; NULL where it has none. */
  readonly toInteger: (number: Sql) => Sql;
  /** The whole file in the notation of the engine. */
  readonly rewrite: (text: string, macros: MacroLookUp, fresh: () => string) => string;
}

/** A function of featc by its name. */
export type MacroLookUp = (
  name: string,
) => { readonly parameters: readonly string[]; readonly body: string } | undefined;

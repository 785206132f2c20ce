import type { Facts } from "../../compiler/src/ir/facts.js";
import type { FieldContract, Program } from "../../compiler/src/ir/program.js";

/** The table of rows, or of a data set. */
export interface EngineTable {
  readonly name: string;
  readonly fields: readonly FieldContract[];
  /** Whether it has the column `as_of`. */
  readonly moment: boolean;
  /** Each can be held by the columns of its fields; `asOf` is in milliseconds. */
  readonly records: readonly {
    readonly json: Readonly<Record<string, unknown>>;
    readonly asOf: number;
  }[];
}

/** What the views of a spec hold, by the number of the row, from 1. */
export interface Computed {
  readonly verdicts: ReadonlyMap<number, readonly string[]>;
  readonly features: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
  readonly matrices: ReadonlyMap<string, Readonly<Record<number, readonly unknown[]>>>;
}

/** An engine that runs the SQL of a program on tables. */
export interface BatchEngine {
  readonly name: string;
  readonly compute: (
    program: Program,
    facts: Facts,
    tables: readonly EngineTable[],
  ) => Promise<Computed>;
}

export function issueText(code: string, path: readonly string[], name?: string | null): string {
  return `${code} ${path.join(".")}${name === undefined || name === null ? "" : ` ${name}`}`;
}

import type { MatrixDtype } from "../../spec/ast.js";
import type { Value } from "../../types/value.js";
import type { RowIssue } from "./row.js";

type Row = Readonly<Record<string, Value>>;

export type ParseOutcome =
  | { readonly ok: true; readonly value: Row; readonly warnings: readonly RowIssue[] }
  | { readonly ok: false; readonly issues: readonly RowIssue[] };

export interface MatrixModule {
  readonly columns: readonly string[];
  readonly dtype: MatrixDtype;
  readonly fingerprint: string;
  readonly encode: (features: readonly Row[]) => { readonly data: NodeJS.TypedArray };
}

/** What `run` uses of the modules that a spec compiles to. */
export interface SpecModule {
  readonly safeParseInput: (value: unknown) => ParseOutcome;
  /** Of a spec with events or tables it takes `{ input, payments, … }`. */
  readonly computeFeatures: (row: unknown, options?: { readonly asOf: number }) => Row;
  /** Readers and orders of events and tables, by name. */
  readonly sources: Readonly<Record<string, unknown>>;
  readonly matrices: Readonly<Record<string, unknown>>;
}

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
  readonly computeFeatures: (input: Row, options?: { readonly asOf: number }) => Row;
  readonly matrices: Readonly<Record<string, unknown>>;
}

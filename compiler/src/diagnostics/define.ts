import type { Severity } from "./diagnostic.js";

/**
 * One kind of mistake. `bad` and `good` are whole specs: `featc explain CODE` prints them, and a test
 * shows that `bad` yields the code and that `good` yields no diagnostic at all.
 */
export interface DiagnosticDefinition<Params> {
  readonly severity: Severity;
  readonly message: (params: Params) => string;
  readonly label?: (params: Params) => string | undefined;
  readonly hint?: (params: Params) => string | undefined;
  /** Why this is a mistake and what it would do in production: a short paragraph. */
  readonly explain: string;
  /** Absent only where no text of a spec can cause the diagnostic; then `shownBy` names its test. */
  readonly bad?: string;
  readonly good?: string;
  /** Other files that `bad` and `good` read, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** In their place for `bad`, where the mistake lies in them. */
  readonly badFiles?: Readonly<Record<string, string>>;
  readonly shownBy?: string;
}

/** Keeps the type of the parameters while the table is checked. */
export function define<Params>(
  definition: DiagnosticDefinition<Params>,
): DiagnosticDefinition<Params> {
  return definition;
}

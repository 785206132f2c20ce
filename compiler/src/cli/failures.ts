import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** The call is wrong: reported in one line without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** The data do not fit the spec at all (no row of them could be used), exit code 3. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** The user pressed Ctrl+C, exit code 130. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Something that featc did not expect, with the spec that it was working on. Exit code 70. */
export class CompilerBug extends Error {
  override readonly name = "CompilerBug";
  readonly specPath: string;

  constructor(specPath: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.specPath = specPath;
  }
}

import type * as runtime from "@featc/runtime";

/** What generated code may import from the runtime as a value: a function, class or constant. */
export type RuntimeName = keyof typeof runtime;

/** What generated code may import from the runtime as a type; the members prove that they exist. */
interface RuntimeTypes {
  readonly ExtractProgram: runtime.ExtractProgram;
  readonly Issue: runtime.Issue;
  readonly IssueCode: runtime.IssueCode;
  readonly Matrix: runtime.Matrix<Float32Array>;
  readonly MatrixDtype: runtime.MatrixDtype;
  readonly PatternStep: runtime.PatternStep;
  readonly PatternTable: runtime.PatternTable;
  readonly LineScanner: runtime.LineScanner<unknown>;
  readonly ScanOptions: runtime.ScanOptions;
  readonly ScannedLine: runtime.ScannedLine;
  readonly StandardSchemaV1: runtime.StandardSchemaV1;
  readonly VerifiedRow: runtime.VerifiedRow;
  readonly ZoneTable: runtime.ZoneTable;
}

export type RuntimeTypeName = keyof RuntimeTypes;

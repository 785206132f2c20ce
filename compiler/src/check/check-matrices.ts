import { stepNamed } from "../ir/dependencies.js";
import type { Matrix, MatrixColumn } from "../ir/program.js";
import type { MatrixDtype } from "../spec/ast.js";
import { numbersOf } from "../types/facts.js";
import type { CheckContext } from "./context.js";
import { printNumbers } from "./print-domain.js";

interface DtypeLimits {
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

/** What each dtype holds; null: every number of the language. */
const limitsOf: Readonly<Record<MatrixDtype, DtypeLimits | null>> = {
  float64: null,
  float32: { low: -3.4028234663852886e38, high: 3.4028234663852886e38, whole: false },
  int32: { low: -(2 ** 31), high: 2 ** 31 - 1, whole: true },
  uint8: { low: 0, high: 255, whole: true },
};

/** Columns that may be missing, and columns that the dtype cannot hold. */
export function checkMatrices(context: CheckContext): void {
  for (const matrix of context.program.matrices) {
    const isInts = matrix.dtype === "int32" || matrix.dtype === "uint8";
    if (isInts && matrix.missing === "nan") {
      context.collector.report("missing/nan-in-ints", matrix.span, { dtype: matrix.dtype });
    }
    for (const column of matrix.columns) checkColumn(column, matrix, context);
  }
}

function checkColumn(column: MatrixColumn, matrix: Matrix, context: CheckContext): void {
  const { facts, collector } = context;
  const fact = facts.of(column.formula);
  if (fact.missing && matrix.missing === "reject" && !isReported(column, context)) {
    collector.report("missing/column", column.span, { column: column.text });
  }
  const limits = limitsOf[matrix.dtype];
  if (limits === null || fact.domain.kind !== "number") return;
  const { low, high, integral } = numbersOf(fact);
  // An unbounded float is checked when the row is written: its type says nothing about its size.
  const bounded = matrix.dtype !== "float32" || Math.max(Math.abs(low), Math.abs(high)) < 1e300;
  if (bounded && (low < limits.low || high > limits.high || (limits.whole && !integral))) {
    collector.report("range/dtype", column.span, {
      column: column.text,
      dtype: matrix.dtype,
      range:
        limits.whole && !integral
          ? "a fraction"
          : printNumbers(numbersOf(fact), column.formula.type).replace("it can be ", ""),
    });
  }
}

/** A feature that may be missing without saying what it is then has been reported as that. */
function isReported(column: MatrixColumn, { program, facts }: CheckContext): boolean {
  const step = stepNamed(program, column.feature);
  if (step === undefined || step.optional || step.impute !== null) return false;
  return facts.step(step.name).mayBeImputed;
}

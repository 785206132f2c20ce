import type { MatrixDtype, Program } from "../../ir/program.js";
import type { Block } from "../text/block.js";

/** Significant digits in which the cells of a float32 matrix agree: they have seven. */
export const float32Digits = 6;
/** In which all other numbers agree. */
export const nativeDigits = 12;

/**
 * With `math: native` the engine's functions are called, which differ from the reference in the last bits;
 * what is computed from them may differ in some more, and near 0 by what was cancelled.
 */
export function nativePreamble({ math }: Program, body: Block): void {
  if (math !== "native") return;
  body.blank();
  body.comment("math: native. The engine's functions differ from the reference in the last bits.");
  body.open(`function near(expected: unknown, digits = ${nativeDigits}): unknown {`);
  body.line("if (Array.isArray(expected)) return expected.map((cell) => near(cell, digits));");
  body.line('if (typeof expected !== "number" || !Number.isFinite(expected)) return expected;');
  body.line("if (expected === 0) return expect.closeTo(0, 15);");
  body.line("const magnitude = Math.max(-3, Math.ceil(Math.log10(Math.abs(expected))));");
  body.line("return expect.closeTo(expected, digits - magnitude);");
  body.close();
}

/** What a test compares with, where `expected` is the code of the reference value. */
export function comparedWith(
  expected: string,
  math: Program["math"],
  dtype: MatrixDtype = "float64",
): string {
  if (math !== "native") return expected;
  return dtype === "float32" ? `near(${expected}, ${float32Digits})` : `near(${expected})`;
}

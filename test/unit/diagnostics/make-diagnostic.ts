import { spanOf } from "../../../compiler/src/base/source.js";
import type { Diagnostic } from "../../../compiler/src/diagnostics/diagnostic.js";

/** A diagnostic at the place of `marked` in the text, which must occur there. */
export function diagnosticAt(
  text: string,
  marked: string,
  rest: Partial<Diagnostic> = {},
  path = "specs/loan.feat.yaml",
): Diagnostic {
  const start = text.indexOf(marked);
  if (start === -1) throw new Error(`${marked} is not in the text`);
  return {
    code: "missing/possible-missing",
    severity: "error",
    message: "debt_to_income has no value for some inputs",
    span: spanOf({ path, text }, start, start + marked.length),
    related: [],
    example: [],
    ...rest,
  };
}

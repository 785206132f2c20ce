import type { Program } from "../../ir/program.js";
import { camelCase } from "../names.js";
import type { PlannedConstraint } from "./input-constraints.js";
import type { RecordPlan } from "./input-plan.js";
import { hasSources } from "./source-parameters.js";

/** Names that functions of `scan.ts` and `input.ts` may have. */
const ofFunction = /^(?:scan|read|matches|parse|is|violates)[A-Z0-9]/;

/** Whether JSON lines can be scanned: a row needs nothing but its line, and no matrix is named as a function would be. */
export function hasScanner(program: Program): boolean {
  const isNamedApart = program.matrices.every(({ name }) => !ofFunction.test(camelCase(name)));
  return program.matrices.length > 0 && isNamedApart && !hasSources(program);
}

/** Functions of `input.ts` that `scan.ts` calls as well. */
export function scannedNames(
  plan: RecordPlan,
  constraints: readonly PlannedConstraint[],
): ReadonlySet<string> {
  const ofFields = plan.fields.flatMap(({ nested, support }) => {
    if (nested !== null) return [nested.reader];
    switch (support?.kind) {
      case "pattern":
        return [support.matches];
      case "formats":
        return [support.parse];
      case "enum":
        return [support.isValue];
      default:
        return [];
    }
  });
  return new Set([...ofFields, ...constraints.map(({ violates }) => violates)]);
}

import { parseTimestamp } from "@featc/runtime";
import type { Program } from "../../ir/program.js";
import { UsageError } from "../failures.js";

/** The `asOf` for generated code; undefined where the spec reads it from a field or does not use it. */
export function momentOf(program: Program, asOf: string | undefined): number | undefined {
  if (asOf !== undefined) {
    if (program.asOf !== null) {
      throw new UsageError(
        `${program.name} reads its moment from the field ${program.asOf}`,
        "leave out --as-of.",
      );
    }
    const moment: number | null = parseTimestamp(asOf);
    if (moment === null || Number.isNaN(moment)) {
      throw new UsageError(`--as-of ${asOf} is not a time`, "write it as 2026-01-31T00:00:00Z.");
    }
    return moment;
  }
  if (program.asOf === null && program.usesAsOf) {
    throw new UsageError(
      `${program.name} needs the moment of the prediction`,
      "give it with --as-of 2026-01-31T00:00:00Z.",
    );
  }
  return undefined;
}

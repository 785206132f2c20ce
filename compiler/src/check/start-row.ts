import { defaultRow } from "../interpret/default-row.js";
import { readInput } from "../interpret/read-input.js";
import type { Program } from "../ir/program.js";
import { usualRecords } from "../prove/related.js";
import type { StartRow } from "../prove/find-counterexample.js";

/** The default row as formulas read it; null where the contract admits none. */
export function startRow(program: Program): StartRow | null {
  const defaults = defaultRow(program);
  const read = readInput(program, defaults.json);
  return "issues" in read
    ? null
    : {
        input: read.input,
        asOf: defaults.asOf,
        usual: usualRecords(program, defaults),
      };
}

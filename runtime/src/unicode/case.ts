// Letter case by Unicode 15.1, each code point by itself: a sigma at the end of a word is as any other.

import { changed, changesOf } from "./changes.js";
import { LOWER_LONGER, LOWER_RUNS } from "./lower-case.table.js";
import { UPPER_LONGER, UPPER_RUNS } from "./upper-case.table.js";

let toLower: ReadonlyMap<number, string> | undefined;
let toUpper: ReadonlyMap<number, string> | undefined;

/** `s` in lower case. */
export function lowerUnicode(s: string): string {
  return changed(s, (toLower ??= changesOf(LOWER_RUNS, LOWER_LONGER)));
}

/** `s` in upper case, where `ß` is `SS`. */
export function upperUnicode(s: string): string {
  return changed(s, (toUpper ??= changesOf(UPPER_RUNS, UPPER_LONGER)));
}

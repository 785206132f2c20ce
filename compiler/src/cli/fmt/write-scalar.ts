import { assertNever } from "../../base/assert.js";
import type { ScalarPlace } from "./scalar-places.js";

/**
 * The YAML text that says `formula` in the style of the place, in single quotes where a plain scalar would
 * be read as something else. Undefined where the place must stay as it is.
 */
export function writeScalar(
  source: string,
  place: ScalarPlace,
  formula: string,
): string | undefined {
  const before = source.slice(place.start, place.end);
  const oneLine = formula.replace(/\n\s*/g, " ");
  if (place.style !== "literal" && before.includes("\n")) return undefined;
  switch (place.style) {
    case "plain":
      return isPlain(oneLine, place.inFlow) ? oneLine : singleQuoted(oneLine);
    case "single":
      return singleQuoted(oneLine);
    case "double":
      // A formula has printable text alone, so that JSON's escapes are YAML's.
      return JSON.stringify(oneLine);
    case "literal":
      return literal(before, formula);
    default:
      return assertNever(place.style);
  }
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Keeps the header (`|`, `|-`), the indentation and the line breaks at the end. */
function literal(before: string, formula: string): string | undefined {
  const parts = /^(\|[-+]?)((?:[ \t]+#[^\n]*)?\r?\n)([ ]+)([^]*?)(\s*)$/.exec(before);
  if (parts === null) return undefined;
  const [, header = "", lineBreak = "", indent = "", , end = ""] = parts;
  const newline = lineBreak.endsWith("\r\n") ? "\r\n" : "\n";
  return header + lineBreak + indent + formula.replaceAll("\n", newline + indent) + end;
}

/** YAML 1.2, section 7.3.3, a little stricter than it must be. */
function isPlain(text: string, inFlow: boolean): boolean {
  if (/^[-?:,[\]{}#&*!|>'"%@`\s]/.test(text) && !/^-[\w(.]/.test(text)) return false;
  if (/\s$|:\s|:$|\s#|[^\x20-\x7e]/.test(text)) return false;
  return !inFlow || !/[,[\]{}]/.test(text);
}

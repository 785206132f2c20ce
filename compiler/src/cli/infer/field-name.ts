import { suggestSnakeCase } from "../../formula/keywords.js";
import { longestName, problemOfName } from "../../spec/names.js";

/** A name that formulas can use for a column, and that no other field has. */
export function fieldName(source: string, taken: ReadonlySet<string>): string {
  const suggested = suggestSnakeCase(source)?.slice(0, longestName - 8) ?? "field";
  const base = problemOfName(suggested) === undefined ? suggested : `${suggested}_field`;
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}_${String(n)}`)) n += 1;
  return `${base}_${String(n)}`;
}

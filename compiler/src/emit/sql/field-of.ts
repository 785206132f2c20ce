import { identifier } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** A field of a record, also inside others; NULL where one of them is. */
export function fieldOf(record: Sql, path: readonly string[]): Sql {
  if (path.length === 0) return record;
  const of = record.isAtom ? record.text : `(${record.text})`;
  const text = of + path.map((name) => `.${identifier(name)}`).join("");
  return { text, isAtom: true, isPlain: record.isPlain };
}

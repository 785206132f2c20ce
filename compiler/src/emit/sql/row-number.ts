import type { SqlFile } from "./scope.js";
import { atom, column } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** The number of a row, or of a record of a source. */
export function rowNumber({ dialect: { rowNumber: number } }: Pick<SqlFile, "dialect">): Sql {
  return number.kind === "column" ? column(number.name) : atom(number.text);
}

import { internalError } from "../../base/assert.js";
import type { Program } from "../../ir/program.js";
import { fieldOf } from "./field-of.js";
import type { Names } from "./scope.js";
import { column } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** Columns that are no fields or features. Their colon keeps them apart: no name of a spec has one. */
export const own = {
  row: "featc:row",
  asOf: "featc:as_of",
  issues: "featc:issues",
  warnings: "featc:warnings",
  rejections: "featc:rejections",
} as const;

/** Parts of what a name stands for, on the way to its value. */
export const rawOf = (name: string): string => `${name}:raw`;
export const typedOf = (name: string): string => `${name}:read`;
export const formulaOf = (name: string): string => `${name}:formula`;
export const eventsOf = (source: string): string => `${source}:events`;
export const tableOf = (table: string): string => `${table}:record`;

/** What formulas of steps and constraints read. */
export function namesOf(program: Program): Names {
  return {
    field: (path) => column(path.join(".")),
    asOf: program.asOf === null ? column(own.asOf) : column(program.asOf),
    step: (name) => column(name),
    table: (table, path): Sql => {
      const record = column(tableOf(table));
      return fieldOf(record, path);
    },
    events: (source) =>
      program.events.some(({ name }) => name === source)
        ? column(eventsOf(source))
        : internalError(`no source ${source}`),
  };
}

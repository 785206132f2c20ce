import type { Program } from "../../ir/program.js";
import type { Dialect } from "./dialect.js";
import type { SqlFile } from "./scope.js";
import type { Stage } from "./stage.js";

export function sourceStages(_program: Program, _file: SqlFile): readonly Stage[] {
  return [];
}

export function sourceProblems({ events, tables }: Program): readonly string[] {
  return events.length + tables.length > 0 ? ["events and tables"] : [];
}

export function sourceTables(_program: Program, _dialect: Dialect): readonly string[] {
  return [];
}

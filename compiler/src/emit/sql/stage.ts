import { commentText } from "../text/literal.js";
import { identifier, indented } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** A column of a stage. */
export interface StageColumn {
  readonly name: string;
  readonly value: Sql;
  /** What the spec says, above the column. */
  readonly comment?: string;
}

/** One common table expression: it reads the stage before it. */
export interface Stage {
  readonly name: string;
  /** All columns of the stage before stay. */
  readonly keepsAll: boolean;
  readonly columns: readonly StageColumn[];
  readonly from: string;
  readonly comment: string;
}

/** A line comment; nothing in the text can end it. */
export function comment(text: string): string {
  return `-- ${commentText(text)}`.trimEnd();
}

export function selectText({ keepsAll, columns, from }: Omit<Stage, "name" | "comment">): string {
  const items = [...(keepsAll ? ["*"] : []), ...columns.map(columnText)];
  return `SELECT\n${indented(items.join(",\n"))}\nFROM ${from}`;
}

function columnText({ name, value, comment: text }: StageColumn): string {
  const note = text === undefined ? "" : `${comment(text)}\n`;
  return `${note}${value.text} AS ${identifier(name)}`;
}

/** `WITH a AS (…), b AS (…)` and the query that reads the last of them. */
export function withStages(stages: readonly Stage[], query: string): string {
  const parts = stages.map(
    (stage) =>
      `${comment(stage.comment)}\n${identifier(stage.name)} AS (\n${indented(selectText(stage))}\n)`,
  );
  return `WITH\n${parts.join(",\n")}\n${query}`;
}

import { commentText } from "../text/literal.js";
import type { Dialect } from "./dialect.js";
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
  /** All columns of the stage before stay; a text says which, where stages are joined. */
  readonly keepsAll: boolean | string;
  readonly columns: readonly StageColumn[];
  readonly from: string;
  /** What stands behind FROM: WHERE, GROUP BY. */
  readonly rest?: string;
  readonly comment: string;
  /** Read more than once: computed once, so that rows keep their numbers. */
  readonly isShared?: boolean;
}

/** A line comment; nothing in the text can end it. */
export function comment(text: string): string {
  return `-- ${commentText(text)}`.trimEnd();
}

export function selectText({
  keepsAll,
  columns,
  from,
  rest,
}: Omit<Stage, "name" | "comment">): string {
  const kept = typeof keepsAll === "string" ? [keepsAll] : keepsAll ? ["*"] : [];
  const items = [...kept, ...columns.map(columnText)];
  const end = rest === undefined ? "" : `\n${rest}`;
  return `SELECT\n${indented(items.join(",\n"))}\nFROM ${from}${end}`;
}

function columnText({ name, value, comment: text }: StageColumn): string {
  const note = text === undefined ? "" : `${comment(text)}\n`;
  return `${note}${value.text} AS ${identifier(name)}`;
}

/** `WITH a AS (…), b AS (…)` and the query that reads the last of them. */
export function withStages(
  stages: readonly Stage[],
  query: string,
  { shared }: Pick<Dialect, "shared">,
): string {
  const parts = stages.map(
    (stage) =>
      `${comment(stage.comment)}\n${identifier(stage.name)} AS ${stage.isShared === true ? shared : ""}(\n${indented(selectText(stage))}\n)`,
  );
  return `WITH\n${parts.join(",\n")}\n${query}`;
}

import type { IssueCode } from "@featc/runtime";
import type { Dialect } from "./dialect.js";
import { atom, textLiteral } from "./sql-text.js";
import type { Arm, Sql } from "./sql-text.js";

/** Where a value stands: names of fields, and positions in lists as the text of a number. */
export type PathSql = readonly Sql[];

/** One thing that is wrong where the condition holds, as the validator in TypeScript reports it. */
export function issueWhen(when: Sql, code: IssueCode, path: PathSql, dialect: Dialect): Arm {
  return { when, value: issueOf(code, path, dialect) };
}

export function issueOf(code: IssueCode, path: PathSql, dialect: Dialect, name?: string): Sql {
  return atom(
    dialect.record([
      ["code", textLiteral(code).text],
      ["path", path.length === 0 ? emptyPath(dialect) : dialect.list(path.map(({ text }) => text))],
      ["name", name === undefined ? `CAST(NULL AS ${dialect.types.text})` : textLiteral(name).text],
    ]),
  );
}

function emptyPath({ list, types }: Dialect): string {
  return `CAST(${list([])} AS ${types.list(types.text)})`;
}

export function issueType({ types }: Dialect): string {
  return types.record([
    ["code", types.text],
    ["path", types.list(types.text)],
    ["name", types.text],
  ]);
}

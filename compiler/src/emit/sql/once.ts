import type { Scope } from "./scope.js";
import { atom, plain } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** What `body` makes of a value that it writes more than once: computed once where that costs something. */
export function once(value: Sql, { file }: Pick<Scope, "file">, body: (value: Sql) => Sql): Sql {
  if (value.isPlain) return body(value);
  const name = file.fresh();
  return atom(file.dialect.bind(name, value.text, body(plain(name)).text));
}

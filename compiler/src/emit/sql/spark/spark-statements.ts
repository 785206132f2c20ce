import type { Definition } from "./expand-calls.js";
import { CallExpander } from "./expand-calls.js";
import { sparkFunctions } from "./functions.table.js";
import { printSql } from "./print-sql.js";
import { parseSql } from "./tokens.js";

/** A file of the emitter's SQL as Spark reads it. */
export function sparkStatements(
  text: string,
  macros: (name: string) => Definition | undefined,
  fresh: () => string,
): string {
  const expander = new CallExpander({
    macros,
    functions: (name) => (Object.hasOwn(sparkFunctions, name) ? sparkFunctions[name] : undefined),
    fresh,
  });
  return printSql(expander.expand(parseSql(text)));
}

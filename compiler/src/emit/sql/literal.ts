import { isNumeric } from "../../types/type.js";
import type { Type } from "../../types/type.js";
import type { Constant } from "../../types/value.js";
import type { Scope } from "./scope.js";
import { refuse } from "./scope.js";
import { boolLiteral, isWellFormed, numberLiteral, plain, textLiteral } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** A constant of the language. */
export function constantLiteral(value: Constant, scope: Pick<Scope, "file">): Sql {
  switch (typeof value) {
    case "number":
      return numberLiteral(value);
    case "boolean":
      return boolLiteral(value);
    case "string":
      return isWellFormed(value)
        ? textLiteral(value)
        : refuse(scope, "a text with half a surrogate pair, which no engine can hold");
    default: {
      const items = value.map((item) => constantLiteral(item, scope).text);
      return plain(scope.file.dialect.list(items));
    }
  }
}

/** The constants that a value of the type can equal. */
export function comparable(
  values: readonly (number | string | boolean)[],
  type: Type,
): readonly (number | string | boolean)[] {
  const kind = isNumeric(type) ? "number" : type.kind === "bool" ? "boolean" : "string";
  return values.filter(
    (value) => typeof value === kind && (typeof value !== "string" || isWellFormed(value)),
  );
}

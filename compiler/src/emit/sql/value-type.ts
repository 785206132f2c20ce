import { assertNever } from "../../base/assert.js";
import type { Type } from "../../types/type.js";
import type { Dialect } from "./dialect.js";

/**
 * What a value is inside the query: as in formulas, numbers of every kind are doubles, dates are days and timestamps
 * milliseconds since 1970.
 */
export function innerType(type: Type, dialect: Dialect): string {
  const { types } = dialect;
  switch (type.kind) {
    case "number":
    case "int":
    case "timestamp":
    case "date":
    case "duration":
      return types.number;
    case "bool":
      return types.bool;
    case "string":
    case "id":
    case "enum":
      return types.text;
    case "list":
      return types.list(innerType(type.element.type, dialect));
    case "record":
      return types.record(
        [...type.fields].map(([name, field]) => [name, innerType(field.type, dialect)]),
      );
    case "vector":
      return types.list(types.number);
    case "missing":
    case "invalid":
      return types.number;
    default:
      return assertNever(type);
  }
}

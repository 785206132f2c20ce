import type { Type } from "../../types/type.js";
import { internalError } from "../../base/assert.js";
import { unionOfLiterals } from "../text/literal.js";

/** The TypeScript type of a present value that a formula computes. */
export function valueType(type: Type): string {
  switch (type.kind) {
    case "number":
    case "int":
    case "timestamp":
    case "date":
    case "duration":
      return "number";
    case "bool":
      return "boolean";
    case "string":
    case "id":
      return "string";
    case "enum":
      return unionOfLiterals(type.values);
    case "vector":
      return "readonly number[]";
    case "missing":
      return "null";
    case "list": {
      const element = nullableType(type.element.type, type.element.optional);
      return `readonly ${element.includes("|") ? `(${element})` : element}[]`;
    }
    case "record":
    case "invalid":
      internalError(`no formula computes a value of the type ${type.kind}`);
  }
}

/** With `| null` where it may be missing. */
export function nullableType(type: Type, nullable: boolean): string {
  const text = valueType(type);
  return nullable && text !== "null" ? `${text} | null` : text;
}

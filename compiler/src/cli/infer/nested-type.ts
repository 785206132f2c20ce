import { fieldName } from "./field-name.js";
import { isPrintable } from "./field-shape.js";
import type { SqlType } from "../engine/sql-type.js";
import { yamlText } from "./yaml-text.js";

/** The type of a list or a record, with the keys that it needs; undefined where no field has such a type. */
export function nestedType(
  type: SqlType,
): { readonly type: string; readonly rules: readonly (readonly [string, string])[] } | undefined {
  switch (type.kind) {
    case "text":
    case "date":
    case "timestamp":
    case "uuid":
      return { type: "string", rules: [] };
    case "integer":
      return { type: "int", rules: [] };
    case "number":
    case "decimal":
      return { type: "number", rules: [] };
    case "bool":
      return { type: "bool", rules: [] };
    case "list": {
      const items = nestedType(type.items);
      if (items === undefined) return undefined;
      return {
        type: `list<${items.type}${items.type === "record" ? "" : "?"}>`,
        rules: items.rules,
      };
    }
    case "record": {
      const fields = nestedFields(type.fields);
      return fields === undefined ? undefined : { type: "record", rules: [["fields", fields]] };
    }
    case "other":
      return undefined;
  }
}

function nestedFields(
  fields: readonly { readonly name: string; readonly type: SqlType }[],
): string | undefined {
  const taken = new Set<string>();
  const printed: string[] = [];
  for (const field of fields) {
    const nested = nestedType(field.type);
    if (nested === undefined || !isPrintable(field.name)) return undefined;
    const name = fieldName(field.name, taken);
    taken.add(name);
    const rules = [
      ...(name === field.name ? [] : [["name", yamlText(field.name)] as const]),
      ...nested.rules,
    ].map(([key, value]) => `, ${key}: ${value}`);
    printed.push(`${name}: { type: ${nested.type}?${rules.join("")} }`);
  }
  return printed.length === 0 ? undefined : `{ ${printed.join(", ")} }`;
}

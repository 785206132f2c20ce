import { internalError } from "../../base/assert.js";
import { absent } from "../../testgen/contract-cases.js";
import { literal, propertyKey } from "../ts/literal.js";

const width = 80;

/** JSON-like data as TypeScript on one line; `absent` is the constant of that name in the test file. */
export function dataLiteral(value: unknown): string {
  if (value === absent) return "absent";
  if (value === null) return "null";
  if (typeof value === "number" && !Number.isFinite(value)) {
    return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") {
    return literal(value);
  }
  if (Array.isArray(value)) return `[${value.map(dataLiteral).join(", ")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).map(
      ([key, item]) => `${propertyKey(key)}: ${dataLiteral(item)}`,
    );
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return internalError(`${typeof value} in a test row`);
}

/** A row of a table `[a, b, c]`, on one line where it fits at this indentation, else a line for each cell. */
export function tableRow(cells: readonly string[], indent: number): readonly string[] {
  const flat = `[${cells.join(", ")}],`;
  if (indent + flat.length <= width) return [flat];
  return ["[", ...cells.map((cell) => `  ${cell},`), "],"];
}

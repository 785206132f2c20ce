import { internalError } from "../../base/assert.js";
import { absent } from "../../testgen/contract-cases.js";
import { literal, propertyKey } from "../text/literal.js";

const width = 80;

/** JSON-like data as TypeScript on one line; `absent` is the constant of that name in the test file. */
export function dataLiteral(value: unknown): string {
  if (value === absent) return "absent";
  if (value === null) return "null";
  if (typeof value === "number" && !Number.isFinite(value)) {
    return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }
  if (typeof value === "string") return repeated(value) ?? literal(value);
  if (typeof value === "number" || typeof value === "boolean") return literal(value);
  if (Array.isArray(value)) return listLiteral(value.map(dataLiteral));
  if (typeof value === "object") {
    const entries = Object.entries(value).map(
      ([key, item]) => `${propertyKey(key)}: ${dataLiteral(item)}`,
    );
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return internalError(`${typeof value} in a test row`);
}

const longestText = 60;
const longestList = 12;

/** A long text of one character alone. */
function repeated(text: string): string | undefined {
  if (text.length <= longestText) return undefined;
  const [first = "", ...others] = text;
  const isSame = /^[a-z0-9 😀]$/u.test(first) && others.every((other) => other === first);
  return isSame ? `${literal(first)}.repeat(${others.length + 1})` : undefined;
}

function listLiteral(items: readonly string[]): string {
  const [first] = items;
  if (first !== undefined && items.length > longestList && items.every((item) => item === first)) {
    const element = first.startsWith("{") ? `(${first})` : first;
    return `Array.from({ length: ${items.length} }, () => ${element})`;
  }
  return `[${items.join(", ")}]`;
}

/** A row of a table `[a, b, c]`, on one line where it fits at this indentation, else a line for each cell. */
export function tableRow(cells: readonly string[], indent: number): readonly string[] {
  const flat = `[${cells.join(", ")}],`;
  if (indent + flat.length <= width) return [flat];
  const inner = indent + 2;
  return [
    "[",
    ...cells.flatMap((cell) => brokenCell(cell, inner)).map((line) => `  ${line}`),
    "],",
  ];
}

/** A list as the value of a property with a key of this width, in an object that is indented so far. */
export function numberLines(list: string, indent: number, keyWidth: number): readonly string[] {
  if (indent + keyWidth + list.length + 1 <= width) return [list];
  const lines = brokenCell(list, indent);
  // The comma behind the list belongs to who writes the property.
  return lines.map((line, at) => (at === lines.length - 1 ? line.slice(0, -1) : line));
}

const numbers = /^\[-?[\d.e-]+(?:, -?[\d.e-]+)+\]$/;

/** A cell on a line of its own; a list of numbers that is too long fills as many lines as it needs. */
function brokenCell(cell: string, indent: number): readonly string[] {
  if (indent + cell.length + 1 <= width || !numbers.test(cell)) return [`${cell},`];
  const lines: string[] = [];
  let line = "";
  for (const item of cell.slice(1, -1).split(", ")) {
    if (line !== "" && indent + 2 + line.length + 1 + item.length + 1 > width) {
      lines.push(`  ${line}`);
      line = "";
    }
    line += `${line === "" ? "" : " "}${item},`;
  }
  return ["[", ...lines, `  ${line}`, "],"];
}

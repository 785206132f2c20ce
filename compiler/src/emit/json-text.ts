export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON text as prettier leaves it, with a newline at the end. Keys keep their order. */
export function jsonText(value: Json): string {
  return `${print(value, 0, "", "")}\n`;
}

/** `lead` and `trail` stand on the line before and behind the value, the margin left out. */
function print(value: Json, depth: number, lead: string, trail: string): string {
  if (typeof value === "number") return JSON.stringify(value).replace("e+", "e");
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return printList(value, depth, lead, trail);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const lines = entries.map(([key, one], i) => {
    const name = `${quoted(key)}: `;
    return name + print(one, depth + 1, name, commaAfter(entries, i));
  });
  return enclose("{", lines, "}", depth);
}

/** What nobody sees in an editor, or what turns the direction of text, is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(invisible, escape);
}

const invisible = new RegExp(
  "[\\u007f-\\u00a0\\u00ad\\u061c\\u115f\\u1160\\u180b-\\u180f" +
    "\\u200b-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb]",
  "g",
);

function printList(list: readonly Json[], depth: number, lead: string, trail: string): string {
  if (list.length === 0) return "[]";
  const elements = list.map((one, i) => {
    const text = print(one, depth + 1, "", commaAfter(list, i));
    return typeof one === "string" ? text.replace(ofUnclearWidth, escape) : text;
  });
  const line = `[${elements.join(", ")}]`;
  if (!hasInnerLists(list) && !line.includes("\n") && fits(lead + line + trail, 2 * depth))
    return line;
  const isNumeric = list.length > 1 && list.every((one) => typeof one === "number");
  return enclose("[", isNumeric ? filled(elements, depth + 1) : elements, "]", depth);
}

const lineWidth = 80;

function fits(text: string, margin: number): boolean {
  return margin + text.length <= lineWidth;
}

/** Characters that an editor may show in no column or in two: a line of a list is measured. */
const ofUnclearWidth = /[^ -\u02ff]/g;

function escape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Several lists of several elements each: then every one has its own line. */
function hasInnerLists(list: readonly Json[]): boolean {
  return list.length > 1 && list.every((one) => Array.isArray(one) && one.length > 1);
}

function commaAfter(list: readonly unknown[], i: number): string {
  return i === list.length - 1 ? "" : ",";
}

/** As many on each line as fit. */
function filled(elements: readonly string[], depth: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  elements.forEach((element, i) => {
    const longer = line === "" ? element : `${line}, ${element}`;
    if (line === "" || fits(longer + commaAfter(elements, i), 2 * depth)) line = longer;
    else {
      lines.push(line);
      line = element;
    }
  });
  return [...lines, line];
}

function enclose(open: string, lines: readonly string[], close: string, depth: number): string {
  const margin = "  ".repeat(depth);
  return `${open}\n${margin}  ${lines.join(`,\n${margin}  `)}\n${margin}${close}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

import { internalError } from "../../base/assert.js";
import type { Constant } from "../../types/value.js";

/** A constant as one line of TypeScript, in the form that prettier gives it. */
export function literal(value: Constant): string {
  switch (typeof value) {
    case "string":
      return stringLiteral(value);
    case "number":
      return numberLiteral(value);
    case "boolean":
      return value ? "true" : "false";
    default:
      return `[${value.map(literal).join(", ")}]`;
  }
}

/** A finite number; throws on NaN and infinity, which no constant of the language is. */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) internalError(`${value} is not a constant of the language`);
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}

/** A string literal that holds any text: no line ends, controls or lone surrogates as they are. */
export function stringLiteral(text: string): string {
  const quote = countOf(text, '"') > countOf(text, "'") ? "'" : '"';
  const content = text
    .replace(/\\/g, "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replace(searchedFor, (found) => escapeUnit(found.charAt(0)) + found.slice(1))
    .replace(invisible, escapeUnit);
  return quote + content + quote;
}

/** What tools look for in the text of a file, in strings too: vitest, source maps, HTML parsers. */
const searchedFor = /<(?:\/script|!--)|@(?:vitest|jest)-|sourceMappingURL|sourceURL/gi;

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A key of an object literal. `__proto__` would set the prototype, also quoted; computed it does not. */
export function propertyKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : memberName(name);
}

/** A name in an interface or a type literal. */
export function memberName(name: string): string {
  return identifier.test(name) ? name : stringLiteral(name);
}

/** `object.name`, or `object["any name"]`. */
export function propertyAccess(object: string, name: string): string {
  return identifier.test(name) ? `${object}.${name}` : `${object}[${stringLiteral(name)}]`;
}

/** An object literal on one line: `{ a: 1, b: 2 }`. Values are TypeScript text. */
export function inlineObject(entries: readonly (readonly [name: string, value: string])[]): string {
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([name, value]) => `${propertyKey(name)}: ${value}`).join(", ")} }`;
}

/** An object literal with a line for each entry; prettier keeps it so. Values are TypeScript text. */
export function objectLiteral(
  entries: readonly (readonly [name: string, value: string])[],
): string {
  if (entries.length === 0) return "{}";
  const lines = entries.map(([name, value]) =>
    `${propertyKey(name)}: ${value},`.replace(/\n/g, "\n  "),
  );
  return `{\n  ${lines.join("\n  ")}\n}`;
}

/**
 * A type that holds exactly these strings, numbers or booleans: `"a" | "b"`; `never` for none.
 */
export function unionOfLiterals(values: readonly (string | number | boolean)[]): string {
  return values.length === 0 ? "never" : values.map(literal).join(" | ");
}

/**
 * Text for a JSDoc or a line comment: one line that cannot end the comment and that no tool takes for
 * a directive.
 */
export function commentText(text: string): string {
  if (plainComment.test(text) && !mayDirect.test(text)) return text.trim();
  return text
    .replace(/[\s\u2028\u2029]+/gu, " ")
    .replace(invisible, escapeUnit)
    .replace(/\*(?=\/)/g, "* ")
    .replace(/\/(?=\*)/g, "/ ")
    .replace(/<(?=!--|\/script)/gi, "< ")
    .replace(/([#@])(?=[A-Za-z_])/g, breakDirective)
    .replace(/(?<=sourceMapping|source)(?=URL)/gi, " ")
    .replace(directive, "$1, $2")
    .trim();
}

/** Text without anything that the replacements of `commentText` look for: most formulas and descriptions. */
const plainComment = /^(?:[\w ,.;:()<>=+\-?!'"[\]{}|^&%~]|\/(?![*/])|\*(?!\/))*$/;
const mayDirect = / {2}|<!--|<\/script|URL|disable|enable|ignore|restore|env|ok|start|stop/i;

/** Tools that read comments: `eslint-disable-next-line`, `v8 ignore next`, `Stryker disable all`. */
const directive = new RegExp(
  "\\b(eslint|oxlint|tslint|jshint|jscs|biome|rome|standard|prettier|dprint|deno-lint|deno-fmt|" +
    "istanbul|c8|v8|nyc|coverage|stryker|vite|webpack|turbopack)" +
    "[-:\\s]+(disable|enable|ignore|restore|env|ok|start|stop)",
  "gi",
);

/** Separates the sign from what it marks, save in the middle of an address such as `a@example.com`. */
function breakDirective(sign: string, _: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 1), at);
  const isAddress = sign === "@" && /\w/.test(before) && /^[\w-]+\.[a-z]/i.test(text.slice(at + 1));
  return isAddress ? sign : `${sign} `;
}

/**
 * Controls, characters without a shape (also those that reorder text), and surrogates without a
 * partner. Written out: the classes of the regular expressions change with the version of Unicode.
 */
const invisible = new RegExp(
  "[\\u0000-\\u001f\\u007f-\\u00a0\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u08e2\\u115f\\u1160" +
    "\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3164\\ud800-\\udfff\\ufeff\\uffa0" +
    "\\ufff0-\\uffff\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]",
  "gu",
);

const shortEscapes: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeUnit(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  let escaped = "";
  for (let i = 0; i < character.length; i++) {
    escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

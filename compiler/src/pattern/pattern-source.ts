import { assertNever } from "../base/assert.js";
import { type CodePointSet, complementOf, lastCodePoint } from "./code-point-set.js";
import type { PatternNode } from "./pattern-node.js";

/**
 * The pattern as the source of a JavaScript regular expression with the `u` flag, as JSON Schema
 * wants it. Every set is written out, so that the text means the same to other engines as well;
 * it holds no unescaped `/`, control character or line separator.
 */
export function toJavaScriptSource(ast: PatternNode): string {
  return ast.kind === "empty" ? "(?:)" : sourceOf(ast);
}

function sourceOf(node: PatternNode): string {
  switch (node.kind) {
    case "empty":
      return "";
    case "character":
      return setSource(node.set);
    case "text_start":
      return "^";
    case "text_end":
      return "$";
    case "sequence":
      return node.items
        .map((item) => (item.kind === "alternation" ? grouped(item) : sourceOf(item)))
        .join("");
    case "alternation":
      return node.options.map(sourceOf).join("|");
    case "repeat":
      return `${node.item.kind === "character" ? setSource(node.item.set) : grouped(node.item)}${countSource(node.min, node.max)}${node.lazy === true ? "?" : ""}`;
    case "group":
      return `(${sourceOf(node.item)})`;
    default:
      return assertNever(node);
  }
}

function grouped(node: PatternNode): string {
  return `(?:${sourceOf(node)})`;
}

function countSource(min: number, max: number | undefined): string {
  if (max === undefined) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function setSource(set: CodePointSet): string {
  const [only] = set;
  if (only === undefined) return "[^\\s\\S]";
  if (set.length === 1 && only.first === only.last) return characterSource(only.first, syntax);
  const outside = complementOf(set);
  if (outside.length === 0) return "[\\s\\S]";
  // A set that reaches the end of Unicode began as a negated one or as `.`.
  if (set.at(-1)?.last === lastCodePoint) return `[^${rangesSource(outside)}]`;
  return `[${rangesSource(set)}]`;
}

function rangesSource(set: CodePointSet): string {
  return set
    .map(({ first, last }) => {
      const low = characterSource(first, classSyntax);
      if (first === last) return low;
      const hyphen = last === first + 1 ? "" : "-";
      return `${low}${hyphen}${characterSource(last, classSyntax)}`;
    })
    .join("");
}

const syntax = /[\\^$.*+?()[\]{}|/]/;
const classSyntax = /[\\^()[\]{}|/-]/;

const controls = new Map([
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0b, "\\v"],
  [0x0c, "\\f"],
  [0x0d, "\\r"],
]);

function characterSource(codePoint: number, escaped: RegExp): string {
  const control = controls.get(codePoint);
  if (control !== undefined) return control;
  const text = String.fromCodePoint(codePoint);
  if (escaped.test(text)) return `\\${text}`;
  if (text === " " || /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text)) return text;
  const hex = codePoint.toString(16).toUpperCase();
  return codePoint > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}

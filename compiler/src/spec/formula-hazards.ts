import { sourceText } from "./formula-text.js";
import type { FormulaText } from "./ast.js";
import type { Reading } from "./reading.js";
import { quoteYaml } from "./plain-scalar.js";
import type { TextNode } from "./yaml-tree.js";

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** True where quotes and brackets of a formula are left open: YAML most likely cut it short. */
export function isCutShort(text: string): boolean {
  return scan(text, 0, text.length, "").open;
}

/**
 * The formula that the author most likely meant where YAML ended a plain text at a comma or a comment: up to
 * where its own brackets and quotes are closed. Undefined where nothing was cut.
 */
export function findCutFormula(
  node: TextNode,
  inFlow: boolean,
  reading: Reading,
): FormulaText | undefined {
  if (node.style !== "plain" || !isCutShort(node.value)) return undefined;
  const { text } = reading.file;
  const newline = text.indexOf("\n", node.start);
  const lineEnd = text.slice(0, newline === -1 ? text.length : newline).trimEnd().length;
  const rest = text.slice(node.end, lineEnd);
  const atComment = /^\s+#/.test(rest);
  const atComma = inFlow && /^\s*[,\][{}:]/.test(rest);
  if (!atComment && !atComma) return undefined;
  const meant = scan(text, node.start, lineEnd, inFlow ? ",}" : "");
  if (meant.open) return undefined;
  const formula = sourceText(reading.file, node.start, meant.end);
  if (formula === undefined) return undefined;
  const params = { read: node.value, quoted: quoteYaml(formula.text) };
  if (atComma) reading.report("yaml/flow-cut", { start: node.start, end: meant.end }, params);
  else reading.report("yaml/comment-cut", { start: node.start, end: meant.end }, params);
  return formula;
}

interface Scanned {
  readonly end: number;
  readonly open: boolean;
}

/** Reads until one of `stops` outside quotes and brackets. */
export function scan(text: string, start: number, end: number, stops: string): Scanned {
  const expected: string[] = [];
  let at = start;
  for (; at < end; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1);
      if (close === -1 || close >= end) return { end, open: true };
      at = close;
    } else if (closing[character] !== undefined) expected.push(closing[character]);
    else if (character === expected.at(-1)) expected.pop();
    else if (expected.length === 0 && stops.includes(character)) break;
  }
  return { end: start + text.slice(start, at).trimEnd().length, open: expected.length > 0 };
}

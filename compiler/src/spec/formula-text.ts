import { spanOf } from "../base/source.js";
import type { SourceFile, Span } from "../base/source.js";
import type { FormulaText } from "./ast.js";
import type { TextNode } from "./yaml-tree.js";

/**
 * The text of a scalar with the exact place of each character; undefined where the style of the scalar
 * (folded, several lines without `|`, most escapes) does not keep them.
 */
export function mapText(node: TextNode, file: SourceFile): FormulaText | undefined {
  switch (node.style) {
    case "plain":
      return sourceText(file, node.start, node.end, node.value);
    case "single":
      return (
        sourceText(file, node.start + 1, node.end - 1, node.value) ??
        escapedText(node, file, /''|[^'\r\n]/g)
      );
    case "double":
      return (
        sourceText(file, node.start + 1, node.end - 1, node.value) ??
        escapedText(node, file, /\\["\\/]|[^\\"\r\n]/g)
      );
    case "literal":
      return blockText(node, file);
    case "folded":
      return undefined;
  }
}

/** A text whose positions are lost: every part of it is the whole scalar. */
export function unmappedText(node: TextNode, file: SourceFile): FormulaText {
  const span = spanOf(file, node.start, node.end);
  return { text: node.value, span, at: () => span };
}

/** A formula that could not be read at all and has been reported. */
export function reportedText(span: Span): FormulaText {
  return { text: "", span, at: () => span, reported: true };
}

/** A stretch of the source as it stands, where that is what YAML read. */
export function sourceText(
  file: SourceFile,
  start: number,
  end: number,
  value = file.text.slice(start, end),
): FormulaText | undefined {
  if (end - start !== value.length || !file.text.startsWith(value, start)) return undefined;
  return {
    text: value,
    span: spanOf(file, start, end),
    at: (from, to) => spanOf(file, start + from, start + to),
  };
}

/** One line in quotes in which two characters of the source may stand for one. */
function escapedText(node: TextNode, file: SourceFile, unit: RegExp): FormulaText | undefined {
  const inside = file.text.slice(node.start + 1, node.end - 1);
  const places: number[] = [];
  let read = 0;
  for (const match of inside.matchAll(unit)) {
    if (match.index !== read) return undefined;
    places.push(node.start + 1 + read);
    read += match[0].length;
  }
  if (read !== inside.length || places.length !== node.value.length) return undefined;
  const end = node.end - 1;
  places.push(end);
  return {
    text: node.value,
    span: spanOf(file, node.start + 1, end),
    at: (from, to) => spanOf(file, places[from] ?? end, places[to] ?? end),
  };
}

/** A block under `|`: line by line the text of the source without its indentation. */
function blockText(node: TextNode, file: SourceFile): FormulaText | undefined {
  const text = node.value.trimEnd();
  const lines = text.split("\n");
  /** Where each line starts in the file, and in the text. */
  const starts: number[] = [];
  const offsets: number[] = [];
  let at = file.text.indexOf("\n", node.start) + 1;
  let offset = 0;
  for (const line of lines) {
    if (at === 0) return undefined;
    const newline = file.text.indexOf("\n", at);
    let end = newline === -1 ? file.text.length : newline;
    if (file.text[end - 1] === "\r") end--;
    const isLast = offset + line.length === text.length;
    const found = isLast ? file.text.slice(at, end).trimEnd().length + at : end;
    const start = line === "" ? Math.min(found, end) : found - line.length;
    if (start < at || !file.text.startsWith(line, start)) return undefined;
    starts.push(start);
    offsets.push(offset);
    offset += line.length + 1;
    at = newline + 1;
  }
  const place = (position: number): number => {
    let line = 0;
    while (line + 1 < offsets.length && (offsets[line + 1] ?? 0) <= position) line++;
    return (starts[line] ?? node.start) + position - (offsets[line] ?? 0);
  };
  const first = text.length - text.trimStart().length;
  return {
    text,
    span: spanOf(file, place(first), Math.max(place(text.length), place(first))),
    at: (from, to) => spanOf(file, place(from), to > from ? place(to - 1) + 1 : place(from)),
  };
}

import type { Located } from "../base/source.js";
import type { BoundAst, FormulaText, RangeAst } from "./ast.js";
import { mapText } from "./formula-text.js";
import { reportKind } from "./open-map.js";
import { readScalar } from "./plain-scalar.js";
import type { Reading } from "./reading.js";
import type { EntryNode, TextNode, YamlNode } from "./yaml-tree.js";

/** `[lo, hi]`, with null for no bound, or a text with its own brackets, `"(0, 1]"`. */
export function readRange(entry: EntryNode | undefined, reading: Reading): RangeAst | undefined {
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  switch (value.kind) {
    case "list":
      return readPair(key.value, value, reading);
    case "text":
      return readRangeText(key.value, value, reading);
    case "map":
    case "nothing":
    case "broken":
      reportKind(key.value, value, "two bounds, `[lo, hi]`", reading);
      return undefined;
  }
}

function readPair(
  key: string,
  node: Extract<YamlNode, { kind: "list" }>,
  reading: Reading,
): RangeAst | undefined {
  const [low, high] = node.items;
  if (low === undefined || high === undefined || node.items.length !== 2) {
    const problem = `it has ${node.items.length === 1 ? "one bound" : `${node.items.length} bounds`}`;
    reading.report("spec/bad-range", node, { key, problem });
    return undefined;
  }
  const lowBound = readBound(key, low, reading);
  const highBound = readBound(key, high, reading);
  if (lowBound === undefined || highBound === undefined) return undefined;
  return {
    low: lowBound,
    high: highBound,
    lowOpen: false,
    highOpen: false,
    span: reading.span(node),
  };
}

function readBound(key: string, node: YamlNode, reading: Reading): BoundAst | undefined {
  if (node.kind !== "text") {
    reportKind(key, node, "a number, a date or null as its bound", reading);
    return undefined;
  }
  const scalar = readScalar(node);
  switch (scalar.kind) {
    case "null":
      return null;
    case "number":
    case "text":
      return reading.located(scalar.value, node);
    case "bool":
      reading.report("spec/bad-range", node, { key, problem: `\`${node.value}\` is not a bound` });
      return undefined;
    case "unclear-number": {
      const { problem, instead } = scalar;
      reading.report("yaml/unclear-number", node, { text: node.value, problem, instead });
      return undefined;
    }
  }
}

const rangeText = /^(\s*)([[(])([^,]*),([^,]*)([\])])\s*$/;

function readRangeText(key: string, node: TextNode, reading: Reading): RangeAst | undefined {
  const parts = rangeText.exec(node.value);
  const text = mapText(node, reading.file);
  if (parts === null || text === undefined) {
    const problem = parts === null ? "this is not a pair in brackets" : "it must stand on one line";
    reading.report("spec/bad-range", node, { key, problem });
    return undefined;
  }
  const [, space = "", open = "", low = "", high = "", close = ""] = parts;
  const lowStart = space.length + 1;
  const lowBound = readTextBound(key, text, lowStart, low, reading);
  const highBound = readTextBound(key, text, lowStart + low.length + 1, high, reading);
  if (lowBound === undefined || highBound === undefined) return undefined;
  return {
    low: lowBound,
    high: highBound,
    lowOpen: open === "(",
    highOpen: close === ")",
    span: text.span,
  };
}

function readTextBound(
  key: string,
  text: FormulaText,
  offset: number,
  part: string,
  reading: Reading,
): Located<number | string> | null | undefined {
  const value = part.trim();
  const start = offset + part.length - part.trimStart().length;
  const span = text.at(start, start + value.length);
  const scalar = readScalar({ kind: "text", style: "plain", value, ...span });
  switch (scalar.kind) {
    case "null":
      return null;
    case "number":
    case "text":
      return { value: scalar.value, span };
    case "bool":
    case "unclear-number":
      reading.report("spec/bad-range", span, { key, problem: `\`${value}\` is not a bound` });
      return undefined;
  }
}

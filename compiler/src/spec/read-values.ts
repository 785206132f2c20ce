import type { Located } from "../base/source.js";
import type { FieldAst } from "./ast.js";
import { reportKind } from "./open-map.js";
import { readText, readValueText } from "./read-text.js";
import type { Reading } from "./reading.js";
import type { EntryNode, ListNode } from "./yaml-tree.js";

/** The values of an enum, or the name of one under `enums`. */
export function readValues(entry: EntryNode | undefined, reading: Reading): FieldAst["values"] {
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  if (value.kind === "list") return readValueList(key.value, value, reading);
  if (value.kind === "text") return readText(key.value, value, reading);
  reportKind(key.value, value, "a list of texts, or the name of an enum", reading);
  return [];
}

export function readValueList(
  key: string,
  node: ListNode,
  reading: Reading,
): readonly Located<string>[] {
  const values = new Map<string, Located<string>>();
  for (const item of node.items) {
    const value = readValueText(key, item, reading);
    if (value === undefined) continue;
    const first = values.get(value.value);
    if (first === undefined) values.set(value.value, value);
    else {
      reading.report(
        "spec/duplicate-value",
        value.span,
        { value: value.value },
        { related: [{ span: first.span, text: "the first one" }] },
      );
    }
  }
  if (node.items.length === 0) reading.report("spec/enum-without-values", node, { key });
  return [...values.values()];
}

import type { SqlNode } from "./tokens.js";

/** Words that Spark has under another name. */
const words: Readonly<Record<string, string | undefined>> = {
  VARCHAR: "STRING",
  HUGEINT: "DECIMAL(38, 0)",
  UTINYINT: "SMALLINT",
  EXCLUDE: "EXCEPT",
};

/** A tree in the notation of Spark. */
export function printSql(nodes: readonly SqlNode[]): string {
  return nodes.map(printNode).join("");
}

function printNode(node: SqlNode): string {
  switch (node.kind) {
    case "space":
    case "number":
      return node.text;
    case "comment":
      return commentText(node.text);
    case "word":
      return words[node.text] ?? node.text;
    case "symbol":
      return node.text === "//" ? "div" : node.text;
    case "string":
      return stringText(node.value);
    case "name":
      return nameText(node.value);
    case "group":
      return node.open + printSql(node.nodes) + node.close;
    case "call":
      return `${words[node.name] ?? node.name}(${node.args.map(printSql).join(", ")})`;
  }
}

/**
 * A backslash at the end would take the next line into the comment, and `${` be replaced with a setting. No comment
 * ends as a statement does, so that statements come apart at their ends.
 */
function commentText(text: string): string {
  return text.replaceAll("${", "$ {").replace(/[\\;]$/, "$& .");
}

export function nameText(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** Escapes are on, two texts side by side are one, and `${` is replaced with a setting wherever it stands. */
export function stringText(value: string): string {
  const text = value
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replaceAll("$", "\\u0024")
    .replace(unseen, escapeOf);
  return `'${text}'`;
}

/** What `chr` wrote before stands in the text as an escape. */
const unseen = /[^\u0020-\u007e\u00a1-\u{10ffff}]|[\p{Cf}\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Cn}\p{Co}]/gu;

function escapeOf(character: string): string {
  if (character === " ") return character;
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff
    ? `\\U${point.toString(16).padStart(8, "0")}`
    : `\\u${point.toString(16).padStart(4, "0")}`;
}

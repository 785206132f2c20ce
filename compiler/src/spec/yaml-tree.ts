export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** A scalar as text: whether plain text is a number or null is decided where it is read. */
export interface TextNode {
  readonly kind: "text";
  readonly style: ScalarStyle;
  /** Without quotes, escapes and indentation. */
  readonly value: string;
  /** Of the source with quotes, or with the `|` of a block. */
  readonly start: number;
  readonly end: number;
}

export interface EntryNode {
  readonly key: TextNode;
  readonly value: YamlNode;
}

export interface MapNode {
  readonly kind: "map";
  readonly flow: boolean;
  readonly entries: readonly EntryNode[];
  readonly start: number;
  readonly end: number;
}

export interface ListNode {
  readonly kind: "list";
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
  readonly start: number;
  readonly end: number;
}

/** Nothing stands behind a key; the place is that of the key. */
export interface NothingNode {
  readonly kind: "nothing";
  readonly start: number;
  readonly end: number;
}

/** A place that has been reported, so that nothing more is said about it. */
export interface BrokenNode {
  readonly kind: "broken";
  readonly start: number;
  readonly end: number;
}

/** YAML data with offsets in the file; made once, never changed. */
export type YamlNode = TextNode | MapNode | ListNode | NothingNode | BrokenNode;

export function shiftEntry(entry: EntryNode, by: number): EntryNode {
  if (by === 0) return entry;
  return { key: shiftText(entry.key, by), value: shiftNode(entry.value, by) };
}

function shiftText(node: TextNode, by: number): TextNode {
  const { style, value, start, end } = node;
  return { kind: "text", style, value, start: start + by, end: end + by };
}

function shiftNode(node: YamlNode, by: number): YamlNode {
  const start = node.start + by;
  const end = node.end + by;
  switch (node.kind) {
    case "text":
      return shiftText(node, by);
    case "map": {
      const entries = node.entries.map((entry) => shiftEntry(entry, by));
      return { kind: "map", flow: node.flow, entries, start, end };
    }
    case "list": {
      const items = node.items.map((item) => shiftNode(item, by));
      return { kind: "list", flow: node.flow, items, start, end };
    }
    case "nothing":
    case "broken":
      return { kind: node.kind, start, end };
  }
}

/** A map whose place is that of its entries, as a block has it. */
export function blockMap(entries: readonly EntryNode[], at: number): MapNode {
  const first = entries[0];
  const last = entries.at(-1);
  return {
    kind: "map",
    flow: false,
    entries,
    start: first?.key.start ?? at,
    end: last === undefined ? at : Math.max(last.key.end, last.value.end),
  };
}

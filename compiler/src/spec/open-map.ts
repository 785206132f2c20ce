import { nearest } from "../diagnostics/suggest.js";
import { quoteYaml } from "./plain-scalar.js";
import { insteadOfKeys } from "./instead-of-keys.table.js";
import type { Reading } from "./reading.js";
import type { EntryNode, ListNode, MapNode, TextNode, YamlNode } from "./yaml-tree.js";

/** The known keys of a map; what is not in it was absent or has been reported. */
export interface KeyedEntries<Key extends string> {
  readonly get: (key: Key) => EntryNode | undefined;
  readonly has: (key: Key) => boolean;
}

/** A map with a fixed set of keys; unknown and repeated ones are reported, a mistyped one is read as meant. */
export function openKeyed<Key extends string>(
  node: MapNode,
  keys: readonly Key[],
  what: string,
  reading: Reading,
): ReadonlyMap<Key, EntryNode> {
  const entries = new Map<Key, EntryNode>();
  const unknown: EntryNode[] = [];
  for (const entry of node.entries) {
    const key = keys.find((known) => known === entry.key.value);
    if (key === undefined) {
      unknown.push(entry);
      continue;
    }
    const first = entries.get(key);
    if (first === undefined) entries.set(key, entry);
    else reportDuplicate(entry, first, reading);
  }
  for (const entry of withoutPieces(unknown, node, reading)) {
    const free = keys.filter((known) => !entries.has(known));
    const key = entry.key.value;
    const instead = Object.hasOwn(insteadOfKeys, key) ? insteadOfKeys[key]?.[what] : undefined;
    const suggestion = instead === undefined ? nearest(key, free) : undefined;
    reading.report("spec/unknown-key", entry.key, { key, what, suggestion, instead, known: free });
    const meant = free.find((known) => known === suggestion);
    if (meant !== undefined) entries.set(meant, entry);
  }
  return entries;
}

/**
 * Unknown keys of a flow map without those that are pieces of a text which a comma cut, as in `{ description:
 * Gross, per year }`; each such text is reported as a whole.
 */
function withoutPieces(
  unknown: readonly EntryNode[],
  node: MapNode,
  reading: Reading,
): readonly EntryNode[] {
  if (!node.flow || unknown.length === 0) return unknown;
  const { text } = reading.file;
  const isPiece = ({ key, value }: EntryNode): boolean =>
    value.kind === "nothing" &&
    key.style === "plain" &&
    !/^\s*:/.test(text.slice(key.end, key.end + 100));
  const candidates = new Set(unknown);
  const pieces = new Set<EntryNode>();
  let whole: TextNode | undefined;
  let end = -1;
  const finish = (): void => {
    if (whole === undefined || end <= whole.end) return;
    reading.report(
      "yaml/flow-cut",
      { start: whole.start, end },
      { read: whole.value, quoted: quoteYaml(text.slice(whole.start, end)) },
    );
  };
  for (const entry of node.entries) {
    if (whole !== undefined && candidates.has(entry) && isPiece(entry)) {
      pieces.add(entry);
      end = entry.key.end;
      continue;
    }
    finish();
    const { value } = entry;
    whole = value.kind === "text" && value.style === "plain" ? value : undefined;
    end = -1;
  }
  finish();
  return unknown.filter((entry) => !pieces.has(entry));
}

/** The entries of a map whose keys are names that the author chooses; the first of equal keys counts. */
export function openNamed(node: MapNode, reading: Reading): readonly EntryNode[] {
  const first = new Map<string, EntryNode>();
  for (const entry of node.entries) {
    const other = first.get(entry.key.value);
    if (other === undefined) first.set(entry.key.value, entry);
    else reportDuplicate(entry, other, reading);
  }
  return [...first.values()];
}

function reportDuplicate(entry: EntryNode, first: EntryNode, reading: Reading): void {
  reading.report(
    "yaml/duplicate-key",
    entry.key,
    { key: entry.key.value },
    { related: [{ span: reading.span(first.key), text: "the first one" }] },
  );
}

export function asMap(entry: EntryNode, reading: Reading, wanted: string): MapNode | undefined {
  const { value } = entry;
  if (value.kind === "map") return value;
  reportKind(entry.key.value, value, wanted, reading);
  return undefined;
}

export function asList(entry: EntryNode, reading: Reading, wanted: string): ListNode | undefined {
  const { value } = entry;
  if (value.kind === "list") return value;
  reportKind(entry.key.value, value, wanted, reading);
  return undefined;
}

/** Says that a value is of another kind than `wanted`; nothing where the place has been reported. */
export function reportKind(key: string, node: YamlNode, wanted: string, reading: Reading): void {
  if (node.kind === "broken") return;
  if (node.kind === "nothing") reading.report("spec/no-value", node, { key, wanted });
  else reading.report("spec/wrong-kind", node, { key, wanted, found: kindOf(node) });
}

export function kindOf(node: YamlNode): string {
  switch (node.kind) {
    case "map":
      return "a map of keys";
    case "list":
      return "a list";
    case "text":
      return node.style === "plain" && node.value.length <= 40 ? `\`${node.value}\`` : "a text";
    case "nothing":
    case "broken":
      return "nothing";
  }
}

import type { Block, BodyPart } from "./block.js";

/**
 * How often each identifier stands in a body: not as a property or a key, nor in strings and comments.
 */
export function identifierCounts(parts: readonly BodyPart[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) {
    if (part.kind !== "blank" && part.kind !== "comment") countIdentifiers(part.text, counts, 1);
  }
  return counts;
}

/** Drops constants that nothing reads: what read them was proved not to be needed. */
export function dropUnused(block: Block): void {
  const counts = identifierCounts(block.parts);
  const dropped = new Set<BodyPart>();
  for (const part of block.parts.toReversed()) {
    if (part.kind !== "statement") continue;
    const name = /^const ([\w$]+)/.exec(part.text)?.[1];
    if (name === undefined || (counts.get(name) ?? 0) > 1) continue;
    dropped.add(part);
    countIdentifiers(part.text, counts, -1);
  }
  if (dropped.size > 0) block.retain((part) => !dropped.has(part));
}

const strings = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const declared = /^(const|let) ([\w$]+):/;
const identifiers = /(?<![\w$])(?<!(?<!\.\.)\.)[A-Za-z_$][\w$]*(?![\w$]|:)/g;

export function countIdentifiers(text: string, counts: Map<string, number>, by = 1): void {
  const code = text.replace(strings, '""').replace(declared, "$1 $2 ");
  for (const [name] of code.matchAll(identifiers)) counts.set(name, (counts.get(name) ?? 0) + by);
}

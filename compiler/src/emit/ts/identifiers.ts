import type { Block, BodyPart } from "../text/block.js";

/**
 * How often each identifier stands in a body: not as a property or a key, nor in strings and comments.
 */
export function identifierCounts(parts: readonly BodyPart[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) {
    for (const name of identifiersOf(part)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A body is counted again whenever something was dropped from it; its parts do not change. */
const known = new WeakMap<BodyPart, readonly string[]>();

function identifiersOf(part: BodyPart): readonly string[] {
  if (part.kind === "blank" || part.kind === "comment") return [];
  let names = known.get(part);
  if (names === undefined) {
    names = identifiersIn(part.text);
    known.set(part, names);
  }
  return names;
}

/**
 * Drops variables that nothing reads, with what only sets them: what read them was proved not to be needed.
 */
export function dropUnused(block: Block): void {
  let dropped: ReadonlySet<BodyPart>;
  do {
    dropped = new Set([...unusedParts(block.parts), ...emptyParts(block.parts)]);
    if (dropped.size > 0) block.retain((part) => !dropped.has(part));
  } while (dropped.size > 0);
}

function unusedParts(parts: readonly BodyPart[]): ReadonlySet<BodyPart> {
  const counts = identifierCounts(parts);
  const assigned = new Map<string, BodyPart[]>();
  for (const part of parts) {
    const name = part.kind === "statement" ? setting.exec(part.text)?.[1] : undefined;
    if (name !== undefined) assigned.set(name, [...(assigned.get(name) ?? []), part]);
  }
  const unused = [...assigned].filter(([name, places]) => counts.get(name) === places.length);
  return new Set(unused.flatMap(([, places]) => places));
}

/** `if` and `switch` with nothing in their blocks. */
function emptyParts(parts: readonly BodyPart[]): ReadonlySet<BodyPart> {
  const empty = new Set<BodyPart>();
  let open: BodyPart[] = [];
  for (const part of parts) {
    const isHollow =
      part.kind === "middle" ||
      part.kind === "label" ||
      (part.kind === "statement" && part.text === "break;");
    if (part.kind === "open") open = [part];
    else if (open.length > 0 && isHollow) open.push(part);
    else if (open.length > 0 && part.kind === "close") {
      for (const one of [...open, part]) empty.add(one);
      open = [];
    } else open = [];
  }
  return empty;
}

/** A declaration of a variable, or an assignment to one. */
const setting = /^(?:(?:const|let) )?([A-Za-z_$][\w$]*)(?: = |: [^=]+(?: = |;$))/;

const strings = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const declared = /^(const|let) ([\w$]+):/;
const identifiers = /(?<![\w$])(?<!(?<!\.\.)\.)[A-Za-z_$][\w$]*(?![\w$]|:)/g;

export function countIdentifiers(text: string, counts: Map<string, number>, by = 1): void {
  for (const name of identifiersIn(text)) counts.set(name, (counts.get(name) ?? 0) + by);
}

function identifiersIn(text: string): readonly string[] {
  const code = text.replace(strings, '""').replace(declared, "$1 $2 ");
  return code.match(identifiers) ?? [];
}

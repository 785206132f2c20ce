/** A stretch of the file that holds one entry: from its key to the key after it. */
export interface Chunk {
  readonly key: string;
  /** Of the line of the key; the key itself starts at `keyStart`. */
  readonly start: number;
  readonly keyStart: number;
  readonly end: number;
}

export interface Section extends Chunk {
  /** The entries of a block map under the key; undefined where something else stands there. */
  readonly children: readonly Chunk[] | undefined;
}

const keyLine = /^([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*:(?=[ \t\r]|$)/;
/** As `ratio(a, b):` under `functions`. */
const childLine = /^([A-Za-z_][A-Za-z0-9_.-]*(?:\([A-Za-z0-9_, ]*\))?)[ \t]*:(?=[ \t\r]|$)/;
const headerAlone = /^[A-Za-z_][A-Za-z0-9_.-]*:[ \t]*(?:#.*)?\r?$/;

interface Line {
  readonly start: number;
  readonly indent: number;
  readonly text: string;
}

/**
 * Splits a spec at the keys of the first column, and their block maps at the keys of their indentation;
 * undefined where the text is not surely of that shape. Whether a chunk is whole is for the YAML parser to say:
 * one that holds half of a quoted text or of a bracket does not parse.
 */
export function splitEntries(text: string): readonly Section[] | undefined {
  const sections: Section[] = [];
  let open: { chunk: Chunk; lines: Line[]; alone: boolean } | undefined;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  const finish = (end: number): void => {
    if (open === undefined) return;
    const chunk = { ...open.chunk, end };
    const children = open.alone ? splitChildren(open.lines, end) : undefined;
    sections.push({ ...chunk, children });
  };
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const next = newline === -1 ? text.length : newline + 1;
    const line = text.slice(at, newline === -1 ? text.length : newline);
    const indent = indentOf(line);
    const first = line.charAt(indent);
    const blank = first === "" || first === "\r" || first === "#";
    if (first === "\t") return undefined;
    if (!blank && indent === 0 && !isListItem(line)) {
      const key = keyLine.exec(line)?.[1];
      if (key === undefined) return undefined;
      finish(at);
      open = {
        chunk: { key, start: at, keyStart: at, end: at },
        lines: [],
        alone: headerAlone.test(line),
      };
    } else if (!blank) {
      if (open === undefined) return undefined;
      open.lines.push({ start: at, indent, text: line });
    }
    at = next;
  }
  finish(text.length);
  return sections.length === 0 ? undefined : sections;
}

function splitChildren(lines: readonly Line[], sectionEnd: number): readonly Chunk[] | undefined {
  const indent = lines[0]?.indent ?? 0;
  if (indent === 0) return undefined;
  const chunks: Chunk[] = [];
  for (const line of lines) {
    if (line.indent > indent) continue;
    if (line.indent < indent) return undefined;
    const text = line.text.slice(indent);
    if (isListItem(text) && chunks.length > 0) continue;
    const key = childLine.exec(text)?.[1];
    if (key === undefined) return undefined;
    const last = chunks.pop();
    if (last !== undefined) chunks.push({ ...last, end: line.start });
    chunks.push({ key, start: line.start, keyStart: line.start + indent, end: sectionEnd });
  }
  return chunks;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 0x20) indent++;
  return indent;
}

function isListItem(line: string): boolean {
  return /^-(?:[ \t\r]|$)/.test(line);
}

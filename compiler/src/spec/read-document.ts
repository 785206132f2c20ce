import { explainSyntax } from "./explain-syntax.js";
import type { Reading } from "./reading.js";
import { reportRefused } from "./report-refused.js";
import { readYaml } from "./read-yaml.js";
import { splitEntries } from "./split-entries.js";
import type { Chunk, Section } from "./split-entries.js";
import { isReadable } from "./text-checks.js";
import { blockMap, shiftEntry } from "./yaml-tree.js";
import type { EntryNode, MapNode, TextNode } from "./yaml-tree.js";

/** The entries of the last good reading by their text, each with the place where it stood. */
export type EntryCache = Map<string, { readonly start: number; readonly entry: EntryNode }>;

/** Beyond this share of new text, reading the whole file costs no more. */
const freshShare = 0.25;

/**
 * The top-level map of a file. With the cache of an earlier reading only the entries that changed are parsed.
 * Where an entry is not YAML, the others are still read, and the broken one is reported once.
 */
export function readDocument(reading: Reading, cache: EntryCache): MapNode | undefined {
  if (!isReadable(reading)) return undefined;
  const { text } = reading.file;
  const sections = splitEntries(text);
  if (sections !== undefined && cache.size > 0) {
    const tree = readChanged(text, sections, cache);
    if (tree !== undefined) return tree;
  }
  cache.clear();
  return readWhole(reading, sections, cache);
}

/** The map as its cached and newly read entries give it; undefined where any of the new ones is not clean. */
export function readChanged(
  text: string,
  sections: readonly Section[],
  cache: EntryCache,
): MapNode | undefined {
  const chunks = sections.flatMap((section) => section.children ?? [section]);
  let fresh = 0;
  for (const chunk of chunks) {
    if (!cache.has(text.slice(chunk.start, chunk.end))) fresh += chunk.end - chunk.start;
  }
  if (cache.size > 0 && fresh > text.length * freshShare) return undefined;
  const next: EntryCache = new Map();
  const entryOf = (chunk: Chunk): EntryNode | undefined => {
    const source = text.slice(chunk.start, chunk.end);
    const cached = cache.get(source);
    const entry =
      cached === undefined
        ? readChunk(source, chunk)
        : shiftEntry(cached.entry, chunk.start - cached.start);
    if (entry !== undefined) next.set(source, { start: chunk.start, entry });
    return entry;
  };
  const entries: EntryNode[] = [];
  for (const section of sections) {
    const entry = section.children === undefined ? entryOf(section) : sectionOf(section, entryOf);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  cache.clear();
  for (const [source, cached] of next) cache.set(source, cached);
  return blockMap(entries, 0);
}

function sectionOf(
  section: Section,
  entryOf: (chunk: Chunk) => EntryNode | undefined,
): EntryNode | undefined {
  const children: EntryNode[] = [];
  for (const chunk of section.children ?? []) {
    const entry = entryOf(chunk);
    if (entry === undefined) return undefined;
    children.push(entry);
  }
  return { key: keyNode(section), value: blockMap(children, section.keyStart) };
}

function keyNode(chunk: Chunk): TextNode {
  const end = chunk.keyStart + chunk.key.length;
  return { kind: "text", style: "plain", value: chunk.key, start: chunk.keyStart, end };
}

/** An entry of a section lies one map deeper than the section. */
function depthOf(chunk: Chunk): number {
  return chunk.keyStart === chunk.start ? 0 : 1;
}

/** The one entry of a chunk, at its place in the file; undefined where anything is wrong with it. */
function readChunk(source: string, chunk: Chunk): EntryNode | undefined {
  const { root, errors, refused } = readYaml(source, depthOf(chunk));
  if (errors.length > 0 || refused.length > 0 || root?.kind !== "map" || root.flow)
    return undefined;
  const entry = root.entries[0];
  if (entry === undefined || root.entries.length !== 1) return undefined;
  return shiftEntry(entry, chunk.start);
}

function readWhole(
  reading: Reading,
  sections: readonly Section[] | undefined,
  cache: EntryCache,
): MapNode | undefined {
  const { text } = reading.file;
  const directive = /^\ufeff?(?:[ \t]*(?:#[^\n]*)?\n)*(%[^\s][^\n]*)/.exec(text);
  if (directive?.[1] !== undefined) {
    const end = directive[0].trimEnd().length;
    reading.report("yaml/directive", { start: end - directive[1].trimEnd().length, end }, {});
  }
  const read = readYaml(text);
  const tooDeep =
    read.errors.find((error) => error.code === "RESOURCE_EXHAUSTION") ??
    read.refused.find((part) => part.kind === "too-deep");
  if (tooDeep !== undefined) {
    reading.report("yaml/too-deep", tooDeep, {});
    return undefined;
  }
  const fatal = [];
  for (const error of read.errors) {
    if (error.code === "MULTIPLE_DOCS") {
      reading.report(
        "yaml/several-documents",
        { start: error.start, end: lineEnd(text, error.start) },
        {},
      );
    } else if (error.code !== "BAD_DIRECTIVE") fatal.push(error);
  }
  if (fatal.length > 0) {
    const isolated = sections === undefined ? undefined : readIsolated(reading, sections);
    if (isolated !== undefined) return isolated;
    explainSyntax(reading, read, fatal, { start: 0, end: text.length }, 5);
    return undefined;
  }
  reportRefused(reading, read.refused, 0);
  const { root } = read;
  if (root === undefined) {
    reading.report("spec/empty", { start: 0, end: 0 }, {});
    return undefined;
  }
  if (root.kind !== "map") {
    if (root.kind === "text" && root.value.trim() === "")
      reading.report("spec/empty", { start: 0, end: 0 }, {});
    else if (root.kind !== "broken") reading.report("spec/not-a-map", root, { kind: root.kind });
    return undefined;
  }
  const clean = read.errors.length === 0 && read.refused.length === 0;
  if (clean && sections !== undefined) fillCache(text, root, sections, cache);
  return root;
}

function fillCache(
  text: string,
  root: MapNode,
  sections: readonly Section[],
  cache: EntryCache,
): void {
  const keep = (chunks: readonly Chunk[], entries: readonly EntryNode[]): boolean => {
    if (chunks.length !== entries.length) return false;
    for (const [i, chunk] of chunks.entries()) {
      const entry = entries[i];
      if (entry?.key.start !== chunk.keyStart || entry.value.end > chunk.end) return false;
      cache.set(text.slice(chunk.start, chunk.end), { start: chunk.start, entry });
    }
    return true;
  };
  const sound =
    sections.length === root.entries.length &&
    sections.every((section, i) => {
      const entry = root.entries[i];
      if (section.children === undefined || entry?.value.kind !== "map") {
        return entry !== undefined && keep([section], [entry]);
      }
      return entry.key.start === section.keyStart && keep(section.children, entry.value.entries);
    });
  if (!sound) cache.clear();
}

/** Reads each entry on its own; undefined where none is to blame. */
function readIsolated(reading: Reading, sections: readonly Section[]): MapNode | undefined {
  const { text } = reading.file;
  let blamed = false;
  const entryOf = (chunk: Chunk): EntryNode => {
    const source = text.slice(chunk.start, chunk.end);
    const read = readYaml(source, depthOf(chunk));
    const entry = read.root?.kind === "map" ? read.root.entries[0] : undefined;
    if (read.errors.length === 0 && entry !== undefined && read.root?.kind === "map") {
      reportRefused(reading, read.refused, chunk.start);
      if (read.root.entries.length === 1) return shiftEntry(entry, chunk.start);
    }
    if (read.errors.length > 0) {
      blamed = true;
      explainSyntax(reading, read, read.errors, chunk, 1);
    }
    const key = keyNode(chunk);
    return { key, value: { kind: "broken", start: key.start, end: key.end } };
  };
  const entries = sections.map((section): EntryNode => {
    if (section.children === undefined) return entryOf(section);
    return {
      key: keyNode(section),
      value: blockMap(section.children.map(entryOf), section.keyStart),
    };
  });
  return blamed ? blockMap(entries, 0) : undefined;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return text.slice(0, newline === -1 ? text.length : newline).trimEnd().length;
}

import { isAlias, isMap, isScalar, parseDocument } from "yaml";
import type { Document, ParsedNode, Scalar, YAMLError, YAMLMap } from "yaml";
import { blockMap } from "./yaml-tree.js";
import type { EntryNode, ScalarStyle, TextNode, YamlNode } from "./yaml-tree.js";

/** Deeper than any spec needs, and far from where a recursive reader runs out of stack. */
export const depthLimit = 32;

/** What the YAML parser itself complains of; offsets as in the text that it was given. */
export interface SyntaxError {
  readonly code: YAMLError["code"];
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** A construct of YAML that specs do without. */
export interface RefusedPart {
  readonly kind:
    "anchor" | "alias" | "merge-key" | "tag" | "complex-key" | "lone-surrogate" | "too-deep";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface YamlReading {
  /** Undefined where the text holds no data at all. */
  readonly root: YamlNode | undefined;
  readonly errors: readonly SyntaxError[];
  readonly refused: readonly RefusedPart[];
  readonly document: Document.Parsed;
}

/**
 * Reads one YAML document. All scalars stay text (the failsafe schema): what the core schema would make of
 * them depends on where they stand. Duplicate keys are found by the reader of the map, since the check of the
 * `yaml` package takes quadratic time. `depth` is that of the text in its file.
 */
export function readYaml(text: string, depth = 0): YamlReading {
  const document = parseDocument(text, {
    schema: "failsafe",
    version: "1.2",
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  const refused: RefusedPart[] = [];
  const converter = new Converter(text, refused);
  const root = document.contents === null ? undefined : converter.node(document.contents, depth);
  return {
    root,
    errors: [...document.errors, ...document.warnings]
      .filter((error) => error.code !== "TAG_RESOLVE_FAILED")
      .map(({ code, message, pos }) => ({ code, message, start: pos[0], end: pos[1] })),
    refused,
    document,
  };
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

class Converter {
  constructor(
    private readonly text: string,
    private readonly refused: RefusedPart[],
  ) {}

  node(node: ParsedNode, depth: number): YamlNode {
    const [start, end] = node.range;
    if (depth > depthLimit) return this.refuse("too-deep", start, start + 1);
    if (isAlias(node)) return this.refuse("alias", start, end);
    if (node.tag !== undefined) {
      const tag = this.tagBefore(start);
      const tagEnd = tag + (/^![^\s,[\]{}]*/.exec(this.text.slice(tag))?.[0] ?? "!").length;
      const isEmpty = isScalar(node) && node.source === "";
      return this.refuse("tag", tag, isEmpty ? tagEnd : Math.max(tagEnd, end));
    }
    if (node.anchor !== undefined) this.refuseAnchor(node.anchor, start);
    if (isScalar(node)) {
      const scalar = this.scalar(node);
      const broken = scalar.style === "double" && loneSurrogate.test(scalar.value);
      return broken ? this.refuse("lone-surrogate", start, end) : scalar;
    }
    if (isMap(node)) return this.map(node as YAMLMap.Parsed, depth);
    const items = node.items.map((item) =>
      isPairNode(item) ? this.refuse("complex-key", start, end) : this.node(item, depth + 1),
    );
    if (node.flow === true) return { kind: "list", flow: true, items, start, end };
    const last = items.at(-1);
    return { kind: "list", flow: false, items, start, end: last?.end ?? end };
  }

  private scalar(node: Scalar.Parsed): TextNode {
    const [start, end] = node.range;
    const style = styles[node.type ?? "PLAIN"] ?? "plain";
    const isBlock = style === "literal" || style === "folded";
    const textEnd = isBlock ? start + this.text.slice(start, end).trimEnd().length : end;
    return { kind: "text", style, value: String(node.value), start, end: textEnd };
  }

  private map(node: YAMLMap.Parsed, depth: number): YamlNode {
    const [start, end] = node.range;
    const entries: EntryNode[] = [];
    for (const { key, value } of node.items) {
      if (!isScalar(key) || (key.source === "" && key.type === "PLAIN")) {
        const at = key?.range ?? node.range;
        this.refuse("complex-key", at[0], Math.max(at[1], at[0] + 1));
        continue;
      }
      const read = this.node(key, depth + 1);
      if (read.kind !== "text") continue;
      if (read.value === "<<" && read.style === "plain") {
        this.refuse("merge-key", read.start, read.end);
        continue;
      }
      entries.push({ key: read, value: this.value(value, read, depth + 1) });
    }
    if (entries.length === 0 && node.items.length > 0) return { kind: "broken", start, end };
    return node.flow === true
      ? { kind: "map", flow: true, entries, start, end }
      : blockMap(entries, start);
  }

  private value(node: ParsedNode | null, key: TextNode, depth: number): YamlNode {
    const nothing =
      node === null ||
      (isScalar(node) && node.type === "PLAIN" && node.source === "" && node.tag === undefined);
    if (!nothing) return this.node(node, depth);
    if (node?.anchor !== undefined) this.refuseAnchor(node.anchor, node.range[0]);
    return { kind: "nothing", start: key.start, end: key.end };
  }

  private tagBefore(nodeStart: number): number {
    let at = Math.max(0, this.text.lastIndexOf("!", nodeStart - 1));
    while (at > 0 && !/[\s,[{]/.test(this.text.charAt(at - 1))) at--;
    return at;
  }

  private refuseAnchor(name: string, nodeStart: number): void {
    const at = this.text.lastIndexOf(`&${name}`, nodeStart);
    this.refuse("anchor", at, at + name.length + 1);
  }

  private refuse(kind: RefusedPart["kind"], start: number, end: number): YamlNode {
    this.refused.push({ kind, text: this.text.slice(start, end), start, end });
    return { kind: "broken", start, end };
  }
}

function isPairNode(item: unknown): boolean {
  return typeof item === "object" && item !== null && "key" in item;
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

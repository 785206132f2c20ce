import { internalError } from "../../../base/assert.js";

/** A piece of emitted SQL. Texts and names are held by what they stand for, without quotes. */
export type Token =
  | {
      readonly kind: "space" | "comment" | "word" | "number" | "symbol";
      readonly text: string;
    }
  | { readonly kind: "string" | "name"; readonly value: string };

/** Tokens, with what stands in brackets together. */
export type SqlNode = Token | Group | CallNode;

export interface Group {
  readonly kind: "group";
  readonly open: string;
  readonly close: string;
  readonly nodes: readonly SqlNode[];
}

/** A word with arguments behind it. */
export interface CallNode {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly (readonly SqlNode[])[];
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

const pattern =
  /(?<space>\s+)|(?<comment>--[^\n]*)|'(?<string>(?:[^']|'')*)'|"(?<name>(?:[^"]|"")*)"|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>[0-9]+(?:[.][0-9]+)?(?:e[+-]?[0-9]+)?)|(?<symbol>->|\/\/|<=|>=|<>|<<|>>|\|\||[^])/gu;

function tokensOf(sql: string): readonly Token[] {
  return [...sql.matchAll(pattern)].map(({ groups = {} }): Token => {
    const { string, name } = groups;
    if (string !== undefined) return { kind: "string", value: string.replaceAll("''", "'") };
    if (name !== undefined) return { kind: "name", value: name.replaceAll('""', '"') };
    for (const kind of ["space", "comment", "word", "number", "symbol"] as const) {
      const text = groups[kind];
      if (text !== undefined) return { kind, text };
    }
    return internalError("a piece of SQL that is no token");
  });
}

/** Emitted SQL as a tree. */
export function parseSql(sql: string): readonly SqlNode[] {
  const tokens = tokensOf(sql);
  let next = 0;
  const isSymbol = (token: Token | undefined, text: string): boolean =>
    token?.kind === "symbol" && token.text === text;
  const nodesUntil = (close: string | undefined): readonly SqlNode[] => {
    const nodes: SqlNode[] = [];
    for (;;) {
      const token = tokens[next];
      if (token === undefined) {
        if (close !== undefined) internalError(`SQL without its ${close}`);
        return nodes;
      }
      next += 1;
      if (close !== undefined && isSymbol(token, close)) return nodes;
      nodes.push(nodeFrom(token));
    }
  };
  const nodeFrom = (token: Token): SqlNode => {
    if (token.kind === "word" && isSymbol(tokens[next], "(")) {
      next += 1;
      return { kind: "call", name: token.text, args: argumentsOf(nodesUntil(")")) };
    }
    const close = token.kind === "symbol" ? closing[token.text] : undefined;
    if (token.kind !== "symbol" || close === undefined) return token;
    return { kind: "group", open: token.text, close, nodes: nodesUntil(close) };
  };
  return nodesUntil(undefined);
}

function argumentsOf(nodes: readonly SqlNode[]): readonly (readonly SqlNode[])[] {
  const args: SqlNode[][] = [[]];
  for (const node of nodes) {
    if (node.kind === "symbol" && node.text === ",") args.push([]);
    else args.at(-1)?.push(node);
  }
  return args.map(trimmed);
}

/** Without space around it. */
export function trimmed(nodes: readonly SqlNode[]): SqlNode[] {
  const isSpace = (node: SqlNode | undefined): boolean => node?.kind === "space";
  let [first, end] = [0, nodes.length];
  while (first < end && isSpace(nodes[first])) first += 1;
  while (end > first && isSpace(nodes[end - 1])) end -= 1;
  return nodes.slice(first, end);
}

import { internalError } from "../../../base/assert.js";
import { parseSql, trimmed } from "./tokens.js";
import type { CallNode, SqlNode } from "./tokens.js";

/** A function of the emitted SQL, as the text that stands for a call of it. */
export interface Definition {
  readonly parameters: readonly string[];
  readonly body: string;
}

export interface Definitions {
  /** Functions of featc: their bodies call functions of both kinds. */
  readonly macros: (name: string) => Definition | undefined;
  /** What Spark writes otherwise. Bodies are Spark's own SQL. */
  readonly functions: (name: string) => Definition | undefined;
  /** A name that no column has. */
  readonly fresh: () => string;
}

type Nodes = readonly SqlNode[];

interface Body {
  readonly parameters: readonly string[];
  readonly nodes: Nodes;
}

/**
 * Writes out every call of a function that Spark does not have. Functions of a session would be shorter, but Spark
 * refuses them inside lambdas.
 */
export class CallExpander {
  readonly #definitions: Definitions;
  readonly #bodies = new Map<string, Body | undefined>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  expand(nodes: Nodes): Nodes {
    return divided(nodes.flatMap((node) => this.#expandNode(node)));
  }

  #expandNode(node: SqlNode): Nodes {
    switch (node.kind) {
      case "group":
        return [{ ...node, nodes: this.expand(node.nodes) }];
      case "call": {
        const args = node.args.map((arg) => this.expand(arg));
        if (node.name === "chr") return [characterOf(args)];
        const body = this.#bodyOf(node.name);
        return body === undefined ? [{ ...node, args }] : this.#write(node, body, args);
      }
      default:
        return [node];
    }
  }

  #bodyOf(name: string): Body | undefined {
    if (this.#bodies.has(name)) return this.#bodies.get(name);
    const own = this.#definitions.functions(name);
    const macro = this.#definitions.macros(name);
    const body =
      own !== undefined
        ? { parameters: own.parameters, nodes: parseSql(own.body) }
        : macro === undefined
          ? undefined
          : { parameters: macro.parameters, nodes: this.expand(parseSql(macro.body)) };
    this.#bodies.set(name, body);
    return body;
  }

  /** The body with arguments for parameters; one that costs something and is read twice is computed once. */
  #write({ name }: CallNode, { parameters, nodes }: Body, args: readonly Nodes[]): Nodes {
    if (parameters.length !== args.length) internalError(`${name} with ${args.length} arguments`);
    let result = trimmed(this.#renamed(nodes));
    const bound: { readonly name: string; readonly value: Nodes }[] = [];
    const values = new Map(
      parameters.map((parameter, i) => {
        const value = args[i] ?? [];
        if (isPlain(value) || countOf(result, parameter) < 2) return [parameter, operand(value)];
        const variable = this.#definitions.fresh();
        bound.push({ name: variable, value });
        return [parameter, [{ kind: "word", text: variable } as const]];
      }),
    );
    result = [...operand(substituted(result, values))];
    return bound.reduceRight<Nodes>((inner, { name: variable, value }) => {
      const list: CallNode = { kind: "call", name: "array", args: [value] };
      const lambda: Nodes = [{ kind: "word", text: `${variable} -> ` }, ...inner];
      const only: Nodes = [{ kind: "number", text: "0" }];
      return [
        { kind: "call", name: "transform", args: [[list], lambda] },
        { kind: "group", open: "[", close: "]", nodes: only },
      ];
    }, result);
  }

  /** Names of lambdas are made anew, so that no argument has one of them. */
  #renamed(nodes: Nodes): Nodes {
    const names = new Map<string, Nodes>();
    for (const name of boundNames(nodes)) {
      names.set(name, [{ kind: "word", text: this.#definitions.fresh() }]);
    }
    return names.size === 0 ? nodes : substituted(nodes, names);
  }
}

function characterOf(args: readonly Nodes[]): SqlNode {
  const [point] = args[0] ?? [];
  if (point?.kind !== "number") internalError("chr of what is no constant");
  return { kind: "string", value: String.fromCodePoint(Number(point.text)) };
}

function boundNames(nodes: Nodes, found = new Set<string>()): ReadonlySet<string> {
  const dense = nodes.filter(({ kind }) => kind !== "space");
  dense.forEach((node, i) => {
    if (node.kind === "call") node.args.forEach((arg) => boundNames(arg, found));
    if (node.kind === "group") boundNames(node.nodes, found);
    const next = dense[i + 1];
    if (next?.kind !== "symbol" || next.text !== "->") return;
    const names = node.kind === "group" ? node.nodes : [node];
    for (const name of names) if (name.kind === "word") found.add(name.text);
  });
  return found;
}

/** Words that stand for something, but for names of fields behind a dot. */
function substituted(nodes: Nodes, values: ReadonlyMap<string, Nodes>): Nodes {
  return nodes.flatMap((node, i): Nodes => {
    switch (node.kind) {
      case "call":
        return [{ ...node, args: node.args.map((arg) => substituted(arg, values)) }];
      case "group":
        return [{ ...node, nodes: substituted(node.nodes, values) }];
      case "word":
        return isField(nodes, i) ? [node] : (values.get(node.text) ?? [node]);
      default:
        return [node];
    }
  });
}

function countOf(nodes: Nodes, word: string): number {
  let count = 0;
  nodes.forEach((node, i) => {
    if (node.kind === "call") for (const arg of node.args) count += countOf(arg, word);
    if (node.kind === "group") count += countOf(node.nodes, word);
    if (node.kind === "word" && node.text === word && !isField(nodes, i)) count += 1;
  });
  return count;
}

function isField(nodes: Nodes, i: number): boolean {
  const before = nodes[i - 1];
  return before?.kind === "symbol" && before.text === ".";
}

/** A name, a field of one, or a constant: costs nothing where it is written twice. */
function isPlain(nodes: Nodes): boolean {
  return nodes.every(
    ({ kind }, i) =>
      (i % 2 === 0 &&
        (kind === "word" || kind === "name" || kind === "number" || kind === "string")) ||
      (i % 2 === 1 && isDot(nodes[i])),
  );
}

const isDot = (node: SqlNode | undefined): boolean => node?.kind === "symbol" && node.text === ".";

function operand(nodes: Nodes): Nodes {
  const inner = trimmed(nodes);
  return inner.length <= 1 || isPlain(inner)
    ? inner
    : [{ kind: "group", open: "(", close: ")", nodes: inner }];
}

/** Spark fails where a divisor is 0; by NULL the quotient is NULL. */
function divided(nodes: Nodes): Nodes {
  const result: SqlNode[] = [];
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i];
    if (node === undefined) break;
    result.push(node);
    if (node.kind !== "symbol" || node.text !== "/") continue;
    if (nodes[i + 1]?.kind === "space") {
      result.push({ kind: "space", text: " " });
      i += 1;
    }
    const end = primaryEnd(nodes, i + 1);
    const divisor = nodes.slice(i + 1, end);
    const [only] = divisor;
    const isConstant =
      divisor.length === 1 && only?.kind === "number" && Number.parseFloat(only.text) !== 0;
    const zero: Nodes = [{ kind: "number", text: "0e0" }];
    if (isConstant) result.push(...divisor);
    else result.push({ kind: "call", name: "nullif", args: [divisor, zero] });
    i = end - 1;
  }
  return result;
}

/** Behind one operand: every operand of the emitted SQL is an atom, with fields and positions behind it. */
function primaryEnd(nodes: Nodes, start: number): number {
  const first = nodes[start];
  if (first === undefined) internalError("SQL without an operand");
  let end = start + 1;
  if (first.kind === "word" && first.text === "CASE") {
    for (let depth = 1; depth > 0; end += 1) {
      const node = nodes[end] ?? internalError("CASE without END");
      if (node.kind === "word" && node.text === "CASE") depth += 1;
      if (node.kind === "word" && node.text === "END") depth -= 1;
    }
  }
  for (;;) {
    const next = nodes[end];
    if (next?.kind === "group" && next.open === "[") end += 1;
    else if (isDot(next)) end += 2;
    else return end;
  }
}

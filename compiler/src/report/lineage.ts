import { walk } from "../ir/children.js";
import { formulasOf } from "../ir/dependencies.js";
import type { Expr } from "../ir/nodes.js";
import type { Program, Step } from "../ir/program.js";

export type NodeKind =
  | "field"
  | "events"
  | "table"
  | "moment"
  | "constant"
  | "let"
  | "feature"
  | "indicator"
  | "policy"
  | "output"
  | "matrix";

export interface LineageNode {
  readonly kind: NodeKind;
  readonly name: string;
}

/** Who reads whom, over a whole spec. Nodes are named by `keyOfNode`. */
export interface Lineage {
  readonly nodes: ReadonlyMap<string, LineageNode>;
  /** What a node reads itself, in order of first use. */
  readonly reads: ReadonlyMap<string, readonly string[]>;
  readonly readBy: ReadonlyMap<string, readonly string[]>;
}

export function keyOfNode({ kind, name }: LineageNode): string {
  return `${kind} ${name}`;
}

export function lineageOf(program: Program): Lineage {
  const nodes = new Map<string, LineageNode>();
  const reads = new Map<string, readonly string[]>();
  const readBy = new Map<string, string[]>();
  const steps = new Map(program.steps.map((step) => [step.name, step]));
  const add = (
    node: LineageNode,
    formulas: readonly Expr[],
    more: readonly LineageNode[],
  ): void => {
    const sources = [...formulas.flatMap((formula) => sourcesOf(formula, steps)), ...more];
    for (const one of [node, ...sources]) nodes.set(keyOfNode(one), one);
    const keys = [...new Set(sources.map(keyOfNode))];
    reads.set(keyOfNode(node), keys);
    for (const key of keys) readBy.set(key, [...(readBy.get(key) ?? []), keyOfNode(node)]);
  };
  for (const step of [...program.steps, ...program.policy]) {
    const told = step.indicatorOf === null ? undefined : steps.get(step.indicatorOf);
    const formulas = told === undefined ? formulasOf(step) : [];
    add(nodeOfStep(step), formulas, told === undefined ? [] : [nodeOfStep(told)]);
  }
  for (const matrix of program.matrices) {
    const columns = matrix.columns.map(({ formula }) => formula);
    add({ kind: "matrix", name: matrix.name }, columns, []);
  }
  return { nodes, reads, readBy };
}

export function nodeOfStep({ role, name }: Step): LineageNode {
  return { kind: role, name };
}

/** All that a node is made from, and itself. */
export function ancestorsOf(key: string, { reads }: Lineage): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: string): void => {
    if (found.has(one)) return;
    found.add(one);
    reads.get(one)?.forEach(visit);
  };
  visit(key);
  return found;
}

/** How many readings away from the sources each node lies: sources 0, what reads only them 1. */
export function layersOf(
  keys: ReadonlySet<string>,
  { reads }: Lineage,
): readonly (readonly string[])[] {
  const depths = new Map<string, number>();
  const depthOf = (key: string): number => {
    const known = depths.get(key);
    if (known !== undefined) return known;
    const below = (reads.get(key) ?? []).filter((one) => keys.has(one)).map(depthOf);
    const depth = below.length === 0 ? 0 : 1 + Math.max(...below);
    depths.set(key, depth);
    return depth;
  };
  const layers: string[][] = [];
  for (const key of keys) {
    const depth = depthOf(key);
    (layers[depth] ??= []).push(key);
  }
  return layers;
}

function sourcesOf(formula: Expr, steps: ReadonlyMap<string, Step>): readonly LineageNode[] {
  const found: LineageNode[] = [];
  walk(formula, (node) => {
    if (node.kind === "FieldRef") found.push({ kind: "field", name: node.path[0] ?? "" });
    if (node.kind === "AsOf") found.push({ kind: "moment", name: "as_of" });
    if (node.kind === "TableRef") found.push({ kind: "table", name: node.table });
    if (node.kind === "OutputRef") found.push({ kind: "output", name: node.name });
    if (node.kind === "Aggregate" && node.collection.kind === "events") {
      found.push({ kind: "events", name: node.collection.source.name });
    }
    if (node.kind === "Literal" && node.fit !== undefined) {
      found.push({ kind: "constant", name: `fit.${node.fit}` });
    }
    if (node.kind === "FeatureRef") {
      const step = steps.get(node.name);
      if (step !== undefined) found.push(nodeOfStep(step));
    }
  });
  return found;
}

import { childrenOf, elementParts, rowParts, walk } from "../../../ir/children.js";
import { formulasOf } from "../../../ir/dependencies.js";
import type { Facts } from "../../../ir/facts.js";
import type { Aggregate, Expr } from "../../../ir/nodes.js";
import type { EventSource, Program, Step } from "../../../ir/program.js";
import { structuralKey } from "../../../ir/structural-key.js";
import { contractAt } from "../../../analyse/field-fact.js";
import { isNumeric } from "../../../types/type.js";

/** An aggregate over events that is computed in front of the steps that read it. */
export interface Slot {
  readonly expr: Aggregate;
  readonly source: EventSource;
  /** The step that reads it first: it is named after that. */
  readonly step: Step;
  /** 1 where it reads steps without aggregates at most, and so on. */
  readonly depth: number;
}

/** Which aggregates share a pass, and the steps in an order in which each pass comes before its readers. */
export interface Schedule {
  readonly steps: readonly Step[];
  readonly depthOf: (step: Step) => number;
  /** Of each aggregate that is computed in a pass, also where several are the same. */
  readonly slots: ReadonlyMap<Expr, Slot>;
}

interface Found {
  readonly expr: Aggregate;
  readonly step: Step;
  /** It stands behind a condition, so that the facts about it may hold there alone. */
  readonly isConditional: boolean;
}

/** Steps in order of depth, else as they were. */
export function schedule(steps: readonly Step[], program: Program, facts: Facts): Schedule {
  const isWithoutEvents = program.events.length === 0;
  if (isWithoutEvents) return { steps, depthOf: () => 0, slots: new Map() };
  const depths = new Map<string, number>();
  const slots = new Map<Expr, Slot>();
  const shared = new Map<string, Slot>();
  const depthOfName = (name: string): number => depths.get(name) ?? 0;
  for (const step of steps) {
    const found = formulasOf(step).flatMap((formula) => aggregatesIn(formula, step, false));
    let depth = step.indicatorOf === null ? 0 : depthOfName(step.indicatorOf);
    for (const formula of formulasOf(step)) {
      walk(formula, (expr) => {
        if (expr.kind === "FeatureRef") depth = Math.max(depth, depthOfName(expr.name));
      });
    }
    // An unconditional one has facts that hold everywhere: others that are the same can use it.
    for (const one of found.toSorted((a, b) => Number(a.isConditional) - Number(b.isConditional))) {
      const slot = slotOf(one, shared, depthOfName, program, facts);
      if (slot === undefined) continue;
      slots.set(one.expr, slot);
      depth = Math.max(depth, slot.depth);
    }
    depths.set(step.name, depth);
  }
  const depthOf = (step: Step): number => depthOfName(step.name);
  return { steps: steps.toSorted((a, b) => depthOf(a) - depthOf(b)), depthOf, slots };
}

function slotOf(
  { expr, step, isConditional }: Found,
  shared: Map<string, Slot>,
  depthOf: (step: string) => number,
  program: Program,
  facts: Facts,
): Slot | undefined {
  if (expr.collection.kind !== "events" || readsLocals(expr)) return undefined;
  const key = structuralKey(expr);
  const same = shared.get(key);
  if (same !== undefined) return same;
  if (isConditional && !holdsAnywhere(expr, program, facts)) return undefined;
  const slot: Slot = {
    expr,
    source: expr.collection.source,
    step,
    depth: 1 + Math.max(0, ...stepsReadBy(expr).map(depthOf)),
  };
  if (!isConditional) shared.set(key, slot);
  return slot;
}

/** Bound around it: there is a value only where it stands. */
function readsLocals(expr: Aggregate): boolean {
  const bound = new Set<number>();
  const read = new Set<number>();
  walk(expr, (node) => {
    if (node.kind === "Let") bound.add(node.id);
    if (node.kind === "LocalRef") read.add(node.id);
  });
  return [...read].some((id) => !bound.has(id)) || rowParts(expr.collection).some(hasAggregate);
}

function hasAggregate(expr: Expr): boolean {
  return expr.kind === "Aggregate" || childrenOf(expr).some(hasAggregate);
}

function stepsReadBy(expr: Expr): readonly string[] {
  const names: string[] = [];
  walk(expr, (node) => {
    if (node.kind === "FeatureRef") names.push(node.name);
  });
  return names;
}

/**
 * Code that is written for a place behind a condition may run in front of it only where it cannot fail there:
 * where it reads numbers and bools of the row that are always there, the worst is a number that nobody reads.
 */
function holdsAnywhere(expr: Aggregate, program: Program, facts: Facts): boolean {
  let holds = true;
  const check = (node: Expr): void => {
    if (node.kind === "TableRef") holds = false;
    if (node.kind === "FieldRef") {
      const isThere = node.path.every(
        (_, i) => contractAt(program.input, node.path.slice(0, i + 1))?.mayBeMissing === false,
      );
      holds &&= isThere && (isNumeric(node.type) || node.type.kind === "bool");
    }
    if (node.kind === "FeatureRef") {
      const { missing } = facts.step(node.name).final;
      holds &&= !missing && (isNumeric(node.type) || node.type.kind === "bool");
    }
  };
  for (const part of [...rowParts(expr.collection), ...elementParts(expr)]) walk(part, check);
  return holds;
}

function aggregatesIn(expr: Expr, step: Step, isConditional: boolean): readonly Found[] {
  const inside = (child: Expr, conditional = isConditional): readonly Found[] =>
    aggregatesIn(child, step, conditional);
  switch (expr.kind) {
    case "Aggregate": {
      const below = rowParts(expr.collection).flatMap((part) => inside(part));
      return [...below, { expr, step, isConditional }];
    }
    case "Case":
      return [
        ...expr.arms.flatMap(({ condition, value }, i) => [
          ...inside(condition, isConditional || i > 0),
          ...inside(value, true),
        ]),
        ...inside(expr.otherwise, true),
      ];
    case "Coalesce":
    case "Logic":
      return [...inside(expr.left), ...inside(expr.right, true)];
    default:
      return childrenOf(expr).flatMap((child) => inside(child));
  }
}

import { walk } from "./children.js";
import type { Aggregate, Expr } from "./nodes.js";
import type { Program, Step } from "./program.js";

/** What a formula reads, through the steps that it names. */
export interface Dependencies {
  /** Top-level input fields, in order of first use. */
  readonly fields: readonly string[];
  /** Lets and features, in dependency order. */
  readonly steps: readonly Step[];
  readonly usesAsOf: boolean;
  /** Fields of event sources that are read, by source, in order of first use; none where events are counted. */
  readonly events: ReadonlyMap<string, readonly string[]>;
  /** Fields of tables that are read, by table. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

interface StepIndex {
  readonly byName: ReadonlyMap<string, Step>;
  readonly position: ReadonlyMap<Step, number>;
}

/** Asked for once per feature: without an index a spec of n features would cost n². */
const indexes = new WeakMap<readonly Step[], StepIndex>();

function indexOf(steps: readonly Step[]): StepIndex {
  let index = indexes.get(steps);
  if (index === undefined) {
    index = {
      byName: new Map(steps.map((step) => [step.name, step])),
      position: new Map(steps.map((step, i) => [step, i])),
    };
    indexes.set(steps, index);
  }
  return index;
}

export function dependenciesOf(program: Program, formulas: readonly Expr[]): Dependencies {
  const { byName } = indexOf(program.steps);
  const fields = new Set<string>();
  const steps = new Set<Step>();
  const events = new Map<string, Set<string>>();
  const tables = new Map<string, Set<string>>();
  let usesAsOf = false;
  const visit = (expr: Expr): void => {
    walk(expr, (node) => {
      if (node.kind === "FieldRef" && node.path[0] !== undefined) fields.add(node.path[0]);
      if (node.kind === "AsOf") usesAsOf = true;
      if (node.kind === "TableRef") noteField(tables, node.table, node.path);
      if (node.kind === "Aggregate") noteEvents(node, events);
      if (node.kind === "FeatureRef") addStep(byName.get(node.name));
    });
  };
  const addStep = (step: Step | undefined): void => {
    if (step === undefined || steps.has(step)) return;
    if (step.indicatorOf !== null) addStep(byName.get(step.indicatorOf));
    visit(step.formula);
    if (step.impute !== null) visit(step.impute);
    steps.add(step);
  };
  for (const formula of formulas) visit(formula);
  return {
    fields: [...fields],
    steps: inDependencyOrder(program, steps),
    usesAsOf,
    events: listed(events),
    tables: listed(tables),
  };
}

function noteEvents(
  { collection, where, element }: Aggregate,
  events: Map<string, Set<string>>,
): void {
  if (collection.kind !== "events") return;
  const { name } = collection.source;
  noteField(events, name, []);
  for (const part of [where, element]) {
    if (part === null) continue;
    walk(part, (node) => {
      if (node.kind === "ElementRef") noteField(events, name, node.path);
    });
  }
}

function noteField(
  fields: Map<string, Set<string>>,
  source: string,
  path: readonly string[],
): void {
  const known = fields.get(source) ?? new Set();
  if (path.length > 0) known.add(path.join("."));
  fields.set(source, known);
}

function listed(
  fields: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly string[]> {
  return new Map([...fields].map(([name, read]) => [name, [...read]]));
}

/** Steps of a program in dependency order, each once. */
export function inDependencyOrder(program: Program, steps: Iterable<Step>): readonly Step[] {
  const { position } = indexOf(program.steps);
  return [...new Set(steps)].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
}

/** The let, feature or indicator of this name. */
export function stepNamed(program: Program, name: string): Step | undefined {
  return indexOf(program.steps).byName.get(name);
}

/** The formulas of a step: what its value depends on. */
export function formulasOf(step: Step): readonly Expr[] {
  return step.impute === null ? [step.formula] : [step.formula, step.impute];
}

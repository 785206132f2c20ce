import type { ExampleField } from "../diagnostics/diagnostic.js";
import { build } from "../ir/build.js";
import { readsElement, walk } from "../ir/children.js";
import type { Case, Expr, Let } from "../ir/nodes.js";
import type { Step } from "../ir/program.js";
import type { CheckContext } from "./context.js";
import { exampleFor } from "./example-for.js";

/** A `match` or `if`, and the bindings around it, from the outermost on: its subject is one of them. */
export interface CaseSite {
  readonly expr: Case;
  readonly bindings: readonly Let[];
}

/** Every `match` and `if` of a formula, outermost first. */
export function caseSites(formula: Expr): readonly CaseSite[] {
  const bindings = new Map<number, Let>();
  const cases: Case[] = [];
  walk(formula, (expr) => {
    if (expr.kind === "Let") bindings.set(expr.id, expr);
    if (expr.kind === "Case") cases.push(expr);
  });
  return cases.map((expr) => ({ expr, bindings: readBy(expr, bindings) }));
}

/** Bindings that an expression reads, also through others; those read first stand first. */
function readBy(expr: Expr, all: ReadonlyMap<number, Let>): readonly Let[] {
  const found: Let[] = [];
  const visit = (node: Expr): void => {
    const binding = node.kind === "LocalRef" ? all.get(node.id) : undefined;
    if (binding === undefined || found.includes(binding)) return;
    walk(binding.value, visit);
    found.push(binding);
  };
  walk(expr, visit);
  return found;
}

/** A row for which the condition comes out so; empty where none was found. */
export function exampleWhere(
  condition: Expr,
  outcome: boolean | null,
  { bindings }: CaseSite,
  context: CheckContext,
): readonly ExampleField[] {
  const probe = conditionStep(bindings.reduceRight(bound, condition));
  // A part of an aggregate has no value of its own in a row.
  if (readsElement(probe.formula)) return [];
  return exampleFor(probe, context, ({ result }) => result.steps.get(probe.name) === outcome);
}

/** A row that no arm takes. */
export function exampleOfGap(site: CaseSite, context: CheckContext): readonly ExampleField[] {
  const { expr } = site;
  const taken = build.literal(true, { kind: "bool" }, expr.span);
  const arms = expr.arms.map((arm) => ({ ...arm, value: taken }));
  const otherwise = build.literal(false, { kind: "bool" }, expr.span);
  return exampleWhere({ ...expr, type: taken.type, arms, otherwise }, false, site, context);
}

function bound(body: Expr, { id, name, value, span }: Let): Expr {
  return build.let(id, name, value, body, span);
}

/** The condition as a step of its own, so that the interpreter can be asked for it. */
function conditionStep(condition: Expr): Step {
  return {
    name: "(condition)",
    role: "let",
    type: condition.type,
    optional: true,
    tags: [],
    formula: condition,
    text: "",
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
    nameSpan: condition.span,
    span: condition.span,
  };
}

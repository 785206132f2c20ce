import { aggregateNamed } from "../functions/aggregates/aggregate.table.js";
import type { AggregateName } from "../functions/aggregates/aggregate.table.js";
import type { AggregateDefinition } from "../functions/aggregates/definition.js";
import type { ArgumentAst, CallAst } from "../formula/ast.js";
import { walk } from "../ir/children.js";
import { build } from "../ir/build.js";
import type { Aggregate, Collection, Expr } from "../ir/nodes.js";
import { intType, numberType, printType } from "../types/type.js";
import type { Constant } from "../types/value.js";
import { coerce } from "./coerce.js";
import type { LowerContext } from "./context.js";
import { ElementScope } from "./element-scope.js";
import { lowerArgument } from "./lower-argument.js";
import { constantOf } from "./lower-constant.js";
import { lowerCondition, lowerFormula } from "./lower-formula.js";
import { lowerWindow, windowLength } from "./lower-window.js";
import { placeArguments, printSignature } from "./place-arguments.js";

/** `sum(payments.amount where payments.late within 90d)`. */
export function lowerAggregate(fn: AggregateName, ast: CallAst, context: LowerContext): Expr {
  const around = context.element;
  const expr = lowerByItself(fn, ast, { ...context, element: null });
  if (around === null || expr.kind === "Invalid") return expr;
  // Inside another aggregate it is a value of the row, computed once.
  if (readsFromInside(expr, around)) {
    context.collector.report("aggregate/nested", ast.span, {
      inner: fn,
      outer: around.aggregate,
    });
    return build.invalid(ast.span);
  }
  const id = context.nextLocal();
  around.outside.push({ id, name: fn, value: expr });
  return build.localRef(id, fn, expr.type, ast.span);
}

/** A local that is bound around the inner aggregate, inside the outer one. */
function readsFromInside(expr: Expr, around: ElementScope): boolean {
  const bound = new Set<number>();
  const read = new Set<number>();
  walk(expr, (node) => {
    if (node.kind === "Let") bound.add(node.id);
    if (node.kind === "LocalRef") read.add(node.id);
  });
  return [...read].some((id) => !bound.has(id) && around.isInside(id));
}

function lowerByItself(fn: AggregateName, ast: CallAst, context: LowerContext): Expr {
  const definition = aggregateNamed(fn);
  const signature = signatureOf(fn);
  const [first, ...rest] = ast.args;
  if (first === undefined || first.name !== undefined) {
    context.collector.report("type/argument-count", ast.span, { signature, given: 0 });
    return build.invalid(ast.span);
  }
  const scope = new ElementScope(fn);
  const inside: LowerContext = { ...context, element: scope };
  const named = lowerFormula(first.value, inside);
  if (named.kind === "Invalid") return named;
  const element = elementOf(fn, definition, named, scope, context);
  const { selection } = ast;
  const where =
    selection?.where === undefined ? null : lowerCondition(selection.where, "`where`", inside);
  const args = lowerConstants(signature, definition, rest, ast, context);
  const collection = collectionOf(fn, definition, ast, scope, context);
  const latest = latestOf(ast, context);
  const isBroken =
    element?.kind === "Invalid" ||
    where?.kind === "Invalid" ||
    args === undefined ||
    collection === undefined ||
    latest === undefined;
  if (isBroken) return build.invalid(ast.span);
  const constants = fn === "rate" ? periods(args, collection, ast, context) : args;
  if (constants === undefined) return build.invalid(ast.span);
  const aggregate = build.aggregate(
    {
      fn,
      collection,
      element,
      args: constants,
      where,
      latest,
      skipMissing: selection?.skipMissing ?? false,
    },
    definition.result(element?.type ?? intType),
    ast.span,
  );
  return scope.outside.reduceRight<Expr>(
    (inner, { id, name, value }) => build.let(id, name, value, inner, ast.span),
    aggregate,
  );
}

export function signatureOf(fn: AggregateName): string {
  const { element, params, over } = aggregateNamed(fn);
  const elements = over.includes("events") ? "events" : "list";
  const first = { name: element === null ? elements : "x", type: "number" as const };
  return printSignature(fn, [first, ...params]);
}

/** Null where the elements themselves are counted. */
function elementOf(
  fn: AggregateName,
  { element: rule }: AggregateDefinition,
  named: Expr,
  scope: ElementScope,
  context: LowerContext,
): Expr | null {
  const isWhole = named.kind === "ElementRef" && named.path.length === 0;
  if (rule === null) {
    // A list of values that may be missing has elements all the same.
    if (isWhole && named.type.kind === "record") return null;
    if (fn === "count" || fn === "exists") return named;
    return scope.collection?.kind === "events"
      ? report("aggregate/element", { wanted: `the events alone` })
      : named;
  }
  if (rule.admits(named.type)) return rule.asNumber ? coerce(named, numberType) : named;
  return report("aggregate/element", { wanted: rule.wanted });

  function report(code: "aggregate/element", { wanted }: { wanted: string }): Expr {
    const fields = named.type.kind === "record" ? [...named.type.fields] : [];
    const fit = fields.find(([, { type }]) => rule?.admits(type) === true) ?? fields[0];
    context.collector.report(code, named.span, {
      aggregate: fn,
      wanted,
      actual: printType(named.type),
      field: fit === undefined ? undefined : `${textOf(named)}.${fit[0]}`,
    });
    return build.invalid(named.span);
  }
}

function textOf({ span: { file, start, end } }: Expr): string {
  return file.text.slice(start, end);
}

function lowerConstants(
  signature: string,
  { params, checkConstants }: AggregateDefinition,
  rest: readonly ArgumentAst[],
  ast: CallAst,
  context: LowerContext,
): readonly Constant[] | undefined {
  const placed = placeArguments(signature, params, { ...ast, args: rest }, context);
  if (placed === undefined) return undefined;
  const literals = placed.map(({ param, argument }) =>
    lowerArgument(ast.callee, param, argument, context),
  );
  const constants = literals.flatMap((arg) => (arg.kind === "Literal" ? [arg.value] : []));
  if (constants.length < literals.length) return undefined;
  const problem = checkConstants?.(constants);
  if (problem === undefined) return constants;
  context.collector.report("type/bad-argument", literals[problem.argument]?.span ?? ast.span, {
    function: ast.callee,
    problem: problem.problem,
  });
  return undefined;
}

function collectionOf(
  fn: AggregateName,
  { over }: AggregateDefinition,
  ast: CallAst,
  scope: ElementScope,
  context: LowerContext,
): Collection | undefined {
  const { collection } = scope;
  if (collection === null) {
    context.collector.report("aggregate/no-collection", ast.span, { aggregate: fn });
    return undefined;
  }
  if (!over.includes(collection.kind)) {
    context.collector.report("aggregate/over", ast.span, {
      aggregate: fn,
      wanted: over.includes("events") ? "events" : "a list",
      actual: collection.kind === "events" ? "events" : "a list",
    });
    return undefined;
  }
  if (collection.kind === "events") {
    const window = lowerWindow(collection.source, ast, context);
    return window === undefined ? undefined : { ...collection, window };
  }
  const timed = ast.selection?.within ?? ast.selection?.during?.low;
  if (timed !== undefined) {
    context.collector.report("aggregate/window-of-list", timed.span, { aggregate: fn });
    return undefined;
  }
  return collection;
}

/** Null where all elements count; undefined where it has been reported. */
function latestOf({ selection }: CallAst, context: LowerContext): Aggregate["latest"] | undefined {
  if (selection?.latest === undefined) return null;
  const value = constantOf(selection.latest);
  if (typeof value === "number" && Number.isInteger(value) && value >= 1) return value;
  context.collector.report("aggregate/latest", selection.latest.span, {});
  return undefined;
}

/** In place of `per`, how often it fits into the window. */
function periods(
  [per]: readonly Constant[],
  collection: Collection,
  ast: CallAst,
  context: LowerContext,
): readonly Constant[] | undefined {
  const length = collection.kind === "events" ? windowLength(collection.window) : null;
  if (length !== null && length > 0) return [length / Number(per)];
  context.collector.report("aggregate/rate-window", ast.span, {});
  return undefined;
}

import { assertNever } from "../base/assert.js";
import { aggregateUnits } from "../functions/aggregates/unit-rules.table.js";
import { rowParts } from "../ir/children.js";
import type { Aggregate, Collection, Expr, ListValue } from "../ir/nodes.js";
import { namedUnit, raiseUnit, ratioUnit } from "../types/unit.js";
import { unknownUnit } from "./inferred.js";
import type { Inferred } from "./inferred.js";
import { alike, fromCall } from "./unit-context.js";
import type { UnitContext } from "./unit-context.js";

type Infer = (expr: Expr, context: UnitContext) => Inferred;

/** Its condition and its element are seen with the units of the collection. */
export function inferAggregate(expr: Aggregate, context: UnitContext, infer: Infer): Inferred {
  for (const part of rowParts(expr.collection)) infer(part, context);
  const inside: UnitContext = {
    ...context,
    element: elementUnits(expr.collection, context, infer),
  };
  if (expr.where !== null) infer(expr.where, inside);
  const element = expr.element === null ? unknownUnit : infer(expr.element, inside);
  const rule = aggregateUnits[expr.fn];
  switch (rule) {
    case "element":
      return element;
    case "square":
      return element.kind === "known" ? { ...element, unit: raiseUnit(element.unit, 2) } : element;
    case "ratio":
      return fromCall(ratioUnit, expr, expr.fn);
    case "seconds":
      return fromCall(namedUnit("s"), expr, expr.fn);
    case "unknown":
      return unknownUnit;
    default:
      return assertNever(rule);
  }
}

function elementUnits(
  collection: Collection,
  context: UnitContext,
  infer: Infer,
): NonNullable<UnitContext["element"]> {
  if (collection.kind === "events") {
    return (path) => context.source(collection.source.name, path);
  }
  const { list } = collection;
  if (list.kind === "FieldRef") return (path) => context.field([...list.path, "items", ...path]);
  if (list.kind === "TableRef") {
    return (path) => context.source(list.table, [...list.path, "items", ...path]);
  }
  if (list.kind !== "ListValue") return () => unknownUnit;
  const unit = unitOfItems(list, context, infer);
  return () => unit;
}

function unitOfItems({ items }: ListValue, context: UnitContext, infer: Infer): Inferred {
  const operands = items.map((item) => ({ unit: infer(item, context), span: item.span }));
  return alike("a list", null, operands, context);
}

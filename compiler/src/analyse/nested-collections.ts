import type { Aggregate, Expr, Window, WindowEnd } from "../ir/nodes.js";
import { structuralKey } from "../ir/structural-key.js";

/** Every element that `inner` takes, `outer` takes too, before either drops missing ones. */
export function isNested(inner: Aggregate, outer: Aggregate): boolean {
  return (
    isCollectionWithin(inner, outer) &&
    conditions(outer.where).every((key) => conditions(inner.where).includes(key)) &&
    isLatestWithin(inner, outer)
  );
}

export function haveSameElement(a: Aggregate, b: Aggregate): boolean {
  if (a.element === null || b.element === null) return false;
  return structuralKey(a.element) === structuralKey(b.element);
}

function isCollectionWithin({ collection: a }: Aggregate, { collection: b }: Aggregate): boolean {
  if (a.kind === "list")
    return b.kind === "list" && structuralKey(a.list) === structuralKey(b.list);
  return b.kind === "events" && a.source.name === b.source.name && isWithin(a.window, b.window);
}

function isWithin(inner: Window, outer: Window): boolean {
  return (
    inner.includesCurrent === outer.includesCurrent &&
    outer.lows.every((end) => inner.lows.some((own) => isSameOrAfter(own, end))) &&
    outer.highs.every((end) => inner.highs.some((own) => isSameOrBefore(own, end)))
  );
}

function isSameOrAfter(low: WindowEnd, end: WindowEnd): boolean {
  return hasBaseOf(low, end) && (low.offset > end.offset || isSameEnd(low, end));
}

function isSameOrBefore(high: WindowEnd, end: WindowEnd): boolean {
  return hasBaseOf(high, end) && (high.offset < end.offset || isSameEnd(high, end));
}

function hasBaseOf(a: WindowEnd, b: WindowEnd): boolean {
  return structuralKey(a.base) === structuralKey(b.base);
}

function isSameEnd(own: WindowEnd, end: WindowEnd): boolean {
  return own.offset === end.offset && (own.open || !end.open);
}

/** The newest n of a window are among the newest n of one that begins earlier, but not of one that ends later. */
function isLatestWithin(inner: Aggregate, outer: Aggregate): boolean {
  if (outer.latest === null) return true;
  if (inner.latest === null || inner.latest > outer.latest) return false;
  const isSameCondition = conditions(inner.where).every((key) =>
    conditions(outer.where).includes(key),
  );
  return isSameCondition && endsTogether(inner, outer);
}

function endsTogether({ collection: a }: Aggregate, { collection: b }: Aggregate): boolean {
  if (a.kind === "list" || b.kind === "list") return true;
  return b.window.highs.every((end) => a.window.highs.some((own) => isSameOrBefore(end, own)));
}

/** The parts of a conjunction, all of which hold where it does. */
function conditions(where: Expr | null): readonly string[] {
  if (where === null) return [];
  if (where.kind === "Logic" && where.operator === "and") {
    return [...conditions(where.left), ...conditions(where.right)];
  }
  return [structuralKey(where)];
}

import { aggregateNamed } from "../functions/aggregates/aggregate.table.js";
import { mostElements } from "../functions/aggregates/bounds.js";
import type { CollectionFact } from "../functions/aggregates/definition.js";
import type { Aggregate, Collection, Expr, WindowEnd } from "../ir/nodes.js";
import type { Fact, NumberDomain } from "../types/domain.js";
import { boolsOf, opaque } from "../types/facts.js";
import { boundsOfTimestamps, numberDomain } from "../types/interval.js";
import { intType } from "../types/type.js";
import type { BaseFacts } from "./analyse-expr.js";
import { listContract, listOf, splitLength } from "./element-facts.js";
import type { Environment } from "./environment.js";
import type { FactIn } from "./refine.js";

/** What is known of the parts of an aggregate. */
export interface AggregateParts {
  readonly element: Fact | null;
  readonly where: Fact | null;
  /** The condition can hold. */
  readonly isReached: boolean;
}

/** The value of an aggregate over a collection that is there. */
export function aggregateFact(
  expr: Aggregate,
  parts: AggregateParts,
  environment: Environment,
  base: BaseFacts,
  factIn: FactIn,
): Fact {
  const collected = collectedFact(expr, parts, environment, base, factIn);
  const definition = aggregateNamed(expr.fn);
  const needed = definition.needs(expr.args);
  const isPartial = definition.partial(collected) !== undefined;
  return {
    missing: collected.count.low < needed || isPartial,
    present: collected.count.high >= needed,
    domain: definition.domain(collected),
  };
}

/** The elements that are left, as the rules of the aggregates take them. */
export function collectedFact(
  expr: Aggregate,
  { element, where, isReached }: AggregateParts,
  environment: Environment,
  base: BaseFacts,
  factIn: FactIn,
): CollectionFact {
  const { collection, latest } = expr;
  const all = countOf(collection, environment, base, factIn);
  const isFiltered = where !== null && (where.missing || boolsOf(where).mayBeFalse);
  const drops = expr.skipMissing && element?.missing === true;
  const isNever = !isReached || (element !== null && !element.present);
  const high = isNever ? 0 : Math.min(all.high, latest ?? all.high);
  const kept = drops ? sureItems(expr, environment, factIn) : all.low;
  const low = isFiltered ? 0 : Math.min(kept, high);
  return {
    count: numberDomain(low, high, { integral: true }),
    element: element?.present === true ? element.domain : opaque,
    elementType: expr.element?.type ?? intType,
    args: expr.args,
    isExact: base.exactFolds,
    age: ageOf(collection),
  };
}

/** Of a list that is written down, the items that are never missing. */
function sureItems(
  { collection, element, latest }: Aggregate,
  environment: Environment,
  factIn: FactIn,
): number {
  if (collection.kind === "events" || latest !== null || !isElement(element)) return 0;
  const list = listOf(collection.list, environment);
  if (list.kind !== "ListValue") return 0;
  return list.items.filter((item) => !factIn(item, environment).missing).length;
}

/** The element itself, however wide its type. */
function isElement(expr: Expr | null): boolean {
  if (expr?.kind === "Cast") return isElement(expr.operand);
  return expr?.kind === "ElementRef" && expr.path.length === 0;
}

/** How many elements there are before any is left out. */
function countOf(
  collection: Collection,
  environment: Environment,
  base: BaseFacts,
  factIn: FactIn,
): NumberDomain {
  const count = (low: number, high: number): NumberDomain =>
    numberDomain(low, Math.min(high, mostElements), { integral: true });
  if (collection.kind === "events") return count(0, collection.source.maxCount ?? mostElements);
  const list = listOf(collection.list, environment);
  if (list.kind === "ListValue") return count(list.items.length, list.items.length);
  if (list.kind === "Call" && list.fn === "split") {
    // One piece at least, and one more than there are separators.
    return count(1, (splitLength(list, environment, factIn) ?? mostElements) + 1);
  }
  const length = listContract(list, base)?.length ?? null;
  return count(length?.low ?? 0, length?.high ?? mostElements);
}

/** `as_of` less the time of an event in the window. */
function ageOf(collection: Collection): NumberDomain {
  const longest = boundsOfTimestamps.high - boundsOfTimestamps.low;
  if (collection.kind === "list") return numberDomain(0, longest, { integral: true });
  const { lows, highs } = collection.window;
  const fixed = (ends: readonly WindowEnd[]) => ends.filter(({ base }) => base.kind === "AsOf");
  // Moments are whole milliseconds.
  const least = fixed(highs).map(({ offset, open }) => -offset + (open ? 1 : 0));
  const most = fixed(lows).map(({ offset, open }) => -offset - (open ? 1 : 0));
  const low = Math.max(0, ...least);
  return numberDomain(low, Math.max(low, Math.min(longest, ...most)), { integral: true });
}

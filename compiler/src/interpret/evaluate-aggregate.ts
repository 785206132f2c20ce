import { internalError } from "../base/assert.js";
import { aggregateNamed } from "../functions/aggregates/aggregate.table.js";
import type { Aggregate, Expr, Window, WindowEnd } from "../ir/nodes.js";
import type { EventSource } from "../ir/program.js";
import { intType } from "../types/type.js";
import type { PresentValue, Value } from "../types/value.js";
import type { EvaluationRow } from "./evaluation-row.js";
import { orderEvents } from "./order-events.js";
import type { ParsedRecord } from "./source-data.js";
import { withinType } from "./within-type.js";

/** How an aggregate has its parts evaluated. */
type Evaluate = (expr: Expr, row: EvaluationRow) => Value;

/** An element that is left, its value, and of an event the time. */
export interface Chosen {
  readonly value: Value;
  readonly time: number;
}

/** The elements one after the other: window, condition, `latest`, `skip missing`; then the aggregate of them. */
export function evaluateAggregate(expr: Aggregate, row: EvaluationRow, evaluate: Evaluate): Value {
  const elements = elementsOf(expr, row, evaluate);
  if (elements === null) return null;
  const chosen = elements
    .filter(({ value }) => expr.where === null || evaluate(expr.where, at(row, value)) === true)
    .slice(expr.latest === null ? 0 : -expr.latest)
    .map(({ value, time }): Chosen => {
      const taken = expr.element === null ? true : evaluate(expr.element, at(row, value));
      return { value: taken, time };
    });
  const present = chosen.filter(({ value }) => value !== null);
  // Only of a spec that is refused for it: the counterexample is a row that runs through here.
  if (present.length < chosen.length && !expr.skipMissing) return null;
  const values = present.map(({ value }): PresentValue => value ?? internalError("is present"));
  const elementType = expr.element?.type ?? intType;
  const times = present.map(({ time }) => time);
  const result = aggregateNamed(expr.fn).evaluate(values, expr.args, {
    elementType,
    times,
    asOf: row.asOf,
  });
  return withinType(result, expr.type);
}

function at(row: EvaluationRow, element: Value): EvaluationRow {
  return { ...row, element };
}

/** Before the condition chooses among them. Null where the list, or an end of the window, is missing. */
export function elementsOf(
  { collection }: Aggregate,
  row: EvaluationRow,
  evaluate: Evaluate,
): readonly Chosen[] | null {
  if (collection.kind === "list") {
    const list = evaluate(collection.list, row);
    if (list === null) return null;
    if (!Array.isArray(list)) internalError("an aggregate over no list");
    const items: readonly Value[] = list;
    return items.map((value) => ({ value, time: 0 }));
  }
  const { source, window } = collection;
  const ends = [...window.lows, ...window.highs].map(({ base }) => evaluate(base, row));
  if (ends.includes(null)) return null;
  const events = row.sources.events[source.name];
  if (events === undefined) internalError(`the row has no ${source.name}`);
  return orderEvents(events, source)
    .filter((event) => isKnown(event, source, window, row.asOf))
    .map((event): Chosen => ({ value: event, time: timeOf(event, source.time) }))
    .filter(({ time }) => isWithin(time, window, row, evaluate));
}

/** An event that was not known at the moment of the prediction does not count. */
function isKnown(
  event: ParsedRecord,
  { known }: EventSource,
  { includesCurrent }: Window,
  asOf: number,
): boolean {
  if (known === null) return true;
  const moment = timeOf(event, known);
  return moment < asOf || (includesCurrent && moment === asOf);
}

function isWithin(
  time: number,
  { lows, highs }: Window,
  row: EvaluationRow,
  evaluate: Evaluate,
): boolean {
  const moment = ({ base, offset }: WindowEnd): number => numberOf(evaluate(base, row)) + offset;
  return (
    lows.every((end) => (end.open ? time > moment(end) : time >= moment(end))) &&
    highs.every((end) => (end.open ? time < moment(end) : time <= moment(end)))
  );
}

function timeOf(event: ParsedRecord, field: string): number {
  return numberOf(event[field] ?? null);
}

function numberOf(value: Value): number {
  return typeof value === "number" ? value : internalError("a moment is no number");
}

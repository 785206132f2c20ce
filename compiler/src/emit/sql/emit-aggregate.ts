import { internalError } from "../../base/assert.js";
import type { Aggregate, Collection, Expr, WindowEnd } from "../../ir/nodes.js";
import { isNumeric } from "../../types/type.js";
import { aggregateLowering } from "./aggregate-lowering.table.js";
import type { Elements } from "./aggregate-lowering.table.js";
import { fieldOf } from "./field-of.js";
import { once } from "./once.js";
import type { Scope } from "./scope.js";
import { atom, call, cases, conjunction, infix, numberLiteral, plain, suffix } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** How an aggregate has its parts written. */
type Emit = (expr: Expr, scope: Scope) => Sql;

/** Window, condition, `latest`, the value of each element, `skip missing`; then the aggregate of them. */
export function emitAggregate(expr: Aggregate, scope: Scope, emit: Emit): Sql {
  const { collection } = expr;
  if (collection.kind === "list") {
    return once(emit(collection.list, scope), scope, (list) =>
      cases([
        {
          when: suffix(list, "IS NOT NULL"),
          value: aggregateOf(list, [], expr, scope, emit),
        },
      ]),
    );
  }
  const { lows, highs } = collection.window;
  return withMoments([...lows, ...highs], scope, emit, (moments) =>
    aggregateOf(scope.names.events(collection.source.name), moments, expr, scope, emit),
  );
}

interface Moment {
  readonly end: WindowEnd;
  readonly at: Sql;
}

/** The ends of a window: of the row, computed before its events are looked at. */
function withMoments(
  ends: readonly WindowEnd[],
  scope: Scope,
  emit: Emit,
  body: (moments: readonly Moment[]) => Sql,
  before: readonly Moment[] = [],
): Sql {
  const [end, ...rest] = ends;
  if (end === undefined) return body(before);
  const base = emit(end.base, scope);
  const moment = end.offset === 0 ? base : infix(base, "+", numberLiteral(end.offset));
  const at = (of: Sql): Sql => withMoments(rest, scope, emit, body, [...before, { end, at: of }]);
  return base.isPlain ? at(moment) : once(moment, scope, at);
}

function aggregateOf(
  list: Sql,
  moments: readonly Moment[],
  expr: Aggregate,
  scope: Scope,
  emit: Emit,
): Sql {
  const { dialect, fresh } = scope.file;
  const name = fresh();
  const element = plain(name);
  const inside: Scope = { ...scope, element };
  const conditions = [
    ...windowConditions(expr.collection, moments, element, scope),
    ...(expr.where === null ? [] : [emit(expr.where, inside)]),
  ];
  const chosen =
    conditions.length === 0
      ? list
      : atom(dialect.filter(list.text, name, conjunction(conditions).text));
  const latest = expr.latest === null ? chosen : newest(chosen, expr.latest, scope);
  return aggregateLowering[expr.fn](elementsOf(latest, expr, scope, emit), expr, scope);
}

function windowConditions(
  collection: Collection,
  moments: readonly Moment[],
  event: Sql,
  scope: Scope,
): readonly Sql[] {
  if (collection.kind === "list") return [];
  const { source, window } = collection;
  const time = fieldOf(event, [source.time]);
  const known =
    source.known === null
      ? []
      : [
          infix(
            fieldOf(event, [source.known]),
            window.includesCurrent ? "<=" : "<",
            scope.names.asOf,
          ),
        ];
  return [
    ...known,
    ...moments.map(({ end, at }) => {
      const isLow = window.lows.includes(end);
      const operator = isLow ? (end.open ? ">" : ">=") : end.open ? "<" : "<=";
      return infix(time, operator, at);
    }),
  ];
}

/** The last n. */
function newest(list: Sql, n: number, scope: Scope): Sql {
  return once(list, scope, (of) =>
    call(
      "list_slice",
      of,
      call("featc_from_end", call("len", of), plain(String(n))),
      call("len", of),
    ),
  );
}

function elementsOf(list: Sql, expr: Aggregate, scope: Scope, emit: Emit): Elements {
  const { collection, element, skipMissing } = expr;
  const { dialect, fresh } = scope.file;
  const timeAt = (position: string): Sql =>
    collection.kind === "events"
      ? fieldOf(atom(dialect.at(list.text, position)), [collection.source.time])
      : plain("NULL");
  const times = { firstTime: timeAt("1"), lastTime: timeAt("-1") };
  if (element === null) return { values: list, ...times };
  const name = fresh();
  const value = emit(element, { ...scope, element: plain(name) });
  const isWhole = element.kind === "ElementRef" && element.path.length === 0;
  // -0 and 0 are one value, also where values are told apart.
  const cleared =
    element.kind !== "ElementRef" && isNumeric(element.type)
      ? infix(value, "+", numberLiteral(0))
      : value;
  const values = isWhole ? list : atom(dialect.map(list.text, name, cleared.text));
  if (!skipMissing) return { values, ...times };
  const kept = fresh();
  if (expr.fn.startsWith("seconds_since")) internalError("moments of values that are skipped");
  return { values: atom(dialect.filter(values.text, kept, `${kept} IS NOT NULL`)), ...times };
}

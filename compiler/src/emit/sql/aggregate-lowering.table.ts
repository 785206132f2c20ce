import { internalError } from "../../base/assert.js";
import type { AggregateName } from "../../functions/aggregates/aggregate.table.js";
import type { Aggregate } from "../../ir/nodes.js";
import { guarded } from "./guarded.js";
import { once } from "./once.js";
import { refuse } from "./scope.js";
import type { Scope } from "./scope.js";
import {
  atom,
  call,
  cases,
  infix,
  numberLiteral,
  plain,
  prefix,
  sqlFalse,
  sqlTrue,
} from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** What is left of the elements, in order. */
export interface Elements {
  /** Their values, none of them NULL; of events without a value the events. */
  readonly values: Sql;
  /** The time of the first and of the last event. */
  readonly firstTime: Sql;
  readonly lastTime: Sql;
}

export type AggregateLowering = (elements: Elements, expr: Aggregate, scope: Scope) => Sql;

/** `values` is cheap to write again. */
type OfValues = (values: Sql, expr: Aggregate, scope: Scope) => Sql;

function ofValues(lowering: OfValues): AggregateLowering {
  return ({ values }, expr, scope) => once(values, scope, (of) => lowering(of, expr, scope));
}

const length = (values: Sql): Sql => atom(`CAST(len(${values.text}) AS DOUBLE)`);
const at = (values: Sql, position: string, scope: Scope): Sql =>
  atom(scope.file.dialect.at(values.text, position));

/** Added one after the other, from 0. */
const total = (values: Sql): Sql => call("coalesce", call("list_sum", values), numberLiteral(0));

function mapped(values: Sql, scope: Scope, body: (element: Sql) => Sql): Sql {
  const name = scope.file.fresh();
  return atom(scope.file.dialect.map(values.text, name, body(plain(name)).text));
}

function filtered(values: Sql, scope: Scope, condition: (element: Sql) => Sql): Sql {
  const name = scope.file.fresh();
  return atom(scope.file.dialect.filter(values.text, name, condition(plain(name)).text));
}

function positionOf(extreme: "list_min" | "list_max"): AggregateLowering {
  return ofValues((values) =>
    atom(`CAST(list_position(${values.text}, ${call(extreme, values).text}) AS DOUBLE)`),
  );
}

/** Two passes: the mean first, then the squared distances from it, in order. */
function variance(isSample: boolean, isRoot: boolean): AggregateLowering {
  return ofValues((values, expr, scope) => {
    const n = length(values);
    const result = once(infix(total(values), "/", n), scope, (mean) => {
      const squares = mapped(values, scope, (value) => {
        const distance = infix(value, "-", mean);
        return infix(distance, "*", distance);
      });
      const divisor = isSample ? infix(n, "-", numberLiteral(1)) : n;
      const of = guarded(infix(total(squares), "/", divisor), expr.type);
      return isRoot ? call("sqrt", of) : of;
    });
    return cases([{ when: infix(n, ">=", numberLiteral(isSample ? 2 : 1)), value: result }]);
  });
}

/** Between two of the sorted values by how near the position is to each; two that are equal stay. */
function quantile(values: Sql, p: number, expr: Aggregate, scope: Scope): Sql {
  const position = infix(infix(length(values), "-", numberLiteral(1)), "*", numberLiteral(p));
  const nth = (sorted: Sql, of: Sql): Sql => at(sorted, `CAST(${of.text} AS BIGINT) + 1`, scope);
  return once(call("list_sort", values), scope, (sorted) =>
    once(position, scope, (place) => {
      const [low, high] = [call("floor", place), call("ceil", place)];
      return once(nth(sorted, low), scope, (below) =>
        once(nth(sorted, high), scope, (above) =>
          cases([
            { when: infix(below, "=", above), value: below },
            {
              when: infix(below, "<", above),
              value: guarded(
                infix(
                  infix(infix(high, "-", place), "*", below),
                  "+",
                  infix(infix(place, "-", low), "*", above),
                ),
                expr.type,
              ),
            },
          ]),
        ),
      );
    }),
  );
}

function argument(expr: Aggregate): number {
  const [value] = expr.args;
  return typeof value === "number" ? value : internalError(`${expr.fn} without its constant`);
}

function whole(value: Sql): Sql {
  return atom(`TRY_CAST(${value.text} AS BIGINT)`);
}

/** Of whole numbers, exactly. */
function exactSum(values: Sql, scope: Scope): Sql {
  const added = atom(scope.file.dialect.exactSum(mapped(values, scope, whole).text));
  return call("coalesce", atom(`CAST(${added.text} AS DOUBLE)`), numberLiteral(0));
}

const sum: OfValues = (values, expr, scope) => {
  const elementType = expr.element?.type ?? internalError("a sum of nothing");
  if (expr.args.length > 0) {
    const k = argument(expr);
    const fact = expr.element === null ? undefined : scope.file.facts.of(expr.element);
    const domain = fact?.domain;
    const largest =
      domain?.kind === "number" ? Math.max(Math.abs(domain.low), Math.abs(domain.high)) : Infinity;
    // Integers of the engine have 64 bits; larger ones could cancel out.
    if (!(largest * Number(`1e${k}`) < Number.MAX_SAFE_INTEGER)) {
      return refuse(scope, "sum with scale of numbers without bounds");
    }
    const scale = numberLiteral(Number(`1e${k}`));
    const scaled = mapped(values, scope, (value) => call("round", infix(value, "*", scale)));
    return infix(call("featc_int", exactSum(scaled, scope)), "/", scale);
  }
  return elementType.kind === "int"
    ? call("featc_int", exactSum(values, scope))
    : guarded(total(values), expr.type);
};

/** The commonest value; of equally common ones the smallest. */
const mode: OfValues = (values, _, scope) => {
  const { dialect, fresh } = scope.file;
  const [one, other] = [fresh(), fresh()];
  const same = dialect.filter(values.text, other, `${other} = ${one}`);
  const counted = dialect.map(
    `list_distinct(${values.text})`,
    one,
    dialect.record([
      ["c", `0 - len(${same})`],
      ["v", one],
    ]),
  );
  return atom(`${dialect.at(`list_sort(${counted})`, "1")}.v`);
};

const since =
  (which: "firstTime" | "lastTime"): AggregateLowering =>
  (elements, _, scope) =>
    infix(infix(scope.names.asOf, "-", elements[which]), "/", numberLiteral(1000));

export const aggregateLowering: Readonly<Record<AggregateName, AggregateLowering>> = {
  count: ({ values }) => length(values),
  count_distinct: ({ values }) => length(call("list_distinct", values)),
  sum: ofValues(sum),
  mean: ofValues((values, expr) => {
    const mean = guarded(infix(total(values), "/", length(values)), expr.type);
    return cases([{ when: infix(length(values), ">", numberLiteral(0)), value: mean }]);
  }),
  min: ({ values }) => call("list_min", values),
  max: ({ values }) => call("list_max", values),
  any: ({ values }) => call("list_contains", values, sqlTrue),
  all: ({ values }) => prefix("NOT", call("list_contains", values, sqlFalse)),
  exists: ({ values }) => infix(call("len", values), ">", plain("0")),
  share: ofValues((values, _, scope) => {
    const count = length(filtered(values, scope, (value) => value));
    return cases([
      {
        when: infix(length(values), ">", numberLiteral(0)),
        value: infix(count, "/", length(values)),
      },
    ]);
  }),
  first: ({ values }, _, scope) => at(values, "1", scope),
  last: ({ values }, _, scope) => at(values, "-1", scope),
  nth_last: ({ values }, expr, scope) => at(values, `-${argument(expr)}`, scope),
  nth_smallest: ({ values }, expr, scope) =>
    at(call("list_sort", values), String(argument(expr)), scope),
  nth_largest: ({ values }, expr, scope) =>
    at(call("list_sort", values), `-${argument(expr)}`, scope),
  argmin: positionOf("list_min"),
  argmax: positionOf("list_max"),
  median: ofValues((values, expr, scope) => quantile(values, 0.5, expr, scope)),
  quantile: ofValues((values, expr, scope) => quantile(values, argument(expr), expr, scope)),
  mode: ofValues(mode),
  var_pop: variance(false, false),
  var_samp: variance(true, false),
  stddev_pop: variance(false, true),
  stddev_samp: variance(true, true),
  rate: ({ values }, expr) => infix(length(values), "/", numberLiteral(argument(expr))),
  seconds_since_first: since("firstTime"),
  seconds_since_last: since("lastTime"),
};

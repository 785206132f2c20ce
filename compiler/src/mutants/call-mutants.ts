import { functionNamed } from "../functions/registry.js";
import { build } from "../ir/build.js";
import type { Call, Encode, Expr, Literal, Lookup } from "../ir/nodes.js";
import { isNumeric } from "../types/type.js";
import type { Constant } from "../types/value.js";
import { forgottenFunctions, mistakenFunctions, swappedArguments } from "./call-mutants.table.js";
import { change, swapped } from "./change.js";
import { literalMutants, otherConstants, shownConstant } from "./constants.js";
import type { Change } from "./mutant.js";

type ExprChange = Change<Expr>;

/** What can be wrong with a call, its arguments left as they are. */
export function callMutants(expr: Call): readonly ExprChange[] {
  const { fn, args } = expr;
  const [first, second] = args;
  const changes = (mistakenFunctions[fn] ?? []).map((other) =>
    change("function", `\`${fn}\` becomes \`${other}\``, expr, { ...expr, fn: other }),
  );
  if (forgottenFunctions.has(fn) && first !== undefined && args.length === 1) {
    changes.push(change("function", `\`${fn}\` is forgotten`, expr, first as Call));
  }
  if (swappedArguments.has(fn) && first !== undefined && second !== undefined) {
    changes.push(
      change("function", `the arguments of \`${fn}\` are swapped`, expr, {
        ...expr,
        args: swapped(args),
      }),
    );
  }
  return [...changes, ...clipMutants(expr), ...argumentMutants(expr)];
}

function clipMutants(expr: Call): readonly ExprChange[] {
  const [value, low, high] = expr.args;
  if (expr.fn !== "clip" || value === undefined || low === undefined || high === undefined) {
    return [];
  }
  const { type } = expr;
  return [
    change("range", "the lower end of `clip` is forgotten", expr, {
      ...expr,
      fn: "least",
      args: [value, high],
      type,
    }),
    change("range", "the upper end of `clip` is forgotten", expr, {
      ...expr,
      fn: "greatest",
      args: [value, low],
      type,
    }),
  ];
}

/** A constant that a function insists on: another one that it would have accepted. */
function argumentMutants(expr: Call): readonly ExprChange[] {
  const { params, checkConstants } = functionNamed(expr.fn);
  return expr.args.flatMap((arg, i) => {
    if (arg.kind !== "Literal" || params[i]?.constant !== true) return [];
    const others = isNumeric(arg.type) ? literalMutants(arg) : itemMutants(arg);
    return others.flatMap((one) => {
      const args = expr.args.map((other, j) => (i === j ? one.changed : other));
      const constants = args.map((other) => (other.kind === "Literal" ? other.value : undefined));
      const refused = checkConstants?.(constants) !== undefined;
      return refused ? [] : [{ ...one, changed: { ...expr, args } }];
    });
  });
}

const mostItems = 24;

/** A list of constants with one of them changed: the edge of a bucket, an entry of a vocabulary. */
function itemMutants(list: Literal): readonly ExprChange[] {
  const items: unknown = list.value;
  if (!Array.isArray(items)) return [];
  return items.slice(0, mostItems).flatMap((item: unknown, i) =>
    otherItems(item).map((other) => {
      const value = items.with(i, other) as unknown as Constant;
      const words = `${JSON.stringify(item)} becomes ${JSON.stringify(other)}`;
      return change("constant", words, list, build.literal(value, list.type, list.span));
    }),
  );
}

function otherItems(item: unknown): readonly (number | string)[] {
  if (typeof item === "string") return [`${item}~`];
  if (typeof item !== "number") return [];
  return item === 0 ? [0.01, -0.01] : [item * 1.01, item * 0.99];
}

/** Each cell of an encoding for a value that never comes. */
export function encodeMutants(expr: Encode): readonly ExprChange[] {
  const { values } = expr;
  const first =
    values.length < 2
      ? []
      : [
          change("matrix", "the first two values of the encoding are swapped", expr, {
            ...expr,
            values: swapped(values),
          }),
        ];
  const forgotten = values.slice(0, mostItems).flatMap((value, i) =>
    otherItems(value)
      .slice(0, 1)
      .map((other) =>
        change("matrix", `${JSON.stringify(value)} is forgotten in the encoding`, expr, {
          ...expr,
          values: values.with(i, other),
        }),
      ),
  );
  return [...first, ...forgotten];
}

const mostEntries = 24;

/** What can be wrong with a map. */
export function lookupMutants(expr: Lookup): readonly ExprChange[] {
  const { map } = expr;
  return map.entries.slice(0, mostEntries).flatMap((entry) => {
    const { key, value } = entry;
    const [other] = otherConstants(value as Constant, map.valueType);
    const named = JSON.stringify(key);
    const without = map.entries.filter((one) => one !== entry);
    return [
      change("constant", `${named} is left out of the map \`${map.name}\``, expr, {
        ...expr,
        map: { ...map, entries: without },
      }),
      ...(other === undefined
        ? []
        : [
            change(
              "constant",
              `the value of ${named} in the map \`${map.name}\` becomes ${shownConstant(other, map.valueType)}`,
              expr,
              {
                ...expr,
                map: {
                  ...map,
                  entries: map.entries.map((one) =>
                    one === entry ? { ...one, value: other as number } : one,
                  ),
                },
              },
            ),
          ]),
    ];
  });
}

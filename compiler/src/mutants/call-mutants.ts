import { functionNamed } from "../functions/registry.js";
import type { Call, Expr, Lookup } from "../ir/nodes.js";
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
    if (arg.kind !== "Literal" || params[i]?.constant !== true || !isNumeric(arg.type)) return [];
    return literalMutants(arg).flatMap((one) => {
      const args = expr.args.map((other, j) => (i === j ? one.changed : other));
      const constants = args.map((other) => (other.kind === "Literal" ? other.value : undefined));
      const refused = checkConstants?.(constants) !== undefined;
      return refused ? [] : [{ ...one, changed: { ...expr, args } }];
    });
  });
}

const mostEntries = 6;

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

import { build } from "../ir/build.js";
import type { Aggregate, Expr, Window, WindowEnd } from "../ir/nodes.js";
import { mistakenAggregates } from "./call-mutants.table.js";
import type { Change } from "./mutant.js";
import { change } from "./change.js";

type ExprChange = Change<Expr>;

const millisPerDay = 86_400_000;
const units = [
  ["d", millisPerDay],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;

/** What can be wrong with an aggregate besides its element and its condition. */
export function aggregateMutants(expr: Aggregate): readonly ExprChange[] {
  const { fn, where, latest, collection } = expr;
  const changes: ExprChange[] = (mistakenAggregates[fn] ?? []).map((other) =>
    change("function", `\`${fn}\` becomes \`${other}\``, expr, { ...expr, fn: other }),
  );
  changes.push(...argumentMutants(expr));
  if (where !== null) {
    const negated = build.not(where, where.span);
    changes.push(
      change("window", "`where` is forgotten", where, { ...expr, where: null }),
      change("window", "`where` is negated", where, { ...expr, where: negated }),
    );
  }
  if (latest !== null) {
    changes.push(
      change("window", "`latest` is forgotten", expr, { ...expr, latest: null }),
      change("window", `\`latest ${latest}\` becomes \`latest ${latest + 1}\``, expr, {
        ...expr,
        latest: latest + 1,
      }),
    );
    if (latest > 1) {
      changes.push(
        change("window", `\`latest ${latest}\` becomes \`latest ${latest - 1}\``, expr, {
          ...expr,
          latest: latest - 1,
        }),
      );
    }
  }
  if (collection.kind === "list") return changes;
  const { source, window } = collection;
  const over = (changed: Window): Aggregate => ({
    ...expr,
    collection: { ...collection, window: changed },
  });
  changes.push(...windowMutants(expr, window, over));
  if (source.known !== null) {
    const known = { ...collection, source: { ...source, known: null } };
    changes.push(
      change("window", "when an event became known is ignored", expr, {
        ...expr,
        collection: known,
      }),
    );
  }
  return changes;
}

/** Another quantile, another place from the end, another scale. */
function argumentMutants(expr: Aggregate): readonly ExprChange[] {
  const { fn, args } = expr;
  return args.flatMap((arg, i) => {
    if (typeof arg !== "number") return [];
    const others = fn === "quantile" ? [arg * 0.99, 0.5] : [arg + 1, arg - 1];
    return others
      .filter((other) => other > 0 && other !== arg)
      .map((other) =>
        change("constant", `${arg} becomes ${other} in \`${fn}\``, expr, {
          ...expr,
          args: args.with(i, other),
        }),
      );
  });
}

function windowMutants(
  expr: Aggregate,
  window: Window,
  over: (changed: Window) => Aggregate,
): readonly ExprChange[] {
  const changes: ExprChange[] = [];
  for (const side of ["lows", "highs"] as const) {
    const name = side === "lows" ? "the beginning" : "the end";
    for (const [i, end] of window[side].entries()) {
      const moved = (changed: WindowEnd): Aggregate =>
        over({ ...window, [side]: window[side].map((one, j) => (i === j ? changed : one)) });
      changes.push(
        change(
          "window",
          `${name} of the window is ${end.open ? "closed" : "open"}`,
          expr,
          moved({ ...end, open: !end.open }),
        ),
      );
      // The end at as_of is the one that no spec moves.
      if (end.offset === 0 && end.base.kind === "AsOf") continue;
      const [unit, size] = unitOf(end.offset);
      for (const step of [size, -size]) {
        const later = step > 0 ? "later" : "earlier";
        changes.push(
          change(
            "window",
            `${name} of the window is 1${unit} ${later}`,
            expr,
            moved({ ...end, offset: end.offset + step }),
          ),
        );
      }
    }
  }
  if (window.lows.length > 0) {
    changes.push(
      change("window", "the window has no beginning", expr, over({ ...window, lows: [] })),
    );
  }
  // Also the end that no spec writes: what happens after the moment of the prediction is read.
  changes.push(change("window", "the window has no end", expr, over({ ...window, highs: [] })));
  return changes;
}

function unitOf(offset: number): readonly [string, number] {
  return units.find(([, size]) => offset !== 0 && offset % size === 0) ?? ["d", millisPerDay];
}

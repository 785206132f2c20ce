import { aggregateNamed, aggregateNames } from "../../src/functions/aggregates/aggregate.table.js";
import type { AggregateName } from "../../src/functions/aggregates/aggregate.table.js";
import { signatureOf } from "../../src/lower/lower-aggregate.js";
import { numberType } from "../../src/types/type.js";
import { code, table } from "./markdown.js";

export function aggregateTable(): string {
  return table(
    ["aggregate", "over", "of a", "of nothing", "what it gives"],
    aggregateNames.map((name) => {
      const { over, element, summary } = aggregateNamed(name);
      return [
        code(signatureOf(name)),
        over.length === 2 ? "events, lists" : over[0] === "list" ? "lists" : "events",
        element === null ? "" : element.wanted.replace(/^an? /, ""),
        ofNothing(name),
        summary,
      ];
    }),
  );
}

/** What the reference gives where no element is left. */
function ofNothing(name: AggregateName): string {
  const args = name === "rate" || name === "quantile" ? [1] : [];
  const empty = { elementType: numberType, times: [], asOf: 0 };
  const value = aggregateNamed(name).evaluate([], args, empty);
  return value === null ? "missing" : code(String(value));
}

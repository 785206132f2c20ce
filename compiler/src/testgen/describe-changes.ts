import { printValue } from "../ir/print-value.js";
import type { Program } from "../ir/program.js";
import type { RelatedChanges } from "../prove/related.js";

/** The records of an example, in short. */
export function describeRelated({ events, tables }: RelatedChanges): string {
  const counts = Object.entries(events).map(
    ([name, list]) => `${name} has ${list.length} event${list.length === 1 ? "" : "s"}`,
  );
  const records = Object.entries(tables).map(([name, change]) =>
    change === null ? `${name} has no record` : `${name} is ${JSON.stringify(change)}`,
  );
  return [...counts, ...records].join(" and ");
}

/** `where income is 0 and debt is missing`; `records` are words for what stands beside the input. */
export function describeChanges(
  program: Program,
  changes: Readonly<Record<string, unknown>>,
  asOf: number | null,
  records = "",
): string {
  const words = Object.entries(changes).map(([key, value]) => {
    const name = program.input.find((field) => field.key === key)?.name ?? key;
    return `${name} is ${value === null ? "missing" : JSON.stringify(value)}`;
  });
  if (records !== "") words.push(records);
  if (asOf !== null) words.push(`as_of is ${printValue(asOf, { kind: "timestamp" })}`);
  return words.length === 0 ? "for the usual record" : `where ${words.join(" and ")}`;
}

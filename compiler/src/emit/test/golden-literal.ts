import type { Program } from "../../ir/program.js";
import type { GoldenRow } from "../../testgen/golden-rows.js";
import type { RowSource } from "../../testgen/row-source.js";
import { printValue } from "../../ir/print-value.js";
import { objectLiteral, propertyKey, stringLiteral } from "../text/literal.js";
import { dataLiteral, numberLines } from "./data-literal.js";
import { relatedLiteral } from "./related-literal.js";
import { hasSources, needsAsOf } from "./row-preamble.js";

/** A row of `verify` as an object literal, of which each value has a line. */
export function goldenLiteral(row: GoldenRow, source: RowSource): string {
  const { program } = source;
  const { changes, related, outcome } = row;
  const entries: (readonly [string, string])[] = [
    ["words", stringLiteral(wordsOf(row, source))],
    ["changes", dataLiteral(changes)],
  ];
  if (hasSources(program) && outcome.kind !== "refused") {
    entries.push(["related", relatedLiteral(related)]);
  }
  if (needsAsOf(program)) entries.push(["asOf", String(row.asOf)]);
  switch (outcome.kind) {
    case "refused":
      entries.push(["issues", dataLiteral(outcome.issues)]);
      break;
    case "rejected":
      entries.push(["rejected", stringLiteral(outcome.feature)]);
      break;
    case "computed": {
      entries.push(["features", recordLiteral(outcome.features)]);
      if (program.matrices.length > 0) entries.push(["cells", cellsLiteral(outcome.cells)]);
      if (outcome.decided !== null) {
        const { outputs, decisions } = outcome.decided;
        if (Object.keys(outputs).length > 0) entries.push(["outputs", dataLiteral(outputs)]);
        entries.push(["decisions", recordLiteral(decisions)]);
      }
      break;
    }
  }
  return objectLiteral(entries);
}

function recordLiteral(values: ReadonlyMap<string, unknown>): string {
  return objectLiteral([...values].map(([name, value]) => [name, dataLiteral(value)]));
}

/** Inside the object of a row, which is indented once. */
const cellMargin = 6;

function cellsLiteral(cells: ReadonlyMap<string, readonly number[] | null>): string {
  const lines = [...cells].map(([matrix, row]) => {
    const key = `${propertyKey(matrix)}: `;
    const text = numberLines(dataLiteral(row), cellMargin, key.length).join("\n");
    return `${key}${text},`.replace(/\n/g, "\n  ");
  });
  return `{\n  ${lines.join("\n  ")}\n}`;
}

/** `where income is 0`; values of personal data are left out. */
function wordsOf({ changes, related, asOf }: GoldenRow, { program, defaults }: RowSource): string {
  const words = Object.entries(changes).map(([key, value]) => {
    const field = program.input.find((one) => one.key === key);
    const name = field?.name ?? key;
    if (field?.pii === true || field?.type.kind === "record") return `${name} is another`;
    return `${name} is ${value === null ? "missing" : (JSON.stringify(value) ?? "absent")}`;
  });
  for (const { name } of program.events) {
    const count = related.events[name]?.length ?? 0;
    if (count > 0) words.push(`${name} has ${count} event${count === 1 ? "" : "s"}`);
  }
  for (const { name } of program.tables) {
    if ((related.tables[name] ?? null) !== null) words.push(`${name} has a record`);
  }
  if (needsAsOf(program) && asOf !== defaults.asOf) {
    words.push(`as_of is ${printValue(asOf, { kind: "timestamp" })}`);
  }
  return words.length === 0 ? "for the usual record" : `where ${words.join(" and ")}`;
}

/** Decisions are compared in a spec whose policy some row tests. */
export function isDecided({ policy }: Program, rows: readonly GoldenRow[]): boolean {
  return (
    policy.length > 0 &&
    rows.some(({ outcome }) => outcome.kind === "computed" && outcome.decided !== null)
  );
}

import type { Located } from "../base/source.js";
import type { BudgetAst } from "./ast.js";
import { budgetKeys } from "./keys.table.js";
import type { BudgetKey } from "./keys.table.js";
import { asMap, openKeyed } from "./open-map.js";
import { readTextOf } from "./read-text.js";
import type { Reading } from "./reading.js";
import type { EntryNode } from "./yaml-tree.js";

/** Units from the smallest to the largest: nanoseconds and bytes. */
const units: Readonly<Record<BudgetKey, ReadonlyMap<string, number>>> = {
  row: new Map([
    ["ns", 1],
    ["us", 1e3],
    ["ms", 1e6],
    ["s", 1e9],
  ]),
  memory: new Map([
    ["B", 1],
    ["kB", 1e3],
    ["MB", 1e6],
    ["GB", 1e9],
  ]),
};

const amount = /^(\d{1,12}(?:\.\d{1,6})?) ?([A-Za-z]+)$/;

/** `budget: { row: 20us, memory: 2MB }`. */
export function readBudget(entry: EntryNode | undefined, reading: Reading): BudgetAst {
  const node =
    entry === undefined ? undefined : asMap(entry, reading, "a map with `row` and `memory`");
  if (node === undefined) return {};
  const entries = openKeyed(node, budgetKeys, "the budget", reading);
  const row = readAmount("row", entries.get("row"), reading);
  const memory = readAmount("memory", entries.get("memory"), reading);
  return { ...(row === undefined ? {} : { row }), ...(memory === undefined ? {} : { memory }) };
}

function readAmount(
  key: BudgetKey,
  entry: EntryNode | undefined,
  reading: Reading,
): Located<number> | undefined {
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.kind !== "text") {
    readTextOf(entry, reading);
    return undefined;
  }
  const [, digits, unit = ""] = amount.exec(value.value) ?? [];
  const size = units[key].get(unit);
  if (digits !== undefined && size !== undefined && Number(digits) > 0) {
    return reading.located(Number(digits) * size, value);
  }
  reading.report("spec/bad-budget", value, {
    key,
    found: value.value,
    units: [...units[key].keys()],
  });
  return undefined;
}

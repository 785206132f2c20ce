import type { Type } from "../../types/type.js";
import type { Constant, Value } from "../../types/value.js";
import { jsonForm } from "../run/output-value.js";
import { table } from "../table.js";
import { printable } from "../terminal-text.js";
import type { DataSummary, Fitted, HeldColumn } from "./fitted.js";

const count = (n: number): string => n.toLocaleString("en");

/** The constants as people read them. */
export function printFitted(fitted: readonly Fitted[], data: DataSummary): string {
  const rows = fitted.map(({ constant, value, count: present, missing }) => [
    constant.name,
    constant.text.replace(/\s+/g, " "),
    value === null ? "none" : shown(value, constant.type),
    count(present),
    count(missing),
  ]);
  const lines = [
    `${count(data.rows)} rows, ${count(data.rejected)} rejected`,
    ...data.rejectReasons.map(
      (reason) => `  ${reason.code}  ${reason.field}  ${count(reason.rows)}`,
    ),
    "",
    ...table([["constant", "statistic", "value", "values", "missing"], ...rows], [3, 4]),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

const widest = 48;

function shown(value: Constant, type: Type): string {
  if (typeof value !== "object") return JSON.stringify(jsonForm(value, type));
  const element = type.kind === "list" ? type.element.type : type;
  const items = value.map((item) => JSON.stringify(jsonForm(item, element)));
  const text = items.join(", ");
  const cut = text.length <= widest ? text : `${text.slice(0, widest)}…`;
  return `${count(value.length)}: ${cut}`;
}

/** What had to be kept in memory, and why; nothing where nothing was. */
export function printHeld(held: readonly HeldColumn[]): string {
  return held
    .map(({ column, numbers, distinct }) => {
      const parts = [
        ...(numbers === 0 ? [] : [`${count(numbers)} numbers (${megabytes(numbers * 8)})`]),
        ...(distinct === 0 ? [] : [`${count(distinct)} distinct values`]),
      ];
      return parts.length === 0 ? "" : printable(`kept of ${column}: ${parts.join(", ")}\n`);
    })
    .join("");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The value as JSON has it: dates and timestamps as text. */
export function jsonOf({ constant, value }: Fitted): Value {
  if (value === null) return null;
  if (typeof value !== "object") return jsonForm(value, constant.type);
  const { type } = constant;
  const element = type.kind === "list" ? type.element.type : type;
  return value.map((item) => jsonForm(item, element));
}

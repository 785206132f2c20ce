import { assertNever } from "../base/assert.js";
import { monthNames } from "../base/month-names.js";
import { instantOfLocal, localTime } from "../functions/zones/local-time.js";
import { zoneTable } from "../functions/zones/zone-table.js";
import type { FieldContract } from "../ir/program.js";
import type { Value } from "../types/value.js";

const millisPerDay = 86_400_000;

/** How a producer would write a value of a field; undefined where its format cannot say it. */
export function wireForm(field: FieldContract, value: Value): unknown {
  if (value === null) return null;
  switch (field.format.kind) {
    case "text":
      return String(value);
    case "epoch_ms":
      return value;
    case "epoch_s":
      return typeof value === "number" ? value / 1000 : undefined;
    case "patterns":
      return typeof value === "number" ? byPattern(field, value) : undefined;
    case "json":
      return jsonForm(field, value);
    default:
      return assertNever(field.format);
  }
}

function jsonForm({ type, fields, items }: FieldContract, value: Value): unknown {
  switch (type.kind) {
    case "date":
      return typeof value === "number" ? isoText(value * millisPerDay).slice(0, 10) : undefined;
    case "timestamp":
      return typeof value === "number" ? isoText(value).replace(".000Z", "Z") : undefined;
    case "record":
      return recordForm(fields, value);
    case "list":
      return Array.isArray(value) && items !== null
        ? value.map((item: Value) => wireForm(items, item))
        : undefined;
    default:
      return value;
  }
}

function recordForm(fields: readonly FieldContract[], value: Value): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const values = new Map<string, Value>(Object.entries(value));
  return Object.fromEntries(
    fields.map((field) => [field.key, wireForm(field, values.get(field.name) ?? null)]),
  );
}

function isoText(millis: number): string {
  return new Date(millis).toISOString();
}

/** By the first of the field's patterns. */
function byPattern({ type, format }: FieldContract, value: number): string | undefined {
  const pattern = format.kind === "patterns" ? format.patterns[0] : undefined;
  if (pattern === undefined || format.kind !== "patterns") return undefined;
  const isLocal = format.zone !== null && pattern.steps.every((step) => step.field !== "offset");
  const millis = type.kind === "date" ? value * millisPerDay : value;
  const table = isLocal ? zoneTable(format.zone) : null;
  const shown = table === null ? millis : localTime(millis, table);
  // The second of two instants at which the clock shows the same has no text.
  if (table !== null && instantOfLocal(shown, table) !== millis) return undefined;
  const time = new Date(shown);
  const hour = time.getUTCHours();
  return pattern.steps
    .map((step) => {
      switch (step.field) {
        case "literal":
          return step.text;
        case "monthName":
          return (monthNames[time.getUTCMonth()] ?? "").slice(0, 3);
        case "fullMonthName":
          return monthNames[time.getUTCMonth()] ?? "";
        case "dayPeriod":
          return hour < 12 ? "AM" : "PM";
        case "year":
          return digits(time.getUTCFullYear(), step.min);
        case "shortYear":
          return digits(time.getUTCFullYear() % 100, step.min);
        case "month":
          return digits(time.getUTCMonth() + 1, step.min);
        case "day":
          return digits(time.getUTCDate(), step.min);
        case "hour":
          return digits(hour, step.min);
        case "hour12":
          return digits(hour % 12 === 0 ? 12 : hour % 12, step.min);
        case "minute":
          return digits(time.getUTCMinutes(), step.min);
        case "second":
          return digits(time.getUTCSeconds(), step.min);
        case "fraction":
          return digits(time.getUTCMilliseconds(), 3).padEnd(9, "0").slice(0, step.max);
        case "offset":
          return "Z";
        default:
          return assertNever(step);
      }
    })
    .join("");
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

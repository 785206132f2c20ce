import { assertNever, internalError } from "../../base/assert.js";
import type { FieldContract } from "../../ir/program.js";
import { readPatterns } from "./date-pattern.js";
import type { SqlFile } from "./scope.js";
import {
  boolLiteral,
  call,
  cases,
  infix,
  inList,
  isWellFormed,
  numberLiteral,
  textLiteral,
} from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** What the column of a field has to be in the table. */
export type ColumnKind = "number" | "bool" | "text";

export function columnKind({ type, format }: FieldContract): ColumnKind {
  switch (format.kind) {
    case "text":
    case "patterns":
      return "text";
    case "epoch_s":
    case "epoch_ms":
      return "number";
    case "json":
      return type.kind === "number" || type.kind === "int"
        ? "number"
        : type.kind === "bool"
          ? "bool"
          : "text";
    default:
      return assertNever(format);
  }
}

/** A value in the form of formulas; NULL where it is not of the field's type and format. */
export function readScalar(field: FieldContract, raw: Sql, file: SqlFile): Sql {
  const { format, type } = field;
  switch (format.kind) {
    case "json":
      return readJsonForm(field, raw);
    case "text":
      return readTextForm(field, raw);
    case "epoch_s":
      return inRange(call("floor", infix(raw, "*", numberLiteral(1000))));
    case "epoch_ms":
      return inRange(call("floor", raw));
    case "patterns": {
      const millis = readPatterns(raw, format, { file });
      return type.kind === "date" ? call("featc_day_of_ms", millis) : millis;
    }
    default:
      return assertNever(format);
  }
}

function inRange(millis: Sql): Sql {
  return call("featc_timestamp_in_range", millis);
}

function readJsonForm({ type, name }: FieldContract, raw: Sql): Sql {
  switch (type.kind) {
    case "number":
      return call("featc_measured", raw);
    case "int":
      return call("featc_whole", raw);
    case "bool":
    case "string":
    case "enum":
    case "id":
      return raw;
    case "date":
      return call("featc_parse_date", raw);
    case "timestamp":
      return call("featc_parse_timestamp", raw);
    default:
      return internalError(`the field ${name} is no scalar: ${type.kind}`);
  }
}

function readTextForm({ type, name }: FieldContract, raw: Sql): Sql {
  switch (type.kind) {
    case "number":
      return call("featc_measured", call("featc_parse_number", raw));
    case "int":
      return call("featc_whole", call("featc_parse_number", raw));
    case "bool":
      return cases([
        { when: infix(raw, "=", textLiteral("true")), value: boolLiteral(true) },
        { when: infix(raw, "=", textLiteral("false")), value: boolLiteral(false) },
      ]);
    default:
      return internalError(`the field ${name} cannot be written as text: ${type.kind}`);
  }
}

/** Whether a value that is there stands for a missing one; undefined for a field without such values. */
export function isSentinel(field: FieldContract, raw: Sql): Sql | undefined {
  const kind = columnKind(field);
  // A column of texts has the digits of an id that is sent as a number.
  const takesText = field.format.kind === "text" || field.type.kind === "id";
  const values = field.missingValues.flatMap((value): Sql[] => {
    if (kind === "number") return typeof value === "number" ? [numberLiteral(value)] : [];
    if (kind === "bool") return typeof value === "boolean" ? [boolLiteral(value)] : [];
    if (typeof value === "string") return isWellFormed(value) ? [textLiteral(value)] : [];
    return takesText ? [textLiteral(String(value))] : [];
  });
  return values.length === 0 ? undefined : inList(raw, values);
}

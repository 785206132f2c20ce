import { duckdb } from "../../emit/sql/duckdb.js";
import { columnKind } from "../../emit/sql/read-scalar.js";
import { columnType } from "../../emit/sql/sql-module.js";
import { identifier, textLiteral } from "../../emit/sql/sql-text.js";
import type { FieldContract } from "../../ir/program.js";

/** A value in its JSON form as SQL for the column of its field; undefined where such a column cannot hold it. */
export function cellText(field: FieldContract, json: unknown): string | undefined {
  if (json === null || json === undefined) return "NULL";
  switch (field.type.kind) {
    case "list": {
      if (!Array.isArray(json) || field.items === null) return undefined;
      const { items } = field;
      const cells = json.map((item) => cellText(items, item));
      return cells.includes(undefined)
        ? undefined
        : `CAST([${cells.join(", ")}] AS ${columnType(field, duckdb)})`;
    }
    case "record": {
      if (typeof json !== "object" || Array.isArray(json)) return undefined;
      const record = json as Readonly<Record<string, unknown>>;
      const known = new Set(field.fields.map(({ key }) => key));
      if (Object.keys(record).some((key) => !known.has(key))) return undefined;
      const cells = field.fields.map((one) => [one.key, cellText(one, record[one.key])] as const);
      if (cells.some(([, cell]) => cell === undefined)) return undefined;
      const entries = cells.map(([key, cell]) => `${identifier(key)}: ${cell}`);
      return `CAST({${entries.join(", ")}} AS ${columnType(field, duckdb)})`;
    }
    default:
      return scalarText(field, json);
  }
}

function scalarText(field: FieldContract, json: unknown): string | undefined {
  switch (columnKind(field)) {
    case "number":
      return typeof json === "number" ? numberText(json) : undefined;
    case "bool":
      return typeof json === "boolean" ? String(json) : undefined;
    case "text":
      if (field.type.kind === "id" && Number.isSafeInteger(json)) {
        return textLiteral(String(json)).text;
      }
      return typeof json === "string" && !/\p{Surrogate}/u.test(json)
        ? textLiteral(json).text
        : undefined;
  }
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return `CAST('${value}' AS DOUBLE)`;
  const digits = Object.is(value, -0) ? "-0" : String(value);
  return digits.includes("e") ? digits : `${digits}e0`;
}

import { identifier } from "../../emit/sql/sql-text.js";
import type { Type } from "../../types/type.js";
import type { Value } from "../../types/value.js";
import type { Notation } from "./notation.js";

/** SQL of a column of the generated views, in a form that loses nothing on its way out of the engine. */
export function readable(name: string, type: Type, { days }: Pick<Notation, "days">): string {
  const of = identifier(name);
  switch (type.kind) {
    case "date":
      return `${days(of)} AS ${of}`;
    case "timestamp":
      return `CAST(epoch_us(${of}) AS DOUBLE) / 1000 AS ${of}`;
    case "int":
    case "duration":
      return `CAST(${of} AS DOUBLE) AS ${of}`;
    case "string":
    case "enum":
    case "id":
      // The client drops a byte order mark that stands first.
      return `'.' || ${of} AS ${of}`;
    default:
      return of;
  }
}

/** The value of a column that `readable` selects. */
export function valueFrom(cell: unknown, { kind }: Type): Value {
  const isText = kind === "string" || kind === "enum" || kind === "id";
  return (isText && typeof cell === "string" ? cell.slice(1) : (cell ?? null)) as Value;
}

/** SQL of a column as a double, for minimum, mean and maximum; undefined for texts and vectors. */
export function measurable(
  name: string,
  { kind }: Type,
  { days }: Pick<Notation, "days">,
): string | undefined {
  const of = identifier(name);
  switch (kind) {
    case "number":
    case "int":
    case "bool":
    case "duration":
      return `CAST(${of} AS DOUBLE)`;
    case "date":
      return days(of);
    case "timestamp":
      return `CAST(epoch_us(${of}) AS DOUBLE) / 1000`;
    default:
      return undefined;
  }
}

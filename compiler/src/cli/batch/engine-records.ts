import { columnKind } from "../../emit/sql/read-scalar.js";
import { identifier } from "../../emit/sql/sql-text.js";
import type { FieldContract } from "../../ir/program.js";
import type { RawBatches, RawRow } from "../run/raw-row.js";
import type { Session } from "./session.js";

/** A record of the engine in its JSON form, with the moment of its row where the spec has no field for it. */
export type EngineRecord = Extract<RawRow, { readonly value: unknown }> & {
  readonly moment?: number;
};

/** How many rows are held at a time. */
const together = 2000;

/** The records of a table or view of the session, as a producer would send them, in order and with their numbers. */
export async function* engineRecords(
  session: Pick<Session, "query">,
  table: string,
  fields: readonly FieldContract[],
  withMoment = false,
): RawBatches {
  const columns = fields.map(sentColumn);
  const moment = withMoment ? [`floor(epoch_us(as_of) / 1000) AS "featc:moment"`] : [];
  const numbered = `SELECT row_number() OVER () AS "featc:row", * FROM ${identifier(table)}`;
  await session.query(
    `CREATE OR REPLACE TEMP TABLE ${identifier(`featc:${table}`)} AS ${numbered}`,
  );
  for (let from = 1; ; from += together) {
    const rows = await session.query(
      `SELECT ${['"featc:row"', ...columns, ...moment].join(", ")} FROM ${identifier(`featc:${table}`)} WHERE "featc:row" BETWEEN ${String(from)} AND ${String(from + together - 1)} ORDER BY "featc:row"`,
    );
    if (rows.length === 0) return;
    yield rows.map((row): EngineRecord => {
      const at = row["featc:moment"];
      return {
        line: Number(row["featc:row"]),
        value: recordOf(fields, row),
        ...(typeof at === "number" ? { moment: at } : {}),
      };
    });
  }
}

/** SQL of the column of a field, in a form that loses nothing on its way out of the engine. */
export function sentColumn(field: FieldContract): string {
  const name = identifier(field.key);
  return `${sent(field, name)} AS ${name}`;
}

/** The client drops a byte order mark that stands first in a text, also inside lists and records. */
function sent(field: FieldContract, value: string, depth = 0): string {
  switch (field.type.kind) {
    case "list": {
      if (field.items === null) return value;
      const item = `item${String(depth)}`;
      return `list_transform(${value}, lambda ${item}: ${sent(field.items, item, depth + 1)})`;
    }
    case "record": {
      const entries = field.fields.map((one) => {
        const key = identifier(one.key);
        return `${key}: ${sent(one, `${value}.${key}`, depth)}`;
      });
      return `CASE WHEN ${value} IS NOT NULL THEN {${entries.join(", ")}} END`;
    }
    default:
      return columnKind(field) === "text" ? `'.' || ${value}` : value;
  }
}

/** The JSON form of a cell of `sentColumn`. */
export function received(field: FieldContract, cell: unknown): unknown {
  if (cell === null || cell === undefined) return null;
  switch (field.type.kind) {
    case "list": {
      const { items } = field;
      return items === null
        ? cell
        : (cell as readonly unknown[]).map((item) => received(items, item));
    }
    case "record":
      return recordOf(field.fields, cell as Readonly<Record<string, unknown>>);
    default:
      return columnKind(field) === "text" ? String(cell).slice(1) : cell;
  }
}

function recordOf(
  fields: readonly FieldContract[],
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field.key, received(field, row[field.key])]));
}

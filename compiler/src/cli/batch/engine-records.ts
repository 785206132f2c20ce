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

/** The records of a table or view of the session, as a producer would send them. */
export async function* engineRecords(
  session: Pick<Session, "query">,
  table: string,
  fields: readonly FieldContract[],
  withMoment = false,
): RawBatches {
  const columns = fields.map(
    (field) => `${sent(field, identifier(field.key))} AS ${identifier(field.key)}`,
  );
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
      const value = Object.fromEntries(
        fields.map((field) => [field.key, received(field, row[field.key])]),
      );
      const at = row["featc:moment"];
      return {
        line: Number(row["featc:row"]),
        value,
        ...(typeof at === "number" ? { moment: at } : {}),
      };
    });
  }
}

/** The client drops a byte order mark that stands first in a text. */
function sent(field: FieldContract, value: string): string {
  const { kind } = field.type;
  return kind !== "list" && kind !== "record" && columnKind(field) === "text"
    ? `'.' || ${value}`
    : value;
}

function received(field: FieldContract, cell: unknown): unknown {
  const { kind } = field.type;
  if (cell === null || cell === undefined) return null;
  if (kind === "record") {
    const record = cell as Readonly<Record<string, unknown>>;
    return Object.fromEntries(field.fields.map((one) => [one.key, inner(one, record[one.key])]));
  }
  if (kind === "list") {
    const { items } = field;
    return items === null ? cell : (cell as readonly unknown[]).map((item) => inner(items, item));
  }
  return columnKind(field) === "text" ? String(cell).slice(1) : cell;
}

/** As `received`, of a value inside a record or a list, which is sent as it is. */
function inner(field: FieldContract, cell: unknown): unknown {
  const { kind } = field.type;
  return kind === "record" || kind === "list" ? received(field, cell) : (cell ?? null);
}

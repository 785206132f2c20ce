import { asWritten, parseSqlType } from "./sql-type.js";
import type { SqlType } from "./sql-type.js";

/** Runs a query; each row is an object by column name. */
export type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A file of data as a relation that queries read. */
export interface SourceFile {
  /** SQL that stands after FROM. */
  readonly relation: string;
  readonly columns: readonly { readonly name: string; readonly type: SqlType }[];
}

export const dataExtensions = [".parquet", ".csv", ".tsv", ".jsonl", ".ndjson", ".json"];

/** The columns of a file: typed in Parquet, texts as the producer wrote them in CSV and JSON. */
export async function describeFile(query: Query, path: string): Promise<SourceFile | undefined> {
  const name = textLiteral(path);
  const extension = dataExtensions.find((one) => path.toLowerCase().endsWith(one));
  switch (extension) {
    case undefined:
      return undefined;
    case ".parquet":
      return described(query, `read_parquet(${name})`);
    case ".csv":
    case ".tsv": {
      const mark = extension === ".csv" ? "','" : "'\\t'";
      return described(
        query,
        `read_csv(${name}, header = true, all_varchar = true, delim = ${mark}, quote = '"', escape = '"', strict_mode = false)`,
      );
    }
    default: {
      const found = await described(query, `read_json(${name}, sample_size = -1)`);
      const columns = found.columns.map(
        (column) => `${textLiteral(column.name)}: ${textLiteral(asWritten(column.type))}`,
      );
      return described(query, `read_json(${name}, columns = {${columns.join(", ")}})`);
    }
  }
}

async function described(query: Query, relation: string): Promise<SourceFile> {
  const rows = await query(`DESCRIBE SELECT * FROM ${relation}`);
  const columns = rows.map((row) => ({
    name: String(row["column_name"]),
    type: parseSqlType(String(row["column_type"])),
  }));
  return { relation, columns };
}

export const columnName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

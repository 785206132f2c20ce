import { statSync } from "node:fs";
import { asWritten, parseSqlType } from "./sql-type.js";
import type { SqlType } from "./sql-type.js";

/** Runs a query; each row is an object by column name. */
export type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A file of data, files by a pattern, or a folder of Parquet files, as a relation that queries read. */
export interface SourceColumns {
  /** SQL that stands after FROM. */
  readonly relation: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: SqlType;
    /** The type in the engine's words. */
    readonly printed: string;
  }[];
  /** All values are texts, cells of a file. */
  readonly isText: boolean;
}

export const dataExtensions = [".parquet", ".csv", ".tsv", ".jsonl", ".ndjson", ".json"];

function extensionOf(path: string): string | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return ".parquet";
  return dataExtensions.find((one) => path.toLowerCase().endsWith(one));
}

/** Whether the values of a file keep their types or their texts on the way into the engine. */
export function readableByEngine(path: string): boolean {
  const extension = extensionOf(path);
  return extension === ".parquet" || extension === ".csv" || extension === ".tsv";
}

/** The columns of a file: typed in Parquet, texts as the producer wrote them in CSV and JSON. */
export async function describeFile(query: Query, path: string): Promise<SourceColumns | undefined> {
  const extension = extensionOf(path);
  if (extension === undefined) return undefined;
  if (readableByEngine(path)) return describeColumns(query, path);
  const name = textLiteral(path);
  const found = await described(query, `read_json(${name}, sample_size = -1)`, false);
  const columns = found.columns.map(
    (column) => `${textLiteral(column.name)}: ${textLiteral(asWritten(column.type))}`,
  );
  return described(query, `read_json(${name}, columns = {${columns.join(", ")}})`, false);
}

/** As `describeFile`, of what `readableByEngine` admits. */
export async function describeColumns(query: Query, path: string): Promise<SourceColumns> {
  const extension = extensionOf(path);
  if (extension === ".parquet") {
    return described(query, `read_parquet(${textLiteral(patternOf(path))})`, false);
  }
  const mark = extension === ".csv" ? "','" : "'\\t'";
  // Everything is said: what the engine guesses of a file, such as that # begins a comment, drops rows of it.
  const options = `header = true, skip = 0, comment = '', all_varchar = true, delim = ${mark}, quote = '"', escape = '"', strict_mode = true`;
  return described(query, `read_csv(${textLiteral(path)}, ${options})`, true);
}

/** The files that a path stands for, in the order in which they are read. */
export async function filesOf(query: Query, path: string): Promise<readonly string[]> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return [path];
  const rows = await query(`SELECT file FROM glob(${textLiteral(patternOf(path))})`);
  return rows.map((row) => String(row["file"]));
}

function patternOf(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? `${path}/**/*.parquet` : path;
}

async function described(query: Query, relation: string, isText: boolean): Promise<SourceColumns> {
  const rows = await query(`DESCRIBE SELECT * FROM ${relation}`);
  const columns = rows.map((row) => {
    const printed = String(row["column_type"]);
    return { name: String(row["column_name"]), type: parseSqlType(printed), printed };
  });
  return { relation, columns, isText };
}

export const columnName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

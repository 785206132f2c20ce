import { spanOf } from "../../base/source.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { createDiagnostic } from "../../diagnostics/registry.js";
import { nearest } from "../../diagnostics/suggest.js";
import { columnType, momentColumn } from "../../emit/sql/sql-module.js";
import { identifier, textLiteral } from "../../emit/sql/sql-text.js";
import type { FieldContract } from "../../ir/program.js";
import { DataError, Interrupted, UsageError } from "../failures.js";
import type { RecordShape } from "../run/record-shape.js";
import { duckdbNotation } from "./notation.js";
import type { Notation } from "./notation.js";
import { describeColumns, readableByEngine } from "../engine/source-file.js";
import type { Query, SourceColumns } from "../engine/source-file.js";
import { readColumn } from "./read-column.js";

export interface BoundSource {
  /** The table or view that the generated query reads. */
  readonly table: string;
  /** Absolute, or with wildcards. */
  readonly path: string;
  /** As the user named it. */
  readonly shown: string;
  readonly shape: RecordShape;
  /** Columns that the query reads beside the fields: SQL of each by its name. */
  readonly extra?: readonly (readonly [name: string, value: string])[];
  /** Columns that no field has and that are read all the same. */
  readonly ignored?: readonly string[];
  /** SQL behind the relation, where not all of its rows are read. */
  readonly rows?: string;
  /** The view has the cells of a CSV file as they are written, for a reader of its own. */
  readonly keepsCells?: true;
}

/**
 * Makes the view of the session under which the generated query reads a file, and says what is in the file. Throws
 * a DataError with every column that does not fit the contract.
 */
export async function bindSource(query: Query, source: BoundSource): Promise<SourceColumns> {
  const found = await engineColumns(query, source);
  const columns = boundColumns(found, source, duckdbNotation);
  let from = found.relation;
  if (source.rows !== undefined) {
    // Chosen once: another look at the file could choose others.
    from = identifier(`featc:chosen ${source.table}`);
    await query(`CREATE TEMP TABLE ${from} AS SELECT * FROM ${found.relation} ${source.rows}`);
  }
  await query(
    `CREATE OR REPLACE TEMP VIEW ${identifier(source.table)} AS SELECT ${columns.join(", ")} FROM ${from}`,
  );
  return found;
}

/** SQL of each column that the generated query reads. Throws a DataError with every one that does not fit. */
export function boundColumns(
  found: SourceColumns,
  source: BoundSource,
  notation: Notation,
): readonly string[] {
  const diagnostics: Diagnostic[] = [];
  const names = found.columns.map(({ name }) => name);
  const { fields, unknownFields, mayBeAbsent } = source.shape;
  const file = { path: source.shown, text: names.join(",") };
  const columns = fields.map((field): string => {
    const column = found.columns.find(({ name }) => name === field.key);
    const whole = spanOf(file, 0, file.text.length);
    if (column === undefined) {
      if (!field.optional && !mayBeAbsent.has(field.name)) {
        diagnostics.push(createDiagnostic("data/missing-column", whole, { field: field.key }));
      }
      return aliased(`CAST(NULL AS ${columnType(field, notation.dialect)})`, field);
    }
    if (found.isText && source.keepsCells === true) {
      return aliased(`CAST(${identifier(column.name)} AS VARCHAR)`, field);
    }
    const read = readColumn(field, identifier(column.name), column.type, found.isText, notation);
    if (read !== undefined) return aliased(read, field);
    diagnostics.push(
      createDiagnostic("data/column-type", whole, {
        column: column.name,
        type: column.printed,
        wanted: wantedOf(field),
      }),
    );
    return aliased("NULL", field);
  });
  if (unknownFields === "reject") {
    diagnostics.push(...unknownColumns(names, source, file));
  }
  if (diagnostics.length > 0) throw new DataError(diagnostics);
  const moments = momentsOf(found, source).map((field): readonly [string, string] => [
    momentColumn(field.key),
    notation.moment(identifier(field.key)),
  ]);
  const extra = [...(source.extra ?? []), ...moments].map(
    ([name, value]) => `${value} AS ${identifier(name)}`,
  );
  return [...columns, ...extra];
}

/** Fields whose columns have timestamps, which the generated query can read as they are. */
export function momentsOf(
  { columns }: SourceColumns,
  { shape, keepsCells }: BoundSource,
): readonly FieldContract[] {
  if (keepsCells === true) return [];
  return shape.fields.filter(({ type, format, missingValues, key }) => {
    if (type.kind !== "timestamp" || format.kind !== "json" || missingValues.length > 0)
      return false;
    const kind = columns.find(({ name }) => name === key)?.type.kind;
    return kind === "timestamp" || kind === "date";
  });
}

function aliased(value: string, field: FieldContract): string {
  return `${value} AS ${identifier(field.key)}`;
}

function unknownColumns(
  names: readonly string[],
  { shape, ignored = [] }: BoundSource,
  file: { readonly path: string; readonly text: string },
): readonly Diagnostic[] {
  const keys = shape.fields.map(({ key }) => key);
  let offset = 0;
  return names.flatMap((name): readonly Diagnostic[] => {
    const span = spanOf(file, offset, offset + name.length);
    offset += name.length + 1;
    if (keys.includes(name) || ignored.includes(name)) return [];
    const suggestion = nearest(name, keys);
    return [createDiagnostic("data/unknown-column", span, { column: name, suggestion })];
  });
}

function wantedOf(field: FieldContract): string {
  const { format, type } = field;
  switch (format.kind) {
    case "text":
    case "patterns":
      return "a column of texts, as `from` says";
    case "epoch_s":
    case "epoch_ms":
      return `a column of numbers, as \`from: ${format.kind}\` says`;
    case "json":
      return `one for a field of the type ${type.kind}`;
  }
}

async function engineColumns(query: Query, { path, shown }: BoundSource): Promise<SourceColumns> {
  if (!readableByEngine(path)) {
    throw new UsageError(
      `DuckDB does not read ${shown} for featc`,
      "the engine duckdb reads .parquet, .csv and .tsv, also with wildcards, and folders of Parquet files; --engine node reads .jsonl and .json.",
    );
  }
  try {
    return await describeColumns(query, path);
  } catch (error) {
    throw unreadable(shown, error);
  }
}

/** What the user is told of an error of the engine that reads a file. */
export function unreadable(shown: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Interrupted) return error;
  return new UsageError(`${shown} cannot be read: ${firstParagraph(error.message)}`);
}

const longestMessage = 300;

/** What the engine says of an error, without what it advises for its own settings, and without the user's data. */
export function firstParagraph(message: string): string {
  const [what = ""] = message.split(/\n\n|\nPossible /);
  const lines = what.split("\n").filter((line) => !line.startsWith("Original Line"));
  const text = lines.join("; ");
  return text.length <= longestMessage ? text : `${text.slice(0, longestMessage)}…`;
}

/** SQL of a text that a user gave. */
export function sqlText(text: string): string {
  return textLiteral(text).text;
}

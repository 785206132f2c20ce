import type { FieldContract, Program } from "../../ir/program.js";
import type { Dialect } from "./dialect.js";
import { asOfColumn, readsMoment } from "./row-stages.js";
import { isUsableName } from "./sql-text.js";

/** Parts of a view's name that are not those of a matrix. */
const ownViews = ["rows", "features", "rejects", "warnings"];

/** Why the names of a spec have no SQL. */
export function nameProblems(program: Program, { rowNumber }: Dialect): readonly string[] {
  const { input, events, tables, steps, matrices } = program;
  const cells = matrices.map(({ columns }) => columns.flatMap((one) => one.cells));
  const records = [input, ...[...events, ...tables].map(({ fields }) => fields)];
  const keys = records.flatMap(keysOf);
  const moment = readsMoment(program) ? [[...input.map(({ key }) => key), asOfColumn]] : [];
  const twice = sameButForCase([
    "row",
    ...input.map(({ name }) => name),
    ...steps.map(({ name }) => name),
  ]);
  const counted = rowNumber.kind === "column" ? rowNumber.name : undefined;
  const names = [...keys, ...cells.flat()];
  const hidden = matrices.find(({ name }) => ownViews.includes(name.toLowerCase()));
  return [
    ...problemsOfCase([...records.flatMap(keysOfRecords), ...moment, ...cells]),
    ...(counted !== undefined && keys.some((key) => key.toLowerCase() === counted)
      ? [`a column ${counted}, which has the numbers of rows`]
      : []),
    // Spark replaces ${setting} with its value, also in a name, which has no escapes.
    ...(counted !== undefined && names.some((name) => name.includes("${"))
      ? ["the name of a column has ${ in it, which the engine replaces"]
      : []),
    ...unseenProblems(names),
    ...(twice === undefined ? [] : [`two columns with the name ${twice[1]}`]),
    ...(cells.some((names) => names.includes("row"))
      ? ["a cell of a matrix with the name row"]
      : []),
    ...(hidden === undefined ? [] : [`a matrix with the name ${hidden.name}, which a view has`]),
  ];
}

/** Why a record cannot be a row of columns. */
export function recordNameProblems(fields: readonly FieldContract[]): readonly string[] {
  return [...problemsOfCase(keysOfRecords(fields)), ...unseenProblems(keysOf(fields))];
}

function problemsOfCase(tables: readonly (readonly string[])[]): readonly string[] {
  const clashing = tables.map(sameButForCase).find((pair) => pair !== undefined);
  return clashing === undefined
    ? []
    : [`columns that differ in the case of letters alone: ${clashing.join(" and ")}`];
}

function unseenProblems(names: readonly string[]): readonly string[] {
  return names.every(isUsableName)
    ? []
    : ["the name of a column has characters that are not to be seen"];
}

function keysOf(fields: readonly FieldContract[]): readonly string[] {
  return keysOfRecords(fields).flat();
}

/** The keys of a record, and of each record in it. */
function keysOfRecords(fields: readonly FieldContract[]): readonly (readonly string[])[] {
  if (fields.length === 0) return [];
  return [
    fields.map(({ key }) => key),
    ...fields.flatMap((field) => [
      ...keysOfRecords(field.fields),
      ...(field.items === null ? [] : keysOfRecords(field.items.fields)),
    ]),
  ];
}

/** SQL takes names that differ in the case of letters alone for one. */
function sameButForCase(names: readonly string[]): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const name of names) {
    const folded = name.toLowerCase();
    const before = seen.get(folded);
    if (before !== undefined) return [before, name];
    seen.set(folded, name);
  }
  return undefined;
}

import type { Program } from "../../ir/program.js";
import type { RowSource } from "../../testgen/row-source.js";
import type { StepRow } from "../../testgen/step-rows.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { propertyAccess, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { comparedWith } from "./native-tolerance.js";
import { needsAsOf } from "./row-preamble.js";
import { table } from "./table.js";

/** The statements that test one feature. */
interface FeatureTables {
  /** What they were made for: the moment that is passed to the features, null where none is. */
  readonly usualAsOf: number | null;
  readonly math: Program["math"];
  readonly values: string | null;
  readonly rejections: string | null;
}

/** The values of each feature around the places where its formula turns. */
export function featureTests(
  { program, defaults }: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
  body: Block,
  imports: Imports,
): void {
  const usualAsOf = needsAsOf(program) ? defaults.asOf : null;
  for (const [name, rows] of rowsByFeature) {
    const { values, rejections } = tablesOf(name, rows, usualAsOf, program.math);
    body.blank().open(`describe(${stringLiteral(name)}, () => {`);
    if (values !== null) body.line(values);
    if (rejections !== null) {
      imports.value("@featc/runtime", "RejectedRowError");
      body.blank().line(rejections);
    }
    body.close("});");
  }
}

/** Rows that are the same from one compilation to the next keep their text. */
const known = new WeakMap<readonly StepRow[], FeatureTables>();

function tablesOf(
  name: string,
  rows: readonly StepRow[],
  usualAsOf: number | null,
  math: Program["math"],
): FeatureTables {
  const before = known.get(rows);
  if (before?.usualAsOf === usualAsOf && before.math === math) return before;
  const tables = makeTables(name, rows, usualAsOf, math);
  known.set(rows, tables);
  return tables;
}

function makeTables(
  name: string,
  rows: readonly StepRow[],
  usualAsOf: number | null,
  math: Program["math"],
): FeatureTables {
  const passesMoment = usualAsOf !== null;
  const call = passesMoment ? "features(changes, asOf)" : "features(changes)";
  const moment = passesMoment ? ["asOf = usualAsOf"] : [];
  const momentType = passesMoment ? ", number?" : "";
  const cellsOf = (row: StepRow, expected: readonly string[]): readonly string[] => [
    stringLiteral(row.title),
    dataLiteral(row.changes),
    ...expected,
    ...(passesMoment && row.asOf !== usualAsOf ? [String(row.asOf)] : []),
  ];
  const valued = rows.filter((row) => row.expected !== "rejected");
  const rejected = rows.filter((row) => row.expected === "rejected");
  const values = table(
    `it.each<[string, Changes, unknown${momentType}]>`,
    valued.map((row) => cellsOf(row, [dataLiteral(row.expected)])),
    `(${["_", "changes", "expected", ...moment].join(", ")}) => {`,
    [`expect(${propertyAccess(call, name)}).toEqual(${comparedWith("expected", math)});`],
  );
  const rejections = table(
    `it.each<[string, Changes${momentType}]>`,
    rejected.map((row) => cellsOf(row, [])),
    `(${["_", "changes", ...moment].join(", ")}) => {`,
    [`expect(() => ${call}).toThrow(RejectedRowError);`],
  );
  return {
    usualAsOf,
    math,
    values: valued.length === 0 ? null : values,
    rejections: rejected.length === 0 ? null : rejections,
  };
}

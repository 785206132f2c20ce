import type { Program } from "../../ir/program.js";
import type { RowSource } from "../../testgen/row-source.js";
import type { StepRow } from "../../testgen/step-rows.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { propertyAccess, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { comparedWith } from "./native-tolerance.js";
import { relatedLiteral } from "./related-literal.js";
import { hasSources, needsAsOf } from "./row-preamble.js";
import { table } from "./table.js";

/** How the features are called, and compared. */
interface CallShape {
  /** The moment that is passed to the features; null where none is. */
  readonly usualAsOf: number | null;
  readonly math: Program["math"];
  /** Rows have records of other sources. */
  readonly hasRecords: boolean;
}

/** The statements that test one feature, and what they were made for. */
interface FeatureTables extends CallShape {
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
    const { values, rejections } = tablesOf(name, rows, {
      usualAsOf,
      math: program.math,
      hasRecords: hasSources(program),
    });
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

function tablesOf(name: string, rows: readonly StepRow[], call: CallShape): FeatureTables {
  const before = known.get(rows);
  const isSame =
    before?.usualAsOf === call.usualAsOf &&
    before.math === call.math &&
    before.hasRecords === call.hasRecords;
  if (isSame) return before;
  const tables = makeTables(name, rows, call);
  known.set(rows, tables);
  return tables;
}

function makeTables(
  name: string,
  rows: readonly StepRow[],
  { usualAsOf, math, hasRecords }: CallShape,
): FeatureTables {
  const passesMoment = usualAsOf !== null;
  const passed = ["changes", ...(hasRecords ? ["related"] : [])];
  const call = `features(${[...passed, ...(passesMoment ? ["asOf"] : [])].join(", ")})`;
  const given = hasRecords ? "Changes, Related" : "Changes";
  const moment = passesMoment ? ["asOf = usualAsOf"] : [];
  const momentType = passesMoment ? ", number?" : "";
  const cellsOf = (row: StepRow, expected: readonly string[]): readonly string[] => [
    stringLiteral(row.title),
    dataLiteral(row.changes),
    ...(hasRecords ? [relatedLiteral(row.related)] : []),
    ...expected,
    ...(passesMoment && row.asOf !== usualAsOf ? [String(row.asOf)] : []),
  ];
  const valued = rows.filter((row) => row.expected !== "rejected");
  const rejected = rows.filter((row) => row.expected === "rejected");
  const values = table(
    `it.each<[string, ${given}, unknown${momentType}]>`,
    valued.map((row) => cellsOf(row, [dataLiteral(row.expected)])),
    `(${["_", ...passed, "expected", ...moment].join(", ")}) => {`,
    [`expect(${propertyAccess(call, name)}).toEqual(${comparedWith("expected", math)});`],
  );
  const rejections = table(
    `it.each<[string, ${given}${momentType}]>`,
    rejected.map((row) => cellsOf(row, [])),
    `(${["_", ...passed, ...moment].join(", ")}) => {`,
    [`expect(() => ${call}).toThrow(RejectedRowError);`],
  );
  return {
    usualAsOf,
    math,
    hasRecords,
    values: valued.length === 0 ? null : values,
    rejections: rejected.length === 0 ? null : rejections,
  };
}

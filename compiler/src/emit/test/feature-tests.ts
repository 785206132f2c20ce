import type { RowSource } from "../../testgen/row-source.js";
import type { StepRow } from "../../testgen/step-rows.js";
import type { Block } from "../ts/block.js";
import type { Imports } from "../ts/imports.js";
import { propertyAccess, stringLiteral } from "../ts/literal.js";
import { dataLiteral } from "./data-literal.js";
import { needsAsOf } from "./row-preamble.js";
import { table } from "./table.js";

/** The values of each feature around the places where its formula turns. */
export function featureTests(
  { program, defaults }: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
  body: Block,
  imports: Imports,
): void {
  for (const [name, rows] of rowsByFeature) {
    const valued = rows.filter((row) => row.expected !== "rejected");
    const rejected = rows.filter((row) => row.expected === "rejected");
    const call = needsAsOf(program) ? "features(changes, asOf)" : "features(changes)";
    const parameters = needsAsOf(program) ? "asOf = usualAsOf" : "";
    const cellsOf = (row: StepRow, withExpected: boolean): readonly string[] => [
      stringLiteral(row.title),
      dataLiteral(row.changes),
      ...(withExpected ? [dataLiteral(row.expected)] : []),
      ...(needsAsOf(program) && row.asOf !== defaults.asOf ? [String(row.asOf)] : []),
    ];
    const moment = needsAsOf(program) ? ", number?" : "";
    body.blank().open(`describe(${stringLiteral(name)}, () => {`);
    if (valued.length > 0) {
      const list = ["_", "changes", "expected", parameters].filter((text) => text !== "");
      body.line(
        table(
          `it.each<[string, Changes, unknown${moment}]>`,
          valued.map((row) => cellsOf(row, true)),
          `(${list.join(", ")}) => {`,
          [`expect(${propertyAccess(call, name)}).toEqual(expected);`],
        ),
      );
    }
    if (rejected.length > 0) {
      imports.value("@featc/runtime", "RejectedRowError");
      const list = ["_", "changes", parameters].filter((text) => text !== "");
      body.blank().line(
        table(
          `it.each<[string, Changes${moment}]>`,
          rejected.map((row) => cellsOf(row, false)),
          `(${list.join(", ")}) => {`,
          [`expect(() => ${call}).toThrow(RejectedRowError);`],
        ),
      );
    }
    body.close("});");
  }
}

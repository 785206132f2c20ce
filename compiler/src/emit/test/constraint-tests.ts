import type { ConstraintRow } from "../../testgen/constraint-rows.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { literal, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { table } from "./table.js";

/** Records whose fields are right one by one, on both sides of each constraint. */
export function constraintTests(
  rows: readonly ConstraintRow[],
  body: Block,
  imports: Imports,
): void {
  if (rows.length === 0) return;
  imports.value("./input.js", "safeParseInput");
  const cells = rows.map(({ title, changes, violated }) => [
    stringLiteral(title),
    dataLiteral(changes),
    literal(violated),
  ]);
  body.blank().open('describe("the constraints between fields", () => {');
  body.line(
    table("it.each<[string, Changes, string[]]>", cells, "(_, changes, violated) => {", [
      "const result = safeParseInput(changed(changes));",
      "const found = result.ok ? result.warnings : result.issues;",
      "expect(found.map(({ expected }) => expected)).toEqual(violated);",
    ]),
  );
  body.close("});");
}

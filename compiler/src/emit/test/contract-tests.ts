import type { ContractCase } from "../../testgen/contract-cases.js";
import type { RowSource } from "../../testgen/row-source.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { literal, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { table } from "./table.js";

/** Every way in which one field can be wrong, and what is said of it. */
export function contractTests(
  { program }: RowSource,
  cases: readonly ContractCase[],
  body: Block,
  imports: Imports,
): void {
  for (const name of ["isInput", "safeParseInput"]) imports.value("./input.js", name);
  body.blank().open(`describe(${stringLiteral(`the contract of ${program.name}`)}, () => {`);
  const rows = cases.map(({ title, changes, issues }) => [
    stringLiteral(title),
    dataLiteral(changes),
    literal(issues),
  ]);
  body.line(
    table("it.each<[string, Changes, string[]]>", rows, "(_, changes, issues) => {", [
      "const record = changed(changes);",
      "const result = safeParseInput(record);",
      "const found = result.ok ? [] : result.issues;",
      'expect(found.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(',
      "  issues,",
      ");",
      "expect(isInput(record)).toBe(issues.length === 0);",
    ]),
  );
  body.close("});");
}
